"""The facts of a chronology in words, one line each: no word of praise or blame among them."""

from collections.abc import Iterator

from netlog.domain.chronology.facts import (
    AttemptFact,
    EventFact,
    Fact,
    HeardFact,
    OutcomeFact,
    SettlementFact,
)
from netlog.domain.records import Attempt, Event, IntroductionOutcome, Settlement
from netlog.domain.standing import days_overdue
from netlog.domain.wording import Wording, capital, count, join
from netlog.render.chronology.sentences import clause, due_day, full_day, via_text

# What was done, and how what was owed begins, which that says already.
_ACKNOWLEDGED = {
    "thanks": ("{debtor} thanked {creditor}", "thanks "),
    "apology": ("{debtor} apologised to {creditor}", "an apology "),
}


def fact_text(fact: Fact, wording: Wording) -> str:
    """A fact in one line, without its day."""
    match fact:
        case EventFact():
            return " · ".join(_event(fact, wording))
        case SettlementFact():
            return " · ".join(_settlement(fact, wording))
        case AttemptFact():
            return " · ".join([_attempt(fact, wording), *via_text(fact.attempt.via)])
        case OutcomeFact():
            return " · ".join(_outcome(fact, wording))
        case HeardFact():
            return " · ".join([_heard(fact, wording), *via_text(fact.settlement.via)])


def fact_note(fact: Fact) -> str:
    """The remark that was kept with a fact, "" where there is none."""
    kept = _kept_with(fact)
    return "" if kept is None else kept.note


def fact_via(fact: Fact) -> str:
    """The channel of a fact, "" where none was told."""
    kept = _kept_with(fact)
    return "" if kept is None else kept.via


def _kept_with(fact: Fact) -> Event | Settlement | Attempt | IntroductionOutcome | None:
    """The record that a fact comes from; None where another fact tells what is in it."""
    match fact:
        case EventFact(happening):
            return happening.event
        case OutcomeFact(outcome):
            return None if fact.told_later else outcome
        case AttemptFact(record) | SettlementFact(record) | HeardFact(record):
            return record


def fact_id(fact: Fact) -> str:
    """The id under which a fact is found: an event's, or that of the item or items."""
    match fact:
        case EventFact(happening):
            return f"e{happening.event.id}"
        case SettlementFact(_, items):
            return ", ".join(str(item.obligation.id) for item in items)
        case AttemptFact(_, item):
            return str(item.obligation.id)
        case OutcomeFact(outcome) | HeardFact(_, _, outcome):
            return f"e{outcome.event_id}"


def _event(fact: EventFact, wording: Wording) -> Iterator[str]:
    event = fact.happening.event
    yield wording.event(event, fact.happening.parties)
    yield from _details(event, wording)
    if event.kind == "promise":
        yield from (f"due {due_day(item.obligation.due_on)}" for item in fact.happening.items[:1])
    if fact.tried is not None and fact.tried.of > 1:
        told = f"attempt {fact.tried.number} of {fact.tried.of}"
        # The other attempts may have been about something else.
        yield f"{told} to reach them" if event.about else told
    for settlement, item in fact.settled:
        if item.obligation.kind == "reply" and settlement.ending == "kept":
            days = (settlement.settled_on - item.obligation.opened_on).days
            yield f"an answer after {count(days, 'day')}" if days else "an answer the same day"
    for outcome, introduction in fact.showed:
        if outcome.outcome == "responded":
            yield f"the first answer after e{introduction.event.id}"


def _details(event: Event, wording: Wording) -> Iterator[str]:
    yield from wording.details(event)
    if event.introduction_id is not None:
        yield f"about e{event.introduction_id}"
    if event.replaces_id is not None:
        yield f"in place of e{event.replaces_id}"


def _settlement(fact: SettlementFact, wording: Wording) -> Iterator[str]:
    settlement, item = fact.settlement, fact.items[0]
    if settlement.ending == "kept":
        yield _kept(fact, wording)
        yield from _how_soon(fact)
    else:
        word = {"broken": "Marked as broken", "waived": "Waived"}[settlement.ending]
        yield f"{word}: {clause(item, wording)}"
    yield from via_text(settlement.via)


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
        what = join([wording.what(one).removeprefix(beginning) for one in fact.items])
        return capital(f"{wording.of(item, did)} {what}")
    if owed.kind == "promise":
        whole = "a promise" if fact.so_far == owed.times else "a part of a promise"
        parts = f", {fact.so_far} of {owed.times}" if owed.times > 1 else ""
        return capital(
            wording.of(item, f'{{debtor}} kept {whole} to {{creditor}}: "{{about}}"{parts}')
        )
    return f"Done: {clause(item, wording)}"


def _attempt(fact: AttemptFact, wording: Wording) -> str:
    """That I asked, and whom; of being happy anybody may have been asked."""
    told = "{debtor} asked whether {client} and {provider} were happy: no word yet"
    if fact.item.obligation.kind == "check-response":
        told = "{debtor} asked {client}: nothing from {provider} yet"
    return capital(wording.of(fact.item, told))


def _outcome(fact: OutcomeFact, wording: Wording) -> Iterator[str]:
    yield wording.outcome(fact.outcome.outcome, fact.happening.parties)
    if via := fact_via(fact):
        two = [one.contact_id for one in fact.happening.parties if one.role != "introducer"]
        yield f"via {via}" if wording.me in two else f"heard via {via}"


def _heard(fact: HeardFact, wording: Wording) -> str:
    """That I heard of it: of whom the ledger does not know."""
    told = "{debtor} heard that {provider} had answered {client}"
    if fact.outcome.outcome == "happy":
        told = "{debtor} heard that {client} and {provider} were both happy"
    return capital(f"{wording.of(fact.items[0], told)} on {full_day(fact.outcome.noted_on)}")
