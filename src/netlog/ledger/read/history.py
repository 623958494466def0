"""The timeline: which events, and everything about some of them."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from netlog.domain.history import Around, Entry, Happening, Thanked, contacts_in
from netlog.domain.items import Item
from netlog.domain.records import (
    Acknowledgement,
    Attempt,
    Event,
    IntroductionOutcome,
    Obligation,
    Party,
    Settlement,
)
from netlog.ledger.read.contacts import names_by_id
from netlog.ledger.read.facts import event
from netlog.ledger.read.items import items
from netlog.ledger.read.records import select, select_in

_BATCH = 250
EVENT, ACKNOWLEDGEMENT = 0, 1
EntryId = tuple[int, int]  # which of the two, and its id


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
    rows = connection.execute(
        f"SELECT id FROM event WHERE happened_on >= :since{_taking_part(among)}"
        " ORDER BY happened_on DESC, ifnull(placed, told) DESC LIMIT :newest",
        {"since": (since or date.min).isoformat(), "newest": -1 if newest is None else newest},
    ).fetchall()
    return [event_id for (event_id,) in reversed(rows)]


def _taking_part(among: Collection[int] | None) -> str:
    if among is None:
        return ""
    contacts = _listed(among)
    return (
        f" AND id IN (SELECT event_id FROM party WHERE contact_id IN ({contacts})"
        " UNION ALL SELECT e.id FROM party p CROSS JOIN event e ON e.introduction_id = p.event_id"
        f" WHERE p.contact_id IN ({contacts}) AND p.role = 'introducer')"
    )


def _saying(among: Collection[int] | None) -> str:
    if among is None:
        return ""
    contacts = _listed(among)
    return (
        f" AND id IN (SELECT id FROM acknowledgement WHERE author_id IN ({contacts})"
        f" UNION ALL SELECT id FROM acknowledgement WHERE recipient_id IN ({contacts}))"
    )


def _listed(contacts: Collection[int]) -> str:
    return ", ".join(str(int(contact)) for contact in sorted(contacts))


def timeline(
    connection: sqlite3.Connection,
    among: Collection[int] | None = None,
    since: date | None = None,
    newest: int | None = None,
) -> list[EntryId]:
    """The events, thank-yous and apologies, oldest first; those of one day as they were told.

    The arguments are those of `event_ids`.
    """
    rows = connection.execute(
        f"SELECT {EVENT}, id, happened_on AS day, ifnull(placed, told) AS moment FROM event"
        f" WHERE happened_on >= :since{_taking_part(among)}"
        f" UNION ALL SELECT {ACKNOWLEDGEMENT}, id, said_on, ifnull(placed, told)"
        f" FROM acknowledgement WHERE said_on >= :since{_saying(among)}"
        " ORDER BY day DESC, moment DESC LIMIT :newest",
        {"since": (since or date.min).isoformat(), "newest": -1 if newest is None else newest},
    ).fetchall()
    return [(kind, key) for kind, key, _, _ in reversed(rows)]


def in_batches(
    connection: sqlite3.Connection, ids: Sequence[EntryId]
) -> Iterator[tuple[dict[int, str], list[Entry]]]:
    """The entries with these ids, some at a time and in their order, with the names in them.

    Between two batches the ledger is let go, so that somebody who reads the first page of a long
    history keeps nobody from writing. What was deleted meanwhile is left out.
    """
    for start in range(0, len(ids), _BATCH):
        entries = _entries(connection, ids[start : start + _BATCH])
        named = contacts_in(one for one in entries if isinstance(one, Happening))
        for one in entries:
            if isinstance(one, Thanked):
                named |= {one.acknowledgement.author_id, one.acknowledgement.recipient_id}
        names = names_by_id(connection, named)
        connection.execute("COMMIT")
        yield names, entries
        connection.execute("BEGIN")


def _entries(connection: sqlite3.Connection, ids: Sequence[EntryId]) -> list[Entry]:
    of_events = [key for kind, key in ids if kind == EVENT]
    said = [key for kind, key in ids if kind == ACKNOWLEDGEMENT]
    entries: dict[EntryId, Entry] = {
        (EVENT, one.event.id): one for one in happenings(connection, of_events)
    }
    entries |= {
        (ACKNOWLEDGEMENT, record.id): Thanked(record)
        for record in select_in(connection, Acknowledgement, "id", said)
    }
    return [entries[key] for key in ids if key in entries]


def happenings(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Happening]:
    """Everything about the events with these ids, in their order."""
    events = {one.id: one for one in select_in(connection, Event, "id", ids)}
    parties: dict[int, list[Party]] = defaultdict(list)
    for party in select_in(connection, Party, "event_id", ids):
        parties[party.event_id].append(party)
    opened: dict[int, list[Item]] = defaultdict(list)
    owed = items(connection, select_in(connection, Obligation, "event_id", ids))
    for item in sorted(owed, key=lambda item: item.place):
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
    settled = select(
        connection, Settlement, "WHERE t.event_id = ? ORDER BY t.obligation_id", (event_id,)
    )
    tried = select(
        connection, Attempt, "WHERE t.event_id = ? ORDER BY t.obligation_id", (event_id,)
    )
    showed = select(
        connection, IntroductionOutcome, "WHERE t.cause_id = ? ORDER BY t.event_id", (event_id,)
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
        f"SELECT id FROM event WHERE {column} = ? ORDER BY happened_on, ifnull(placed, told)",
        (event_id,),
    ).fetchall()
    return happenings(connection, [key for (key,) in rows])


def _by_id(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Item]:
    return {
        item.obligation.id: item
        for item in items(connection, select_in(connection, Obligation, "id", ids))
    }
