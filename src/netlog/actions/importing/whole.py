"""A whole ledger, as netlog itself wrote it: into a ledger in which nothing is yet."""

from collections.abc import Collection, Sequence
from contextlib import ExitStack, closing, suppress

from netlog.actions.desk import CONFIRMED, Desk
from netlog.actions.importing.sources import Folder, Source
from netlog.domain.wording import count
from netlog.errors import Refused, Unconfirmed
from netlog.exchange import own, own_tables
from netlog.exchange.registry import head_of
from netlog.ledger.file.access import reading
from netlog.ledger.file.everything import JOURNAL, columns_of_all, columns_of_facts
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.write.journal import latest
from netlog.ledger.write.whole import ANEW, MEND, make_of


def is_whole(tables: Collection[str]) -> bool:
    """Whether a folder with such tables is a whole ledger, though perhaps one that lacks some."""
    wanted = columns_of_facts()
    return 2 * sum(table in tables for table in wanted) > len(wanted)


def whole_of(sources: Sequence[Source | Folder]) -> own.Whole | None:
    """The rows of a whole ledger, where one of these is one; None where none is.

    Raises:
        Refused: it cannot be read, or is not alone.
    """
    for source in sources:
        if isinstance(source, Source):
            with closing(source.open()) as stream:
                if not own.recognise(head_of(stream)):
                    continue
        if len(sources) > 1:
            raise Refused(f"{source.name} is a whole ledger.", "Bring it in alone.")
        try:
            return _read(source)
        except own.UnreadableExport as error:
            raise Refused(
                f"{source.name} cannot be read: {error}.",
                MEND if error.can_be_put_right else ANEW,
            ) from error
    return None


def _read(source: Source | Folder) -> own.Whole:
    if isinstance(source, Source):
        with closing(source.open()) as stream:
            return own.read(stream)
    has_journal = any(table in source.tables for table in JOURNAL)
    columns = columns_of_all(with_journal=has_journal)
    for table in columns:
        if table not in source.tables:
            raise own.UnreadableExport(f"there is no {table}{own_tables.ENDING} in it")
    with ExitStack() as opened:
        files = {table: opened.enter_context(closing(source.tables[table]())) for table in columns}
        return own_tables.read(files, columns)


def bring_in_whole(desk: Desk, name: str, whole: own.Whole, *, yes: bool, dry_run: bool) -> str:
    """Let an empty ledger be the one that a file holds; return what it holds in words.

    Raises:
        Unconfirmed: nobody has said yes.
        Refused: there is something in the ledger, or the file is no sound ledger.
    """
    _refuse_to_mix(desk, name)
    rows = whole.rows
    contacts = max(0, len(rows.get("contact", ())) - 1)
    holds = f"{count(contacts, 'contact')} and {count(len(rows.get('event', ())), 'event')}"
    if dry_run:
        return f"It is a whole ledger, with {holds}"
    if not yes and CONFIRMED not in desk.answers:
        raise Unconfirmed(f"{name} is a whole ledger.", [f"It holds {holds}."])
    make_of(desk.ledger, rows, whole.where, desk.command, f"Brought in a ledger with {holds}")
    return f"Brought in a ledger with {holds}"


def _refuse_to_mix(desk: Desk, name: str) -> None:
    with suppress(NoLedgerYet), reading(desk.ledger) as connection:
        if latest(connection) is not None:
            raise Refused(
                f"{name} is a whole ledger, and there is something in yours.",
                "Into a file of its own: netlog --ledger FILE import ... Two copies of one ledger"
                " become one by netlog join.",
            )
