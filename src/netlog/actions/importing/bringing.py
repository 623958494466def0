"""Bringing files in: recognised, planned, shown, and written as one change that undo takes back."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from io import SEEK_END
from itertools import accumulate, count
from typing import BinaryIO

from netlog.actions.desk import CONFIRMED, Desk
from netlog.actions.importing.advance import Advance, counting
from netlog.actions.importing.doubting import open_doubts
from netlog.actions.importing.people import APART, SAME
from netlog.actions.importing.plan import Doubt, Plan
from netlog.actions.importing.planning import Planner
from netlog.actions.importing.preview import lines, summary, told_doubt
from netlog.actions.importing.recognising import (
    format_of_source,
    reading_of,
    refuse_unknown_columns,
    refuse_unknown_fields,
)
from netlog.actions.importing.sources import Folder, How, Source
from netlog.actions.importing.whole import bring_in_whole, whole_of
from netlog.actions.importing.writing import carry_out
from netlog.domain.projection.difference import Difference
from netlog.domain.text import join
from netlog.domain.wording import Wording
from netlog.errors import OpenQuestions, Question, Unconfirmed
from netlog.ledger.file.access import Connection, reading
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.read.contacts import names_by_id
from netlog.ledger.read.items import contacts_in
from netlog.ledger.read.records import me
from netlog.ledger.read.register import owner_addresses
from netlog.ledger.write.change import Writer, write
from netlog.ledger.write.journal import tip


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of files; `is_written` is whether anything was."""

    plan: Plan
    summary: str
    is_written: bool = False
    difference: Difference | None = None
    wording: Wording | None = None


def bring_in(desk: Desk, sources: Sequence[Source | Folder], how: How) -> Imported:
    """Bring files in, or the folder of a whole ledger.

    Raises:
        Unconfirmed: nobody has said yes.
        OpenQuestions: who is whom in doubtful pairs, and somebody may be asked.
        Refused, Unreadable: a file cannot be read, or is of no format that is known.
        LedgerUnusable: the file cannot be used as it is.
    """
    refuse_unknown_fields(how)
    if (whole := whole_of(sources)) is not None:
        sentence = bring_in_whole(desk, sources[0].name, whole, yes=how.yes, dry_run=how.dry_run)
        return Imported(Plan(desk.today), sentence, is_written=not how.dry_run)
    files = [source for source in sources if isinstance(source, Source)]
    refuse_unknown_columns(desk, files, how)
    try:
        with reading(desk.ledger) as connection:
            plan, before = _plan(desk, files, how, connection), tip(connection)
    except NoLedgerYet:
        plan, before = _plan(desk, files, how, None), b""
    if plan.is_empty or how.dry_run:
        return Imported(plan, summary(plan))
    if not how.yes:
        _ask(desk, plan)

    def run(writer: Writer) -> Imported:
        is_as_it_was = tip(writer.connection) == before
        current = plan if is_as_it_was else _plan(desk, files, how, writer.connection)
        if before:
            writer.back_up()
        difference = carry_out(writer, current, desk.terms, how.heard)
        if difference is not None:  # who is archived from the first, the plan says
            still = difference.was_archived & difference.is_archived
            difference = replace(difference, is_archived=still)
        return Imported(
            current,
            summary(current),
            is_written=writer.rows.has_written,
            difference=difference,
            wording=None if difference is None else _wording(desk, writer, difference),
        )

    return write(desk.ledger, desk.command, run)


def _plan(desk: Desk, sources: Sequence[Source], how: How, connection: Connection | None) -> Plan:
    since = None if how.open_since is None else desk.past_day(how.open_since)
    addresses = frozenset() if connection is None else owner_addresses(connection)
    how_read = reading_of(desk, how, addresses)
    term = timedelta(desk.terms.promise)
    planner = Planner(connection, how_read, desk.answers, since, term)
    sizes = [_size(source) for source in sources]
    total, numbers = sum(sizes), count(1)
    for before, source in zip(accumulate(sizes, initial=0), sources, strict=False):
        with closing(source.open()) as stream:
            form = format_of_source(source.name, stream, how.as_format)
            planner.plan.files.append((source.name, form.label))

            def say(number: int, stream: BinaryIO = stream, before: int = before) -> None:
                how.heard(Advance("reading", before + stream.tell(), total, number))

            planner.take(source.name, counting(form.read(stream, how_read), numbers, say))
    planner.plan.doubts = list(open_doubts(planner.plan, connection))
    return planner.plan


def _size(source: Source) -> int:
    with closing(source.open()) as stream:
        return stream.seek(0, SEEK_END)


def _ask(desk: Desk, plan: Plan) -> None:
    if CONFIRMED not in desk.answers:
        files = join([f"{name} ({label})" for name, label in plan.files])
        raise Unconfirmed(f"This would come of {files}:", lines(plan))
    asked = [each for each in plan.doubts if each.is_asked and each.key not in desk.answers]
    if asked:
        raise OpenQuestions(
            "Nobody can know whether these are one or two. Nothing was written.",
            "--yes keeps them apart, and says how to merge them.",
            [
                _question(doubt, f"{number} of {len(asked)}: ")
                for number, doubt in enumerate(asked, 1)
            ],
        )


def _question(doubt: Doubt, number: str) -> Question:
    choices = [(SAME, "they are the same"), (APART, "they are two, apart")]
    text = f"{number}{told_doubt(doubt)}."
    return Question(doubt.key, text, choices, "--yes keeps them apart", usual=APART)


def _wording(desk: Desk, writer: Writer, difference: Difference) -> Wording:
    items = (*difference.before.values(), *difference.after.values())
    names = names_by_id(writer.connection, contacts_in(items) | difference.brought_back)
    return Wording(names, me(writer.connection), desk.today, currency=desk.settings.currency)
