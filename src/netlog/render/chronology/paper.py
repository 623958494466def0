"""A chronology as a paper: a title, some lines, and sections of entries, in no form yet."""

from collections.abc import Iterator
from typing import NamedTuple

from netlog.domain.chronology import Chronology, fees
from netlog.render.chronology.fact_lines import fact_id, fact_note, fact_text
from netlog.render.chronology.sentences import (
    follow_up_sentences,
    full_day,
    heading,
    open_text,
    wait_sentences,
)
from netlog.render.wording import UNNAMED, Wording, count, join


class Entry(NamedTuple):
    """An id, the day where it is a fact of one, a sentence, and what follows it."""

    key: str
    text: str
    more: tuple[str, ...] = ()
    day: str = ""


class Section(NamedTuple):
    """A heading with entries."""

    title: str
    entries: tuple[Entry, ...]


class Paper(NamedTuple):
    """The whole chronology: everything in it is plain text, whoever wrote it."""

    title: str
    lines: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: str


FOOT = (
    "Days are calendar days: the ledger keeps no times of day, and the order within one day says"
    " nothing of the hour. Where no day was agreed, due days follow the ledger's terms."
    " Ids such as e1 and 4 are those of the entries in the ledger."
)


def paper(found: Chronology, wording: Wording) -> Paper:
    """The paper of a chronology."""
    sections = (
        Section("Introductions", tuple(_introductions(found, wording))),
        Section("Replies", tuple(_replies(found, wording))),
        Section("Day by day", tuple(_facts(found, wording))),
        Section(f"Open on {full_day(wording.today)}", tuple(_open(found, wording))),
    )
    contact = found.matter.contact
    unnamed = contact.is_me and wording.my_name == UNNAMED
    return Paper(
        title=f"Chronology: {'You' if unnamed else wording.name(contact.id)}",
        lines=tuple(_lines(found, wording)),
        sections=tuple(one for one in sections if one.entries),
        foot=FOOT,
    )


def _lines(found: Chronology, wording: Wording) -> Iterator[str]:
    matter = found.matter
    if matter.organisation is not None:
        yield f"Organisation: {matter.organisation.name}."
    others = sorted(wording.name(one) for one in matter.members - {matter.contact.id})
    if others:
        yield f"With its people: {join(others)}."
    first, last = found.facts[0].on, found.facts[-1].on
    period = full_day(first) if first == last else f"{full_day(first)} to {full_day(last)}"
    yield f"Period: {period}. Drawn up on {full_day(wording.today)}."
    if found.given:
        yield _given(found, wording)


def _given(found: Chronology, wording: Wording) -> str:
    answered = sum(one.answered_on is not None for one in found.given)
    problems = sum(bool(one.problems) for one in found.given)
    told = [f"{answered} answered", f"{problems} with a problem"]
    if found.leads:
        told.append(f"fees {wording.money(fees(found.leads))}")
    return f"{count(len(found.given), 'introduction')} given: {', '.join(told)}."


def _introductions(found: Chronology, wording: Wording) -> Iterator[Entry]:
    for one in found.follow_ups:
        sentences = tuple(follow_up_sentences(one, wording))
        yield Entry(f"e{one.who.event_id}", heading(one, wording), sentences)


def _replies(found: Chronology, wording: Wording) -> Iterator[Entry]:
    for one in found.waits:
        first, *more = wait_sentences(one, wording)
        yield Entry(str(one.item.obligation.id), first, tuple(more))


def _facts(found: Chronology, wording: Wording) -> Iterator[Entry]:
    for fact in found.facts:
        note = fact_note(fact)
        noted = (f'Noted: "{note}"',) if note else ()
        yield Entry(fact_id(fact), fact_text(fact, wording), noted, full_day(fact.on))


def _open(found: Chronology, wording: Wording) -> Iterator[Entry]:
    for item in found.open_items:
        yield Entry(str(item.obligation.id), open_text(item, wording))
