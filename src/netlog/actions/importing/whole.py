"""A whole ledger, as netlog itself wrote it: into a ledger in which nothing is yet."""

from netlog.actions.desk import CONFIRMED, Desk
from netlog.domain.wording import count
from netlog.errors import Refused, Unconfirmed
from netlog.exchange.own import Rows
from netlog.ledger.file.access import reading
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.write.journal import latest
from netlog.ledger.write.whole import make_of


def bring_in_whole(desk: Desk, name: str, rows: Rows, *, yes: bool, dry_run: bool) -> str:
    """Let an empty ledger be the one that a file holds; return what it holds in words.

    Raises:
        Unconfirmed: nobody has said yes.
        Refused: there is something in the ledger, or the file is no sound ledger.
    """
    _refuse_to_mix(desk, name)
    contacts = max(0, len(rows.get("contact", ())) - 1)
    holds = f"{count(contacts, 'contact')} and {count(len(rows.get('event', ())), 'event')}"
    if dry_run:
        return f"It is a whole ledger, with {holds}"
    if not yes and CONFIRMED not in desk.answers:
        raise Unconfirmed(f"{name} is a whole ledger.", [f"It holds {holds}."])
    make_of(desk.ledger, rows, desk.command, f"Brought in a ledger with {holds}")
    return f"Brought in a ledger with {holds}"


def _refuse_to_mix(desk: Desk, name: str) -> None:
    try:
        with reading(desk.ledger) as connection:
            is_empty = latest(connection) is None
    except NoLedgerYet:
        return
    if not is_empty:
        raise Refused(
            f"{name} is a whole ledger, and there is something in yours.",
            "Into a file of its own: netlog --ledger FILE import ... Two copies of one ledger"
            " become one by netlog join.",
        )
