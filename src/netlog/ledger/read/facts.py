"""The facts that a rule of the domain needs before it can decide."""

import sqlite3
from collections.abc import Collection

from netlog.domain.projection.checking import CheckedIntroduction
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import (
    Attempt,
    Event,
    IntroductionOutcome,
    Obligation,
    Party,
)
from netlog.errors import NoSuchItem, Refused
from netlog.ledger.read.records import one, select, select_in


def event(connection: sqlite3.Connection, event_id: int) -> Event:
    """The event with that id.

    Raises:
        NoSuchItem: there is none.
    """
    found = one(connection, Event, event_id)
    if found is None:
        raise NoSuchItem("event", f"e{event_id}")
    return found


def parties(connection: sqlite3.Connection, event_id: int) -> tuple[Party, ...]:
    """Who was in an event, in the order in which they were named."""
    found = select(connection, Party, "WHERE t.event_id = ? ORDER BY t.id", (event_id,))
    return tuple(found)


def introduced(connection: sqlite3.Connection, event_id: int) -> Introduced:
    """Who brought whom together in an introduction.

    Raises:
        NoSuchItem: there is no such event.
        Refused: it is an event of another kind.
    """
    found = event(connection, event_id)
    if found.kind != "introduction":
        article = "an" if found.kind == "outreach" else "a"
        raise Refused(
            f"e{event_id} is no introduction but {article} {found.kind}.",
            "netlog report NAME lists the introductions of a contact.",
        )
    who = {party.role: party.contact_id for party in parties(connection, event_id)}
    return Introduced(
        event_id, found.happened_on, who["introducer"], who["client"], who["provider"]
    )


def checked(connection: sqlite3.Connection, event_id: int) -> CheckedIntroduction:
    """An introduction with its obligations and with what is known to have come of it.

    Raises:
        NoSuchItem: there is no such event.
        Refused: it is an event of another kind.
    """
    introduction = introduced(connection, event_id)
    items = opened_by(connection, event_id)
    outcomes = select(connection, IntroductionOutcome, "WHERE t.event_id = ?", (event_id,))
    known = frozenset(outcome.outcome for outcome in outcomes)
    return CheckedIntroduction(introduction, tuple(items), known)


def opened_by(connection: sqlite3.Connection, event_id: int) -> list[Obligation]:
    """The obligations that an event opened, in the order of their ids."""
    return select(connection, Obligation, "WHERE t.event_id = ? ORDER BY t.id", (event_id,))


def tried(connection: sqlite3.Connection, ids: Collection[int]) -> set[int]:
    """Those of some obligations at which somebody has tried."""
    return {one.obligation_id for one in select_in(connection, Attempt, "obligation_id", ids)}


def owed(connection: sqlite3.Connection, debtor: int, creditor: int) -> list[Obligation]:
    """What one contact owes another and has not settled, in the order of the ids."""
    found = select(
        connection,
        Obligation,
        "WHERE t.closed_on IS NULL AND t.debtor_id = ? AND t.creditor_id = ?",
        (debtor, creditor),
    )
    # Sorted here: ORDER BY id makes SQLite walk through all that I ever owed, open or not.
    return sorted(found, key=lambda one: one.id)


def with_ids(connection: sqlite3.Connection, ids: Collection[int]) -> list[Obligation]:
    """The obligations with these ids."""
    return select_in(connection, Obligation, "id", ids)


def open_between(connection: sqlite3.Connection, me: int, other: int) -> list[Obligation]:
    """What is open between me and somebody else, either way."""
    return owed(connection, me, other) + owed(connection, other, me)


def unanswered_introductions(
    connection: sqlite3.Connection, me: int, other: int, until: str
) -> list[int]:
    """The introductions of me and `other` to each other, up to a day, without a response."""
    rows = connection.execute(
        # CROSS JOIN keeps the order of the tables: I am in most events, the other one in few.
        "SELECT e.id FROM party theirs CROSS JOIN party mine CROSS JOIN event e"
        " WHERE theirs.contact_id = :other AND theirs.role IN ('client', 'provider')"
        " AND mine.event_id = theirs.event_id AND mine.contact_id = :me"
        " AND mine.role IN ('client', 'provider')"
        " AND e.id = theirs.event_id AND e.happened_on <= :until"
        " AND NOT EXISTS (SELECT 1 FROM introduction_outcome o"
        "  WHERE o.event_id = e.id AND o.outcome = 'responded')"
        " ORDER BY e.id",
        {"me": me, "other": other, "until": until},
    )
    return [event_id for (event_id,) in rows]


def culprits(connection: sqlite3.Connection, introduction_id: int) -> list[int]:
    """The contacts with whom the problems of an introduction are."""
    found = select(
        connection,
        Party,
        "JOIN event e ON e.id = t.event_id WHERE e.introduction_id = ? AND t.role = 'culprit'"
        " ORDER BY t.id",
        (introduction_id,),
    )
    return [party.contact_id for party in found]


def open_replacements(connection: sqlite3.Connection, introduction_id: int) -> list[Obligation]:
    """The open replacements that the problems of an introduction made its introducer owe."""
    return select(
        connection,
        Obligation,
        "JOIN event e ON e.id = t.event_id WHERE e.introduction_id = ?"
        " AND t.kind = 'replacement' AND t.closed_on IS NULL ORDER BY t.id",
        (introduction_id,),
    )
