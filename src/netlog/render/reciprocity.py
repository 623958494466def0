"""Introductions given and received, with one contact or with each, and for scripts."""

from collections.abc import Iterator, Sequence

from netlog.domain.report.dossier import Dossier
from netlog.domain.report.reciprocity import Reciprocity, reciprocity, with_each, with_everybody
from netlog.domain.wording import Wording
from netlog.render.forms.facts import Facts, Sentence, clauses, plain
from netlog.render.forms.table import Column, Table
from netlog.render.forms.values import NOTHING
from netlog.render.lines import Line, flush, section
from netlog.render.outcomes import answered, problems
from netlog.render.sink import on_terminal

MOST_ON_A_TERMINAL = 10
_RECEIVED = "/reciprocity/received"


def reciprocity_lines(facts: Facts) -> list[Sentence]:
    """What I gave a contact and what they gave me; none where that is nothing."""
    ways = (("You gave them", "/reciprocity/given", "you"), ("They gave you", _RECEIVED, "they"))
    if not any(facts(f"{at}/introductions") for _, at, _ in ways):
        return []
    return [[f"{way}: ", *(gave(facts, at, giver) or ["none"])] for way, at, giver in ways]


def reciprocity_section(facts: Facts) -> list[Line]:
    """My own report's table of contacts, the most one-sided first; empty where there is none."""
    pairs = facts.rows("/reciprocity/contacts", MOST_ON_A_TERMINAL if on_terminal() else None)
    columns: Sequence[Column[str]] = (
        Column("", "who", lambda pair: str(facts.value(f"{pair}/name"))),
        Column("", "you gave them", lambda pair: _cell(facts, f"{pair}/given", "you")),
        Column("", "they gave you", lambda pair: _cell(facts, f"{pair}/received", "they")),
    )
    left_out = len(facts("/reciprocity/contacts")) - len(pairs)
    more = [flush(f"and {left_out} more: netlog report me --evidence | less")] if left_out else []
    table = Table(columns, pairs, entry=lambda pair: _entry(pair, columns))
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


def gave(facts: Facts, at: str, giver: str) -> Sentence:
    """What the one gave the other, and what came of it; empty for nothing."""
    if not facts(f"{at}/introductions"):
        return []
    parts = [
        facts.fill("{introductions:introduction}", at),
        *answered(facts, at),
        problems(facts, at, by=giver),
        facts.fill("fees {fees:money}" if facts(f"{at}/paid") else "", at),
    ]
    return clauses(parts)


def _cell(facts: Facts, at: str, giver: str) -> str:
    return plain(gave(facts, at, giver)) or NOTHING


def _entry(pair: str, columns: Sequence[Column[str]]) -> Iterator[Line]:
    """The lines of somebody where columns have no room."""
    who, *both = columns
    yield Line(who.value(pair))
    for column in both:
        if (gift := column.value(pair)) != NOTHING:
            yield Line(f"{column.head} {gift}", indent=2)


def _both(pair: Reciprocity) -> dict[str, object]:
    return {way: tally._asdict() for way, tally in pair._asdict().items()}
