"""The ranking of everybody, and the shortlist for a skill."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from netlog.domain.dates.days import day_text
from netlog.domain.people.names import beside
from netlog.domain.report.ranking import Ranked, leads_apart, said_once
from netlog.domain.score.population import Population
from netlog.domain.text import join
from netlog.domain.wording import count
from netlog.render.archived import only_archived
from netlog.render.forms.facts import Facts, plain
from netlog.render.forms.table import Column, Table, broken
from netlog.render.forms.values import share
from netlog.render.lines import Line, put, tell_left_out
from netlog.render.population import population_json, population_sentence
from netlog.render.score import STYLES, in_time, likely, score_json
from netlog.render.sink import document, tell

ORDER = 'Ranked by verdict, then half way from "in time" to the lower end of "likely"'
ROWS = (
    "name org verdict rank score.mean score.low score.high last_contact introductions_90d"
    " only_a_lead why"
)
LEADS = "Known only as paid leads"


def ranking_document(lines: Sequence[Ranked], population: Population) -> dict[str, Any]:
    """The ranking for a script."""
    return document(items=ranking_items(lines), population=population_json(population))


def ranking_items(lines: Sequence[Ranked]) -> list[dict[str, object]]:
    """The lines of the ranking for a script, and for the page of it."""
    return Table(_COLUMNS, lines).items()


def print_text(
    lines: Sequence[Ranked],
    population: Population,
    today: date,
    skill: str | None,
    left_out: int,
) -> None:
    """Print the ranking for a person: a table, or for a skill a shortlist with reasons."""
    others, leads = leads_apart(said_once(lines))
    rows = [*others, *leads]
    breaks = {len(others): LEADS} if others and leads else {}
    entry = partial(_entry, today)
    table = Table(_COLUMNS, rows, today, entry, breaks_cells=False, breaks=breaks)
    put(table.lines() if skill is None else broken(map(entry, rows), breaks))
    if len(lines) > 1:
        tell(f"{ORDER}.")
    if learned := population_sentence(
        Facts(document(today=today, population=population_json(population)))
    ):
        tell(plain(learned))
    tell_left_out(left_out)


def print_nobody(skill: str | None, archived: int) -> None:
    """Say that there is nobody to rank, or that all who have a skill are archived."""
    if skill is None and archived:
        tell(*only_archived("Nobody in sight has a record yet", archived))
    elif skill is None:
        tell("Nobody has a record yet.")
    else:
        tell(f'Only those who are archived are known for "{skill}".', "netlog people --archived")


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
    punctual = ", ".join(filter(None, [f"{record.in_time} of {settled} in time", join(against)]))
    ended = line.put_forward
    happy = f"{ended.happy} of {ended.ended} happy" if ended.happy else ""
    problems = count(line.place.problems, "problem") if line.place.problems else ""
    return "; ".join(filter(None, [punctual if settled else "", happy, problems]))


def _put_forward(line: Ranked) -> dict[str, int]:
    return {"happy": line.put_forward.happy, "ended": line.put_forward.ended}


def _if_known(line: Ranked, words: str) -> str:
    """What is told of a score; nothing where nothing is known."""
    return "" if line.place.verdict == "unknown" else words


def _entry(today: date, line: Ranked) -> Iterator[Line]:
    """The lines of somebody without columns."""
    score, verdict = line.place.score, line.place.verdict
    yield Line(named(line), style="bold")
    estimate = _if_known(line, f"  {in_time(score)}")
    yield Line(f"{verdict}{estimate}", indent=2, style=STYLES[verdict])
    last = "no contact yet"
    if line.last_contact is not None:
        last = f"last contact {day_text(line.last_contact, today)}"
    recent = count(line.recent_introductions, "introduction")
    yield Line(" · ".join([why(line), last, f"{recent} in 90 days"]), indent=2)


def named(line: Ranked) -> str:
    """The name with the organisation."""
    name = line.place.contact.name
    return " · ".join(filter(None, [name, beside(name, line.organisation)]))


_COLUMNS: Sequence[Column[Ranked]] = (
    Column("name", None, lambda line: line.place.contact.name),
    Column("", "who", lambda line: named(line) if line.is_for_both else line.place.contact.name),
    Column("org", None, lambda line: line.organisation),
    Column(
        "verdict",
        "verdict",
        lambda line: line.place.verdict,
        style=lambda line: STYLES[line.place.verdict],
    ),
    Column("score", None, lambda line: score_json(line.place.score)),
    Column("rank", None, lambda line: round(line.place.rank, 4)),
    Column("", "in time", lambda line: _if_known(line, share(line.place.score.mean)), right=True),
    Column("", "likely", lambda line: _if_known(line, likely(line.place.score))),
    Column("last_contact", "last contact", lambda line: line.last_contact),
    Column("introductions_90d", None, lambda line: line.recent_introductions),
    Column("why", None, why),
    Column("only_a_lead", None, lambda line: line.put_forward.only_a_lead),
    Column("put_forward", None, _put_forward),
)
