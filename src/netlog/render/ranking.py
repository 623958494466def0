"""The ranking of everybody, and the shortlist for a skill."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from netlog.domain.dates.days import day_text
from netlog.domain.report.ranking import Ranked
from netlog.render.columns import GAP, aligned, fit, padded
from netlog.render.lines import Line, on_terminal, put
from netlog.render.report import likely, score_json, verdict_style
from netlog.render.sink import document, say, say_json, show, tell, visible
from netlog.render.wording import argument, count, join

if TYPE_CHECKING:
    from rich.text import Text

ORDER = 'Ranked by the lower end of "likely": what can be expected of them at the least'
LEADS = "Known only as paid leads"
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
            "only_a_lead": line.put_forward.only_a_lead,
            "put_forward": {"happy": line.put_forward.happy, "ended": line.put_forward.ended},
        }
        for line in lines
    ]


def print_text(lines: Sequence[Ranked], today: date, skill: str | None, left_out: int) -> None:
    """Print the ranking for a person: a table, or for a skill a shortlist with reasons."""
    groups = _groups(lines)
    rows = [_HEADINGS, *(_row(line, today) for group in groups.values() for line in group)]
    if skill is not None or (on_terminal() and not fit(rows)):
        put(_entries(groups, today))
    elif on_terminal():
        show(_table(rows, groups))
    else:
        say(*_told(rows, groups))
    if len(lines) > 1:
        tell(f"{ORDER}.")
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
    """The record in a clause: "4 of 6 in time, 2 late; 2 of 3 happy; 1 problem".

    Those were happy who were introduced to them, of as many as it is known of.
    """
    record = line.record
    settled = sum(record)
    if not (settled or line.put_forward.ended or line.place.problems):
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
    ended = line.put_forward
    happy = f"{ended.happy} of {ended.ended} happy" if ended.happy else ""
    problems = count(line.place.problems, "problem") if line.place.problems else ""
    return "; ".join(filter(None, [told if settled else "", happy, problems]))


def _groups(lines: Sequence[Ranked]) -> dict[str, list[Ranked]]:
    """The lines under their headings, in their order; under none where all are of a kind."""
    others = [line for line in lines if not line.put_forward.only_a_lead]
    leads = [line for line in lines if line.put_forward.only_a_lead]
    return {"": others, LEADS: leads} if others and leads else {"": list(lines)}


def _entries(groups: Mapping[str, Sequence[Ranked]], today: date) -> Iterator[Line]:
    for heading, lines in groups.items():
        if heading:
            yield Line("")
            yield Line(heading, style="dim")
        for line in lines:
            yield from _entry(line, today)


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


def _told(rows: Sequence[Sequence[str]], groups: Mapping[str, Sequence[Ranked]]) -> Iterator[str]:
    """The table as plain text."""
    told = aligned(rows, right=[_IN_TIME])
    yield next(told)
    for heading, lines in groups.items():
        yield from ("", heading) if heading else ()
        yield from islice(told, len(lines))


def _table(rows: Sequence[Sequence[str]], groups: Mapping[str, Sequence[Ranked]]) -> "Text":
    """The table in colours."""
    from rich.text import Text

    head, *told = padded(rows, right=[_IN_TIME])
    cells = iter(told)
    drawn = [Text(GAP.join(head), style="dim")]
    for heading, lines in groups.items():
        drawn += [Text(""), Text(heading, style="dim")] if heading else []
        for line in lines:
            who, verdict, *others = next(cells)
            styled = (verdict, verdict_style(line.place.verdict))
            drawn.append(Text.assemble(who, GAP, styled, GAP, GAP.join(others)))
    return Text("\n").join(drawn)
