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
from netlog.domain.records import Event
from netlog.domain.standing import days_overdue
from netlog.render.chronology.sentences import clause, due_day, full_day, via_text
from netlog.render.wording import Wording, capital, count, join


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
    match fact:
        case EventFact(happening):
            return happening.event.note
        case SettlementFact(settlement) | HeardFact(settlement):
            return settlement.note
        case AttemptFact(attempt):
            return attempt.note
        case OutcomeFact(outcome):
            return "" if fact.told_later else outcome.note


def fact_via(fact: Fact) -> str:
    """The channel of a fact, "" where none was told."""
    match fact:
        case EventFact(happening):
            return happening.event.via
        case SettlementFact(settlement) | HeardFact(settlement):
            return settlement.via
        case AttemptFact(attempt):
            return attempt.via
        case OutcomeFact(outcome):
            return "" if fact.told_later else outcome.via


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
    told = (("at", event.place), ("via", event.via), ("fee", wording.money(event.fee)))
    yield from (f"{word} {value}" for word, value in told if value)
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
    item = fact.items[0]
    owed = item.obligation
    debtor, creditor = wording.name(owed.debtor_id), wording.name(owed.creditor_id)
    what = [wording.what(one) for one in fact.items]
    if owed.kind == "thanks":
        return capital(f"{debtor} thanked {creditor} {_each(what, 'thanks ')}")
    if owed.kind == "apology":
        return capital(f"{debtor} apologised to {creditor} {_each(what, 'an apology ')}")
    if owed.kind == "promise":
        whole = "a promise" if fact.so_far == owed.times else "a part of a promise"
        parts = f", {fact.so_far} of {owed.times}" if owed.times > 1 else ""
        return capital(f'{debtor} kept {whole} to {creditor}: "{item.event.about}"{parts}')
    return f"Done: {clause(item, wording)}"


def _each(what: list[str], beginning: str) -> str:
    return join([one.removeprefix(beginning) for one in what])


def _attempt(fact: AttemptFact, wording: Wording) -> str:
    """That I asked, and whom; of being happy anybody may have been asked."""
    item = fact.item
    asker = wording.name(item.obligation.debtor_id)
    client, provider = wording.name(item.who("client")), wording.name(item.who("provider"))
    if item.obligation.kind == "check-response":
        return capital(f"{asker} asked {client}: nothing from {provider} yet")
    return capital(f"{asker} asked whether {client} and {provider} were happy: no word yet")


def _outcome(fact: OutcomeFact, wording: Wording) -> Iterator[str]:
    yield wording.outcome(fact.outcome.outcome, fact.happening.parties)
    if via := fact_via(fact):
        two = [one.contact_id for one in fact.happening.parties if one.role != "introducer"]
        yield f"via {via}" if wording.me in two else f"heard via {via}"


def _heard(fact: HeardFact, wording: Wording) -> str:
    """That I heard of it: of whom the ledger does not know."""
    item = fact.items[0]
    client, provider = wording.name(item.who("client")), wording.name(item.who("provider"))
    listener, day = wording.name(item.obligation.debtor_id), full_day(fact.outcome.noted_on)
    told = f"{provider} had answered {client} on {day}"
    if fact.outcome.outcome == "happy":
        told = f"{client} and {provider} were both happy on {day}"
    return capital(f"{listener} heard that {told}")
