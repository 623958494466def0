"""What the facts and figures of a chronology are in words: no word of praise or blame among them.

Each day has its year, and I am called by my name where it is known, because somebody else reads it.
"""

from collections.abc import Iterator
from datetime import date

from netlog.domain.chronology import (
    AttemptFact,
    EventFact,
    Fact,
    OutcomeFact,
    SettlementFact,
    Wait,
)
from netlog.domain.dates import weekday_text
from netlog.domain.follow_up import FollowUp, Tries
from netlog.domain.history import Happening
from netlog.domain.items import CHECK_INS, Item
from netlog.domain.records import Event
from netlog.domain.standing import days_overdue
from netlog.render.wording import Wording, capital, count, join, times

_OF_ANOTHER_YEAR = date.min


def full_day(day: date) -> str:
    """A day that stays clear for years: "Mon 5 Jan 2026"."""
    return weekday_text(day, _OF_ANOTHER_YEAR)


def heading(follow_up: FollowUp, wording: Wording) -> str:
    """Who introduced whom to whom, when, and for which fee."""
    happening = follow_up.introduction
    told = f"{wording.event(happening.event, happening.parties)} on {full_day(follow_up.who.on)}"
    fee = happening.event.fee
    return f"{told}, fee {fee}." if fee else f"{told}."


def follow_up_sentences(one: FollowUp, wording: Wording) -> list[str]:
    """What came of an introduction, in sentences."""
    told = _reached(one, wording) if one.other is not None else _asked(one, wording)
    if one.happy_on is not None:
        told.append(f"Both sides were happy, as noted on {full_day(one.happy_on)}.")
    for problem in one.problems:
        told += _problem(problem, one, wording)
    return told


def _reached(one: FollowUp, wording: Wording) -> list[str]:
    other = wording.name(one.other or 0)
    told = []
    if one.days_to_first_try is not None:
        told = [
            f"First attempt to reach {other}: {_later(one.days_to_first_try)}.",
            f"{tries_text(one.tries)}.",
        ]
    elif one.answered_on is None:
        told = [f"No attempt to reach {other} is on record."]
    if one.answered_on is not None:
        begin, since = one.tries.first or one.who.on, "first attempt"
        since = since if one.tries.first else "introduction"
        told.append(f"{capital(other)} answered {_on(one.answered_on, begin, since)}.")
    elif one.days_without_answer is not None:
        told.append(
            f"No answer for {count(one.days_without_answer, 'day')},"
            f" from the first attempt until {_until(one)}."
        )
    return told


def _asked(one: FollowUp, wording: Wording) -> list[str]:
    client, provider = wording.name(one.who.client), wording.name(one.who.provider)
    told = []
    if one.tries.last is not None:
        often = len(one.tries.made)
        when = f"on {full_day(one.tries.last)}"
        when = when if often == 1 else f"last {when}"
        asked = f"Asked {client} {times(often)} whether {provider} had answered"
        told = [f"{asked}, {when}: not yet."]
    if one.answered_on is not None:
        when = _on(one.answered_on, one.who.on, "introduction")
        told.append(f"{capital(provider)} answered {client} {when}.")
    else:
        told.append(f"No answer of {provider} to {client} is on record.")
    return told


def _until(one: FollowUp) -> str:
    day = full_day(one.until)
    return f"{day}, when the problem was noted" if one.problems else day


def _later(days: int) -> str:
    return "the same day" if days == 0 else f"{count(days, 'day')} later"


def _on(day: date, begin: date, since: str) -> str:
    days = (day - begin).days
    after = f"{count(days, 'day')} after the {since}" if days else f"the day of the {since}"
    return f"on {full_day(day)}, {after}"


def _problem(problem: Happening, one: FollowUp, wording: Wording) -> Iterator[str]:
    event = problem.event
    told = wording.event(event, problem.parties)
    yield f"{told}, noted {_on(event.happened_on, one.who.on, 'introduction')}."
    for item in problem.items:
        yield capital(f"{_what(item, wording)}: {_came(item, wording)}.")


def _came(item: Item, wording: Wording) -> str:
    closed, due = item.obligation.closed_on, full_day(item.obligation.due_on)
    if closed is None:
        return f"due on {due}, none on record by {full_day(wording.today)}"
    words = {"kept": "given", "broken": "given up", "waived": "waived"}
    return f"due on {due}, {words[item.settlements[-1].ending]} on {full_day(closed)}"


def _what(item: Item, wording: Wording) -> str:
    """What is owed; nobody is called better than somebody else here."""
    if item.obligation.kind == "replacement":
        return f"a replacement for {wording.name(item.who('culprit'))}"
    return wording.what(item)


def _clause(item: Item, wording: Wording) -> str:
    """Who owes whom what, or owed it."""
    closed = item.obligation.closed_on is not None
    told = wording.owed(item) if closed else wording.owes(item)
    if item.obligation.kind == "replacement":
        return told.removesuffix(wording.what(item)) + _what(item, wording)
    return told


def tries_text(tries: Tries) -> str:
    """Attempts with their days and channels: "3 attempts on 3 days, ...: 2 via phone, 1 ..."."""
    if tries.first is None or tries.last is None:
        return "no attempt"
    attempts = count(len(tries.made), "attempt")
    told = f"{attempts} on {full_day(tries.first)}"
    if tries.days > 1:
        between = f"{full_day(tries.first)} to {full_day(tries.last)}"
        told = f"{attempts} on {count(tries.days, 'day')}, {between}"
    if len(tries.made) == 1:
        return " ".join([told, *_via(tries.made[0].via)])
    named = [f"{number} via {via}" for via, number in tries.channels.items() if via]
    return f"{told}: {join(named)}" if named else told


