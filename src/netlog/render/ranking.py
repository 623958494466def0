"""The ranking of everybody, and the shortlist for a skill."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.domain.dates import day_text
from netlog.domain.ranking import Ranked
from netlog.render.columns import aligned
from netlog.render.lines import Line, on_terminal, put
from netlog.render.report import likely, score_json, verdict_style
from netlog.render.sink import document, is_narrow, say, say_json, show, tell, visible
from netlog.render.wording import argument, count, join

if TYPE_CHECKING:
    from rich.table import Table

_HEADINGS = ("who", "verdict", "in time", "likely", "last contact")
_IN_TIME = _HEADINGS.index("in time")


def print_json(lines: Sequence[Ranked]) -> None:
    """Print the ranking for a script."""
    say_json(document(items=ranking_items(lines)))


def ranking_items(lines: Sequence[Ranked]) -> list[dict[str, object]]:
    """The lines of the ranking for a script, and for the page of it."""
    return [
        {
            "name": line.place.contact.name,
            "org": line.organisation,
            "verdict": line.place.verdict,
            "score": score_json(line.place.score),
            "last_contact": None if line.last_contact is None else line.last_contact.isoformat(),
            "introductions_90d": line.recent_introductions,
            "why": why(line),
        }
        for line in lines
    ]


def print_text(lines: Sequence[Ranked], today: date, skill: str | None, left_out: int) -> None:
    """Print the ranking for a person: a table, or for a skill a shortlist with reasons."""
    if skill is not None or is_narrow():
        put(told for line in lines for told in _entry(line, today))
    elif on_terminal():
        show(_table(lines, today))
    else:
        rows = [_HEADINGS, *(_row(line, today) for line in lines)]
        say(*aligned(rows, right=[_IN_TIME]))
    if left_out:
        tell(f"{left_out} more; --limit shows as many as you ask for.")


def print_nobody(skill: str | None) -> None:
    """Say that there is nobody to rank."""
    if skill is None:
        tell("Nobody has a record yet.")
    else:
        tell(
            f'Nobody is known for "{skill}".',
            f"To note it of somebody: netlog person NAME --skill {argument(skill)}",
        )


def why(line: Ranked) -> str:
    """The record in a clause: "4 of 6 in time, 1 late and 1 overdue; 1 problem"."""
    record = line.record
    settled = sum(record)
    if not settled and not line.place.problems:
        return "nothing is known yet"
    against = [
        f"{number} {what}"
        for number, what in (
            (record.late, "late"),
            (record.broken, "broken"),
            (record.overdue, "overdue"),
        )
        if number
    ]
    told = ", ".join(filter(None, [f"{record.in_time} of {settled} in time", join(against)]))
    problems = count(line.place.problems, "problem") if line.place.problems else ""
    return "; ".join(filter(None, [told if settled else "", problems]))


def _entry(line: Ranked, today: date) -> Iterator[Line]:
    place = line.place
    organisation = "" if line.organisation is None else f" · {line.organisation}"
    score = (
        "" if place.verdict == "unknown" else f"  {place.score.mean:.0%} in time, {_range(line)}"
    )
    yield Line(f"{place.contact.name}{organisation}", style="bold")
    yield Line(f"{place.verdict}{score}", indent=2, style=verdict_style(place.verdict))
    last = "no contact yet"
    if line.last_contact is not None:
        last = f"last contact {day_text(line.last_contact, today)}"
    recent = count(line.recent_introductions, "introduction")
    yield Line(" · ".join([why(line), last, f"{recent} in 90 days"]), indent=2)


def _range(line: Ranked) -> str:
    return f"likely {likely(line.place.score)}"


def _row(line: Ranked, today: date) -> tuple[str, ...]:
    place = line.place
    known = place.verdict != "unknown"
    return (
        visible(place.contact.name),
        place.verdict,
        f"{place.score.mean:.0%}" if known else "",
        likely(place.score) if known else "",
        "" if line.last_contact is None else day_text(line.last_contact, today),
    )


def _table(lines: Sequence[Ranked], today: date) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for number, heading in enumerate(_HEADINGS):
        table.add_column(heading, justify="right" if number == _IN_TIME else "left")
    for line in lines:
        who, verdict, *others = _row(line, today)
        styled = Text(verdict, style=verdict_style(line.place.verdict))
        table.add_row(Text(who), styled, *others)
    return table
