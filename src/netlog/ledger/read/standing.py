"""What stands open around a new fact: where a fact at the end of its days may start from.

That it comes to the same as projecting all facts again is a property of the tests. It is what makes
a meeting with somebody of a thousand events as quick as with somebody of ten.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from netlog.domain.events.voucher import Voucher
from netlog.domain.projection.facts import Fact
from netlog.domain.projection.numbers import Numbers
from netlog.domain.projection.state import State
from netlog.domain.projection.touching import Word
from netlog.domain.records import (
    WORDS,
    Event,
    IntroductionOutcome,
    Number,
    Obligation,
)
from netlog.ledger.read.facts import (
    accounts_of,
    archived_among,
    events_of,
    following,
    owed,
    vouchers,
)
from netlog.ledger.read.intervals import latest_intervals
from netlog.ledger.read.records import by_id, me, rows_in, select_in

# Whether something around these contacts happened, or was said, on a later day than the new fact.
# From the contact to the events and not from the days, which have no index: one contact has few.
_LATER = """
SELECT 1 FROM party p CROSS JOIN event e ON e.id = p.event_id
WHERE p.contact_id IN ({ids}) AND e.happened_on > :day
UNION ALL
SELECT 1 FROM party p CROSS JOIN event e ON e.introduction_id = p.event_id
WHERE p.contact_id IN ({ids}) AND e.happened_on > :day
UNION ALL
SELECT 1 FROM acknowledgement WHERE author_id IN ({ids}) AND said_on > :day
UNION ALL
SELECT 1 FROM acknowledgement WHERE recipient_id IN ({ids}) AND said_on > :day
UNION ALL
SELECT 1 FROM interval WHERE contact_id IN ({ids}) AND since_on > :day
UNION ALL
SELECT 1 FROM archival WHERE contact_id IN ({ids}) AND since_on > :day
UNION ALL
SELECT 1 FROM party p CROSS JOIN statement s ON s.event_id = p.event_id
WHERE p.contact_id IN ({ids}) AND max(s.said_on, ifnull(s.day, '')) > :day
UNION ALL
SELECT 1 FROM party p CROSS JOIN number n ON n.event_id = p.event_id
CROSS JOIN statement s ON s.item_id = n.id
WHERE p.contact_id IN ({ids}) AND s.said_on > :day
LIMIT 1
"""
# The introductions of some contacts, each with the other one who was introduced in it.
_INTRODUCED = """
SELECT theirs.event_id, other.contact_id
FROM party theirs CROSS JOIN party other ON other.event_id = theirs.event_id
WHERE theirs.contact_id IN ({ids}) AND theirs.role IN ('client', 'provider')
AND other.role IN ('client', 'provider') AND other.contact_id <> theirs.contact_id
"""


def is_last(connection: sqlite3.Connection, contacts: Collection[int], day: date) -> bool:
    """Whether nothing around some contacts is known of a later day."""
    return not any(rows_in(connection, _LATER, contacts, day=day.isoformat()))


def standing(
    connection: sqlite3.Connection,
    facts: Collection[Fact],
    known: Collection[Voucher],
    contacts: set[int],
) -> State:
    """The state that new facts at the end of their days find.

    Args:
        connection: the ledger.
        facts: the new facts, no intervals and archivals.
        known: the events that they are, or are about.
        contacts: those around whom they change something.
    """
    owner = me(connection)
    introductions = _introductions_of(known)
    among = {number for fact in facts for number in _introductions_among(connection, owner, fact)}
    promised = {voucher.event.keeps_id for voucher in known if voucher.event.keeps_id is not None}
    wanted = {voucher.event.id for voucher in known}.union(
        introductions, among, events_of(connection, promised)
    )
    problems = select_in(connection, Event, "introduction_id", introductions)
    wanted |= {problem.id for problem in problems}
    numbers = Numbers(select_in(connection, Number, "event_id", wanted), following(connection))
    state = State(owner, vouchers(connection, wanted), numbers, contacts)
    for problem in problems:
        state.problems[problem.introduction_id or 0].append(state.voucher(problem.id))
    for account in accounts_of(connection, _obligations(connection, owner, contacts, wanted)):
        state.take(account)
    for outcome in select_in(connection, IntroductionOutcome, "event_id", wanted):
        state.outcomes[outcome.event_id][outcome.outcome] = outcome
    for number in among:
        state.introduce(state.introduction(number))
    for key, interval in latest_intervals(connection, contacts).items():
        state.intervals[key] = interval.days
    state.archived = archived_among(connection, contacts)
    for contact in contacts:
        touch = state.open_touch(contact)
        if touch is not None:
            state.words[contact] = Word(touch.opened_on, touch.event_id)
    return state


def _introductions_of(known: Iterable[Voucher]) -> set[int]:
    """The introductions that some events are, are about, or make up for."""
    events = [voucher.event for voucher in known]
    made = {event.id for event in events if event.kind == "introduction"}
    return made.union(*(event.introductions for event in events))


def _introductions_among(connection: sqlite3.Connection, owner: int, fact: Fact) -> Iterator[int]:
    """The introductions to each other of those who had a word with each other."""
    if isinstance(fact, Voucher) and fact.event.kind in WORDS:
        others = fact.contacts - {owner}
        for event_id, other in rows_in(connection, _INTRODUCED, others):
            if other in fact.contacts:
                yield event_id


def _obligations(
    connection: sqlite3.Connection, owner: int, contacts: Iterable[int], events: Collection[int]
) -> list[Obligation]:
    """What is open between me and some contacts, and all that some events opened, once each.

    In the order in which it was opened, as a projection would find it.
    """
    obligations = {}
    for contact in contacts:
        for item in (*owed(connection, owner, contact), *owed(connection, contact, owner)):
            obligations[item.id] = item
    opened = select_in(connection, Obligation, "event_id", events)
    obligations |= {item.id: item for item in opened}
    opened_by = {item.event_id for item in obligations.values()}
    by_event = by_id(connection, Event, opened_by)
    return sorted(
        obligations.values(),
        key=lambda item: (item.opened_on, by_event[item.event_id].moment, item.id),
    )
