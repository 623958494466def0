"""The facts of a chronology in words, one line each: no word of praise or blame among them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from netlog.domain.chronology.chronology import Chronology
from netlog.domain.chronology.facts import (
    AttemptFact,
    EventFact,
    Fact,
    HeardFact,
    OutcomeFact,
    SettlementFact,
)
from netlog.domain.standing import days_overdue
from netlog.domain.text import join
from netlog.domain.wording import Wording, capital, count
from netlog.render.chronology.paper import Entry, Section
from netlog.render.chronology.words import clause, due_day, full_day, noted, via_text

# What was done, and how what was owed begins, which that says already.
_ACKNOWLEDGED = {
    "thanks": ("{debtor} thanked {creditor}", "thanks "),
    "apology": ("{debtor} apologised to {creditor}", "an apology "),
}


def section(shown: Chronology, wording: Wording) -> Section:
    """All facts, day by day."""
    return Section("facts", "Day by day", [_fact(fact, wording) for fact in shown.facts])


def _fact(fact: Fact, wording: Wording) -> Entry:
    text = " · ".join(_PARTS[type(fact)](fact, wording))
    return Entry(
        fact.id,
        text,
        more=noted(fact.note),
        day=full_day(fact.on),
        fields={"on": fact.on, "id": fact.id, "text": text, "via": fact.via, "note": fact.note},
    )


def _event(fact: EventFact, wording: Wording) -> Iterator[str]:
    event = fact.happening.event
    yield wording.event(event, fact.happening.parties)
    yield from wording.details(event, fact.happening.uncounted)
    if event.introduction_id is not None:
        yield f"about e{event.introduction_id}"
    if event.replaces_id is not None:
        yield f"in place of e{event.replaces_id}"
    if event.kind == "promise":
        yield from (f"due {due_day(item.obligation.due_on)}" for item in fact.opened)
    if fact.tried is not None and fact.tried.of > 1:
        words = f"attempt {fact.tried.number} of {fact.tried.of}"
        # The other attempts may have been about something else.
        yield f"{words} to reach them" if event.about else words
    for settlement, item in fact.settled:
        if item.obligation.kind == "reply" and settlement.ending == "kept":
            days = (settlement.settled_on - item.obligation.opened_on).days
            yield f"an answer after {count(days, 'day')}" if days else "an answer the same day"
    for outcome, introduction in fact.showed:
        if outcome.outcome == "responded":
            yield f"the first answer after e{introduction.event.id}"


def _settlement(fact: SettlementFact, wording: Wording) -> Iterator[str]:
    if fact.settlement.ending == "kept":
        yield _kept(fact, wording)
        yield from _how_soon(fact)
    else:
        word = {"broken": "Marked as broken", "waived": "Waived"}[fact.settlement.ending]
        yield f"{word}: {clause(fact.items[0], wording)}"
    yield from via_text(fact.via)


def _how_soon(fact: SettlementFact) -> Iterator[str]:
    owed = fact.items[0].obligation
    if owed.kind == "promise":
        late = days_overdue(owed, fact.on)
        after = f", {count(late, 'day')} late" if late > 0 else ""
        yield f"due {due_day(owed.due_on)}{after}"
    elif len(fact.items) == 1:
        days = (fact.on - owed.opened_on).days
        after = f"{count(days, 'day')} after" if days else "the same day as"
        yield f"{after} e{owed.event_id}"


def _kept(fact: SettlementFact, wording: Wording) -> str:
    item, owed = fact.items[0], fact.items[0].obligation
    if owed.kind in _ACKNOWLEDGED:
        did, beginning = _ACKNOWLEDGED[owed.kind]
        what = join([wording.what(item).removeprefix(beginning) for item in fact.items])
        return capital(f"{wording.of(item, did)} {what}")
    if owed.kind == "promise":
        whole = "a promise" if fact.so_far == owed.times else "a part of a promise"
        parts = f", {fact.so_far} of {owed.times}" if owed.times > 1 else ""
        return capital(
            wording.of(item, f'{{debtor}} kept {whole} to {{creditor}}: "{{about}}"{parts}')
        )
    return f"Done: {clause(item, wording)}"


def _attempt(fact: AttemptFact, wording: Wording) -> Iterator[str]:
    """That I asked, and whom; of being happy anybody may have been asked."""
    words = "{debtor} asked whether {client} and {provider} were happy: no word yet"
    if fact.items[0].obligation.kind == "check-response":
        words = "{debtor} asked {waiting}: nothing from {first} yet"
    yield capital(wording.of(fact.items[0], words))
    yield from via_text(fact.via)


def _outcome(fact: OutcomeFact, wording: Wording) -> Iterator[str]:
    yield wording.outcome(fact.outcome, fact.happening.introduced)
    heard = "" if wording.me in fact.happening.introduced.both else "heard "
    yield from (f"{heard}{via}" for via in via_text(fact.via))


def _heard(fact: HeardFact, wording: Wording) -> Iterator[str]:
    """That I heard of it: of whom the ledger does not know."""
    words = "{debtor} heard that {first} had answered {waiting}"
    if fact.outcome.outcome == "happy":
        words = "{debtor} heard that {client} and {provider} were both happy"
    yield capital(f"{wording.of(fact.items[0], words)} on {full_day(fact.outcome.noted_on)}")
    yield from via_text(fact.via)


_PARTS: Mapping[type[Fact], Callable[[Any, Wording], Iterator[str]]] = {
    EventFact: _event,
    SettlementFact: _settlement,
    AttemptFact: _attempt,
    OutcomeFact: _outcome,
    HeardFact: _heard,
}