def wait_sentences(wait: Wait, wording: Wording) -> list[str]:
    """Who waited for a reply of whom, and how long."""
    owed = wait.item.obligation
    about = wait.item.event.about
    told = f"{wording.name(owed.creditor_id)} to {wording.name(owed.debtor_id)}"
    told = f'{told}, about "{about}"' if about else told
    ended = f"No answer for {count(wait.days, 'day')}, until {full_day(wait.until)}."
    if wait.answered_on is not None:
        begin = wait.tries.first or owed.opened_on
        ended = f"Answered {_on(wait.answered_on, begin, 'first attempt')}."
    elif owed.closed_on is not None:
        ended = f"Closed on {full_day(owed.closed_on)} without an answer."
    return [f"{capital(told)}: {tries_text(wait.tries)}.", ended]


def fact_text(fact: Fact, wording: Wording) -> str:
    """A fact in one line, without its day."""
    match fact:
        case EventFact():
            return " · ".join(_event(fact, wording))
        case SettlementFact():
            return " · ".join(_settlement(fact, wording))
        case AttemptFact():
            return " · ".join(_attempt(fact, wording))
        case OutcomeFact(outcome, happening):
            sentence = wording.outcome(outcome.outcome, happening.parties)
            return " · ".join([sentence, *_via(outcome.via)])


def fact_note(fact: Fact) -> str:
    """The remark that was kept with a fact, "" where there is none."""
    match fact:
        case EventFact(happening):
            return happening.event.note
        case SettlementFact(settlement):
            return settlement.note
        case AttemptFact(attempt):
            return attempt.note
        case OutcomeFact(outcome):
            return outcome.note


def fact_via(fact: Fact) -> str:
    """The channel of a fact, "" where none was told."""
    match fact:
        case EventFact(happening):
            return happening.event.via
        case SettlementFact(settlement):
            return settlement.via
        case AttemptFact(attempt):
            return attempt.via
        case OutcomeFact(outcome):
            return outcome.via


def fact_id(fact: Fact) -> str:
    """The id under which a fact is found: an event's, or that of the item or items."""
    match fact:
        case EventFact(happening):
            return f"e{happening.event.id}"
        case SettlementFact(_, items):
            return ", ".join(str(item.obligation.id) for item in items)
        case AttemptFact(_, item):
            return str(item.obligation.id)
        case OutcomeFact(outcome):
            return f"e{outcome.event_id}"


def _via(via: str) -> list[str]:
    return [f"via {via}"] if via else []


def _event(fact: EventFact, wording: Wording) -> Iterator[str]:
    event = fact.happening.event
    yield wording.event(event, fact.happening.parties)
    yield from _details(event)
    if event.kind == "promise":
        yield from (f"due {full_day(item.obligation.due_on)}" for item in fact.happening.items[:1])
    if fact.attempt is not None and fact.attempt[1] > 1:
        yield "attempt {} of {}".format(*fact.attempt)
    for settlement, item in fact.settled:
        if item.obligation.kind == "reply" and settlement.ending == "kept":
            days = (settlement.settled_on - item.obligation.opened_on).days
            yield f"an answer after {count(days, 'day')}" if days else "an answer the same day"
    for outcome, introduction in fact.showed:
        if outcome.outcome == "responded":
            yield f"the first answer after e{introduction.event.id}"


def _details(event: Event) -> Iterator[str]:
    told = (("at", event.place), ("via", event.via), ("fee", event.fee))
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
        word = {"broken": "Noted as not coming", "waived": "Waived"}[settlement.ending]
        yield f"{word}: {_clause(item, wording)}"
    yield from _via(settlement.via)


def _how_soon(fact: SettlementFact) -> Iterator[str]:
    owed = fact.items[0].obligation
    if owed.kind == "promise":
        late = days_overdue(owed, fact.on)
        after = f", {count(late, 'day')} after that" if late > 0 else ""
        yield f"due {full_day(owed.due_on)}{after}"
    elif owed.kind not in CHECK_INS and len(fact.items) == 1:
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
        parts = f", {fact.settlement.times} of {owed.times}" if owed.times > 1 else ""
        return capital(f'{debtor} kept a promise to {creditor}: "{item.event.about}"{parts}')
    if owed.kind == "check-response":
        return capital(f"{debtor} {_question(item, wording)}")
    if owed.kind == "check-outcome":
        return capital(f"{debtor} asked {wording.who(item)} whether both were happy")
    return f"Done: {_clause(item, wording)}"


def _each(what: list[str], beginning: str) -> str:
    return join([one.removeprefix(beginning) for one in what])


def _attempt(fact: AttemptFact, wording: Wording) -> Iterator[str]:
    asker = wording.name(fact.item.obligation.debtor_id)
    yield capital(f"{asker} {_question(fact.item, wording)}: not yet")
    yield from _via(fact.attempt.via)


def _question(item: Item, wording: Wording) -> str:
    client, provider = wording.name(item.who("client")), wording.name(item.who("provider"))
    return f"asked {client} whether {provider} had answered"


def open_text(item: Item, wording: Wording) -> str:
    """What is open, since when, due by when, and how long it is past that."""
    owed = item.obligation
    told = (
        f"{capital(_clause(item, wording))}, since {full_day(owed.opened_on)},"
        f" due {full_day(owed.due_on)}"
    )
    late = days_overdue(owed, wording.today)
    return f"{told}, {count(late, 'day')} past that" if late > 0 else told
