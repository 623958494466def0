"""Introductions given and received, with one contact or with each, and for scripts."""

from collections.abc import Iterator, Sequence

from netlog.domain.report.dossier import Dossier
from netlog.domain.report.reciprocity import (
    Reciprocity,
    Tally,
    reciprocity,
    with_each,
    with_everybody,
)
from netlog.domain.report.referrers import Referrer
from netlog.domain.wording import Wording, count
from netlog.render.forms.table import Column, Table
from netlog.render.forms.values import NOTHING
from netlog.render.lines import Line, flush, section
from netlog.render.sink import on_terminal

MOST_ON_A_TERMINAL = 10
Pair = tuple[int, Reciprocity]  # a contact, and what went both ways


def reciprocity_lines(dossier: Dossier, wording: Wording) -> list[str]:
    """What I gave a contact and what they gave me, in a line each; none where that is nothing."""
    with_them = reciprocity(dossier.introductions, dossier.members, wording.me)
    if not with_them.given.introductions and not with_them.received.introductions:
        return []
    return [
        f"You gave them: {_line(with_them.given, 'you', wording)}",
        f"They gave you: {_line(with_them.received, 'them', wording)}",
    ]


def reciprocity_section(dossier: Dossier, wording: Wording) -> list[Line]:
    """My own report's table of contacts, the most one-sided first; empty where there is none."""
    pairs = with_each(dossier.introductions, wording.me)
    shown = pairs[:MOST_ON_A_TERMINAL] if on_terminal() else pairs
    columns: Sequence[Column[Pair]] = (
        Column("", "who", lambda row: wording.name(row[0])),
        Column("", "you gave them", lambda row: _cell(row[1].given, "you", wording)),
        Column("", "they gave you", lambda row: _cell(row[1].received, "them", wording)),
    )
    left_out = len(pairs) - len(shown)
    more = [flush(f"and {left_out} more: netlog report me --evidence | less")] if left_out else []
    table = Table(columns, shown, wording.today, lambda row: _entry(row, columns))
    return section("Given and received", [*table.lines(), *more]) if pairs else []


def reciprocity_json(dossier: Dossier, wording: Wording) -> dict[str, object]:
    """For a script: given and received, and in my own report the same with each contact."""
    known, me = dossier.introductions, wording.me
    if not dossier.contact.is_me:
        return {**_both(reciprocity(known, dossier.members, me)), "contacts": []}
    contacts = [
        {"name": wording.names[contact_id], **_both(pair)}
        for contact_id, pair in with_each(known, me)
    ]
    return {**_both(with_everybody(known, me)), "contacts": contacts}


def outcomes_told(came: Tally | Referrer, fees: str | None = None, by: str = "") -> str:
    """What came of some introductions: "1 answered, 1 with problems, fees 75".

    Args:
        came: how many were answered, which is told even if none was, as far as is known; in how
            many both are happy; how many problems there were, and how many were made up for.
        fees: what they cost, None where none was a paid lead.
        by: who made up for problems, where that is not plain.
    """
    made_up = f"made up for by {by}" if by else "made up for"
    numbers = ((came.happy, "happy"), (came.problems, "with problems"), (came.recovered, made_up))
    words = [f"{came.responded} answered" if came.responded else "no answer noted"]
    words += [f"{number} {label}" for number, label in numbers if number]
    return ", ".join(words if fees is None else [*words, f"fees {fees}"])


def _told(tally: Tally, giver: str, wording: Wording, number: str) -> str:
    """What came of some introductions, behind their number."""
    fees = wording.money(tally.fees) if tally.paid else None
    return f"{number}, {outcomes_told(tally, fees, giver)}"


def _line(tally: Tally, giver: str, wording: Wording) -> str:
    if not tally.introductions:
        return "none"
    return _told(tally, giver, wording, count(tally.introductions, "introduction"))


def _cell(tally: Tally, giver: str, wording: Wording) -> str:
    if not tally.introductions:
        return NOTHING
    return _told(tally, giver, wording, str(tally.introductions))


def _entry(row: Pair, columns: Sequence[Column[Pair]]) -> Iterator[Line]:
    """The lines of somebody where columns have no room."""
    who, *both = columns
    yield Line(who.value(row))
    for column, tally in zip(both, row[1], strict=True):
        if tally.introductions:
            yield Line(f"{column.head} {column.value(row)}", indent=2)


def _both(pair: Reciprocity) -> dict[str, object]:
    return {way: tally._asdict() for way, tally in pair._asdict().items()}
