"""The facts around some contacts, and the postings that stand between them and me."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TypeVar

from netlog.domain.events.voucher import Voucher
from netlog.domain.ids import EventId, ItemId
from netlog.domain.projection.account import Account
from netlog.domain.projection.checking import (
    FINDING_OF,
    CheckedIntroduction,
    introduction_of,
)
from netlog.domain.projection.facts import Facts
from netlog.domain.projection.introduced import Introduced
from netlog.domain.projection.postings import Postings, stands_between
from netlog.domain.projection.terms import Terms, terms_of
from netlog.domain.records import (
    Acknowledgement,
    Archival,
    Archived,
    Attempt,
    Event,
    Interval,
    IntroductionOutcome,
    Number,
    Obligation,
    Party,
    Settlement,
    Statement,
)
from netlog.errors import Refused
from netlog.ledger.read.items import item
from netlog.ledger.read.records import by_id, existing, grouped_in, me, select, select_in

Said = TypeVar("Said", Acknowledgement, Statement)


def event(connection: sqlite3.Connection, event_id: int) -> Event:
    """The event with that id.

    Raises:
        NoSuchItem: there is none.
    """
    return existing(connection, Event, event_id, "event", f"e{event_id}")


def voucher(connection: sqlite3.Connection, event_id: int) -> Voucher:
    """The event with that id, with who was in it.

    Raises:
        NoSuchItem: there is none.
    """
    event(connection, event_id)
    return vouchers(connection, [event_id])[event_id]


def vouchers(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Voucher]:
    """The events with these ids, with who was in them in the order of naming, by id."""
    events = by_id(connection, Event, ids)
    parties = grouped_in(connection, Party, "event_id", events)
    return {key: Voucher(record, tuple(parties[key])) for key, record in events.items()}


def problems_with(connection: sqlite3.Connection, introductions: Iterable[int]) -> set[int]:
    """The ids of the problems with some introductions."""
    problems = select_in(connection, Event, "introduction_id", introductions)
    return {problem.id for problem in problems}


def events_of(connection: sqlite3.Connection, items: Iterable[int]) -> set[int]:
    """The ids of the events that opened some items, which may be gone by now."""
    return {number.event_id for number in select_in(connection, Number, "id", items)}


def introduced(connection: sqlite3.Connection, event_id: int) -> Introduced:
    """Who brought whom together in an introduction.

    Raises:
        NoSuchItem: there is no such event.
        Refused: it is an event of another kind.
    """
    made = voucher(connection, event_id)
    if made.event.kind != "introduction":
        article = "an" if made.event.kind == "outreach" else "a"
        raise Refused(
            f"e{event_id} is no introduction but {article} {made.event.kind}.",
            "netlog report NAME lists the introductions of a contact.",
        )
    return made.introduced


def checked(connection: sqlite3.Connection, event_id: int) -> CheckedIntroduction:
    """An introduction with its obligations and with what is known to have come of it.

    Raises:
        NoSuchItem: there is no such event.
        Refused: it is an event of another kind.
    """
    introduction = introduced(connection, event_id)
    items = select_in(connection, Obligation, "event_id", [event_id])
    outcomes = select_in(connection, IntroductionOutcome, "event_id", [event_id])
    known = frozenset(outcome.outcome for outcome in outcomes)
    return CheckedIntroduction(introduction, tuple(items), known)


def checked_by(
    connection: sqlite3.Connection, subject: ItemId | EventId, on: date
) -> CheckedIntroduction:
    """The introduction that was named, itself or by one of its items.

    Args:
        connection: the ledger.
        subject: what was named.
        on: the day on which something is said of it, by which I may not have heard all.

    Raises:
        NoSuchItem: there is no such item or event.
        Refused: it is an event of another kind, or an item that nobody checks.
    """
    if isinstance(subject, EventId):
        introduction, named = checked(connection, subject.number), None
    else:
        named = subject.number
        introduction = checked(connection, introduction_of(item(connection, named)))
    return replace(introduction, named=named, unheard=_unheard(connection, introduction, on))


def _unheard(
    connection: sqlite3.Connection, introduction: CheckedIntroduction, on: date
) -> frozenset[int]:
    """The questions about an introduction that were answered without my knowing it on a day."""
    questions = [item.id for item in introduction.items if item.kind in FINDING_OF]
    ended = select_in(connection, Settlement, "obligation_id", questions)
    by = {each.obligation_id: each.statement_id for each in ended if each.statement_id is not None}
    said = by_id(connection, Statement, by.values())
    return frozenset(key for key, number in by.items() if (said[number].day or on) > on)


def facts_around(connection: sqlite3.Connection, contacts: Collection[int]) -> Facts:
    """All facts that can reach what stands between me and some contacts.

    These are the events that they were in, the problems with introductions among those, what was
    said of all that, the introductions that keep promises among it, the thank-yous and apologies,
    and the intervals.
    """
    taken_part = {party.event_id for party in select_in(connection, Party, "contact_id", contacts)}
    known = vouchers(connection, taken_part)
    made = [key for key, known_of in known.items() if known_of.event.kind == "introduction"]
    known |= vouchers(connection, problems_with(connection, made) - known.keys())
    named = set[int]().union(*(voucher.event.introductions for voucher in known.values()))
    known |= vouchers(connection, named - known.keys())
    numbers = select_in(connection, Number, "event_id", known)
    items = [number.id for number in numbers]
    keeping = {event.id for event in select_in(connection, Event, "keeps_id", items)}
    known |= vouchers(connection, keeping - known.keys())
    return Facts(
        me=me(connection),
        vouchers=known,
        acknowledgements=_either(
            select_in(connection, Acknowledgement, "author_id", contacts),
            select_in(connection, Acknowledgement, "recipient_id", contacts),
        ),
        statements=_either(
            select_in(connection, Statement, "item_id", items),
            select_in(connection, Statement, "event_id", made),
        ),
        intervals=select_in(connection, Interval, "contact_id", contacts),
        archivals=select_in(connection, Archival, "contact_id", contacts),
        terms=terms_by_id(connection),
        numbers=numbers,
        following=following(connection),
    )


def postings_around(
    connection: sqlite3.Connection, vouchers: Mapping[int, Voucher], scope: Collection[int]
) -> Postings:
    """What stands in the ledger of some events between me and the contacts of a scope."""
    owner = me(connection)
    kept = Postings.keeper(owner, scope)
    obligations = [
        obligation
        for obligation in select_in(connection, Obligation, "event_id", vouchers)
        if kept(stands_between(obligation, vouchers[obligation.event_id]))
    ]
    outcomes = {
        (outcome.event_id, outcome.outcome): outcome
        for outcome in select_in(connection, IntroductionOutcome, "event_id", vouchers)
        if kept(vouchers[outcome.event_id].introduced.both)
    }
    accounts = {account.obligation.id: account for account in accounts_of(connection, obligations)}
    return Postings(accounts, outcomes, archived_among(connection, scope))


def archived_among(
    connection: sqlite3.Connection, contacts: Collection[int]
) -> dict[int, Archived]:
    """Those of some contacts that are archived, by contact."""
    archived = select_in(connection, Archived, "contact_id", contacts)
    return {posting.contact_id: posting for posting in archived}


def accounts_of(
    connection: sqlite3.Connection, obligations: Collection[Obligation]
) -> Iterator[Account]:
    """Some obligations with what was posted on them, in their order."""
    ids = [obligation.id for obligation in obligations]
    settlements = grouped_in(connection, Settlement, "obligation_id", ids)
    attempts = grouped_in(connection, Attempt, "obligation_id", ids)
    for key, obligation in zip(ids, obligations, strict=True):
        yield Account(obligation, tuple(settlements[key]), tuple(attempts[key]))


def terms_by_id(connection: sqlite3.Connection) -> dict[int, Terms]:
    """The sets of terms under which something was told."""
    rows = connection.execute("SELECT id, days FROM terms")
    return {key: terms_of(json.loads(days)) for key, days in rows}


def following(connection: sqlite3.Connection) -> int:
    """The first number that no item was ever given."""
    row = connection.execute("SELECT ifnull(max(id), 0) + 1 FROM number").fetchone()
    return int(row[0])


def owed(connection: sqlite3.Connection, debtor: int, creditor: int) -> list[Obligation]:
    """What one contact owes another and has not settled, in the order of the ids."""
    obligations = select(
        connection,
        Obligation,
        "WHERE t.closed_on IS NULL AND t.debtor_id = ? AND t.creditor_id = ?",
        (debtor, creditor),
    )
    # Sorted here: ORDER BY id makes SQLite walk through all that I ever owed, open or not.
    return sorted(obligations, key=lambda obligation: obligation.id)


def _either(these: Iterable[Said], those: Iterable[Said]) -> list[Said]:
    """Records that were looked up in two ways, once each."""
    return list({record.id: record for record in chain(these, those)}.values())
