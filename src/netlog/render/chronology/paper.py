"""A chronology as a paper: a title, some lines, and sections of entries, in no form yet."""

from collections.abc import Iterator
from typing import NamedTuple

from netlog.domain.chronology.chronology import Chronology, fees
from netlog.domain.chronology.extract import Extracted
from netlog.domain.wording import UNNAMED, Wording, count, join
from netlog.render.chronology.fact_lines import fact_id, fact_note, fact_text
from netlog.render.chronology.fee_lines import fee_lines, fee_text
from netlog.render.chronology.promised import promise_lines, promise_sentences
from netlog.render.chronology.sentences import (
    follow_up_sentences,
    full_day,
    heading,
    open_text,
    wait_sentences,
)


class Entry(NamedTuple):
    """An id, the day where it is a fact of one, a sentence, and what follows it."""

    key: str
    text: str
    more: tuple[str, ...] = ()
    day: str = ""


class Section(NamedTuple):
    """A heading with entries, and what they add up to before them."""

    title: str
    entries: tuple[Entry, ...]
    lines: tuple[str, ...] = ()


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


def nothing(told: Extracted, wording: Wording) -> str:
    """That there is nothing to tell, or that the extract that was asked for is empty."""
    name = wording.name(told.whole.matter.contact.id)
    if told.extract.is_whole:
        return f"Nothing is on record with {name}."
    return f"Of what is on record with {name}, nothing is left to show."


def paper(told: Extracted, wording: Wording) -> Paper:
    """The paper of a chronology, or of what is wanted of it."""
    found = told.shown
    sections = (
        Section("Promises", _promises(found, wording), tuple(promise_lines(found, wording))),
        Section("Fees", _fees(found, wording), tuple(fee_lines(found, wording))),
        Section("Introductions", tuple(_introductions(found, wording))),
        Section("Replies", tuple(_replies(found, wording))),
        Section("Day by day", tuple(_facts(found, wording))),
        Section(f"Open on {full_day(wording.today)}", tuple(_open(found, wording))),
    )
    contact = found.matter.contact
    unnamed = contact.is_me and wording.my_name == UNNAMED
    return Paper(
        title=f"Chronology: {'You' if unnamed else wording.name(contact.id)}",
        lines=tuple(_lines(told, wording)),
        sections=tuple(one for one in sections if one.entries),
        foot=FOOT,
    )


def _lines(told: Extracted, wording: Wording) -> Iterator[str]:
    found, matter = told.shown, told.shown.matter
    if matter.organisation is not None:
        yield f"Organisation: {matter.organisation.name}."
    others = sorted(wording.name(one) for one in matter.members - {matter.contact.id})
    if others:
        yield f"With its people: {join(others)}."
    drawn = f"Drawn up on {full_day(told.drawn_on)}."
    yield f"{_period(found)} {drawn}" if found.facts else f"{nothing(told, wording)} {drawn}"
    if not told.extract.is_whole:
        yield _extract(told)
    if found.given:
        yield _given(found, wording)


def _period(found: Chronology) -> str:
    first, last = (full_day(found.facts[end].on) for end in (0, -1))
    return f"Period: {first}." if first == last else f"Period: {first} to {last}."


def _extract(told: Extracted) -> str:
    """That it is an extract, and of which kind; never what was left out."""
    wanted = told.extract
    parts = []
    if wanted.since is not None:
        parts.append(f"from {full_day(wanted.since)}")
    if wanted.until is not None:
        parts.append(f"up to {full_day(wanted.until)} and as of that day")
    if told.left_out:
        entries = "1 entry" if told.left_out == 1 else f"{told.left_out} entries"
        parts.append(f"{entries} left out")
    if not wanted.notes:
        parts.append("notes left out")
    return f"This is an extract: {'; '.join(parts)}."


def _given(found: Chronology, wording: Wording) -> str:
    answered = sum(one.answered_on is not None for one in found.given)
    problems = sum(bool(one.problems) for one in found.given)
    told = [f"{answered} answered", f"{problems} with a problem"]
    if found.leads:
        told.append(f"fees {wording.money(fees(found.leads))}")
    return f"{count(len(found.given), 'introduction')} given: {', '.join(told)}."


def _promises(found: Chronology, wording: Wording) -> tuple[Entry, ...]:
    told = [(one, promise_sentences(one, wording)) for one in found.promises]
    return tuple(Entry(str(one.obligation.id), first, tuple(more)) for one, (first, *more) in told)


def _fees(found: Chronology, wording: Wording) -> tuple[Entry, ...]:
    return tuple(Entry(f"e{one.who.event_id}", fee_text(one, wording)) for one in found.leads)


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
