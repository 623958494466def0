"""The timeline: which events, and everything about some of them."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from netlog.domain.history import Around, Happening, contacts_in
from netlog.domain.items import Item
from netlog.domain.records import (
    Attempt,
    Contact,
    Event,
    IntroductionOutcome,
    Obligation,
    Party,
    Settlement,
)
from netlog.ledger.read.contacts import members, names_by_id
from netlog.ledger.read.facts import event
from netlog.ledger.read.items import items
from netlog.ledger.read.records import select, select_in

_BATCH = 250


def everyone_meant(connection: sqlite3.Connection, contact: Contact) -> frozenset[int]:
    """The contact; for an organisation, its people as well."""
    people = members(connection, contact.id) if contact.kind == "organisation" else []
    return frozenset({contact.id, *(one.id for one in people)})


def event_ids(
    connection: sqlite3.Connection,
    among: Collection[int] | None = None,
    since: date | None = None,
    newest: int | None = None,
) -> list[int]:
    """The ids of events, oldest first.

    Args:
        connection: the ledger.
        among: those in which one of these takes part, or with whose introductions there was a
            problem; None for everybody's.
        since: not those before this day.
        newest: at most so many, the newest.
    """
    contacts = None if among is None else ", ".join(str(int(one)) for one in sorted(among))
    taking_part = (
        ""
        if contacts is None
        else f" AND id IN (SELECT event_id FROM party WHERE contact_id IN ({contacts})"
        " UNION ALL SELECT e.id FROM party p CROSS JOIN event e ON e.introduction_id = p.event_id"
        f" WHERE p.contact_id IN ({contacts}) AND p.role = 'introducer')"
    )
    rows = connection.execute(
        f"SELECT id FROM event WHERE happened_on >= :since{taking_part}"
        " ORDER BY happened_on DESC, id DESC LIMIT :newest",
        {"since": (since or date.min).isoformat(), "newest": -1 if newest is None else newest},
    ).fetchall()
    return [event_id for (event_id,) in reversed(rows)]


def in_batches(
    connection: sqlite3.Connection, ids: Sequence[int]
) -> Iterator[tuple[dict[int, str], list[Happening]]]:
    """The events with these ids, some at a time and in their order, with the names in them.

    Between two batches the ledger is let go, so that somebody who reads the first page of a long
    history keeps nobody from writing. What was deleted meanwhile is left out.
    """
    for start in range(0, len(ids), _BATCH):
        found = happenings(connection, ids[start : start + _BATCH])
        names = names_by_id(connection, contacts_in(found))
        connection.execute("COMMIT")
        yield names, found
        connection.execute("BEGIN")


def happenings(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Happening]:
    """Everything about the events with these ids, in their order."""
    events = {one.id: one for one in select_in(connection, Event, "id", ids)}
    parties: dict[int, list[Party]] = defaultdict(list)
    for party in select_in(connection, Party, "event_id", ids):
        parties[party.event_id].append(party)
    opened: dict[int, list[Item]] = defaultdict(list)
    for item in items(connection, select_in(connection, Obligation, "event_id", ids)):
        opened[item.event.id].append(item)
    outcomes: dict[int, list[IntroductionOutcome]] = defaultdict(list)
    for outcome in select_in(connection, IntroductionOutcome, "event_id", ids):
        outcomes[outcome.event_id].append(outcome)
    return [
        Happening(events[key], tuple(parties[key]), tuple(opened[key]), tuple(outcomes[key]))
        for key in ids
        if key in events
    ]


def around(connection: sqlite3.Connection, event_id: int) -> Around:
    """What else the event with that id has to do with.

    Raises:
        NoSuchItem: there is none.
    """
    found = event(connection, event_id)
    origin = found.introduction_id or found.replaces_id
    settled = select(connection, Settlement, "WHERE t.event_id = ? ORDER BY t.id", (event_id,))
    tried = select(connection, Attempt, "WHERE t.event_id = ? ORDER BY t.id", (event_id,))
    showed = select(
        connection, IntroductionOutcome, "WHERE t.cause_id = ? ORDER BY t.id", (event_id,)
    )
    touched = _by_id(
        connection,
        [*(one.obligation_id for one in settled), *(one.obligation_id for one in tried)],
    )
    introductions = {
        one.event.id: one for one in happenings(connection, [one.event_id for one in showed])
    }
    return Around(
        origin=None if origin is None else happenings(connection, [origin])[0],
        problems=tuple(_where(connection, "introduction_id", event_id)),
        replacements=tuple(_where(connection, "replaces_id", event_id)),
        settled=tuple((one, touched[one.obligation_id]) for one in settled),
        tried=tuple(
            (one, touched[one.obligation_id])
            for one in tried
            if touched[one.obligation_id].event.id != event_id
        ),
        showed=tuple((one, introductions[one.event_id]) for one in showed),
    )


def _where(connection: sqlite3.Connection, column: str, event_id: int) -> list[Happening]:
    rows = connection.execute(
        f"SELECT id FROM event WHERE {column} = ? ORDER BY happened_on, id", (event_id,)
    ).fetchall()
    return happenings(connection, [key for (key,) in rows])


def _by_id(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Item]:
    return {
        item.obligation.id: item
        for item in items(connection, select_in(connection, Obligation, "id", ids))
    }
