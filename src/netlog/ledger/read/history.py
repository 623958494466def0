"""The timeline: which events, and everything about some of them."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from netlog.domain.history import Around, Entry, Happening, Thanked, contacts_in
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
from netlog.ledger.read.items import items, opened_by
from netlog.ledger.read.records import by_id, grouped_in, select_in
from netlog.ledger.read.worth import worth_of

_BATCH = 250
EVENT, ACKNOWLEDGEMENT = 0, 1
EntryId = tuple[int, int]  # which of the two, and its id


def timeline(
    connection: sqlite3.Connection,
    among: Collection[int] | None = None,
    since: date | None = None,
    newest: int | None = None,
) -> list[EntryId]:
    """The events, thank-yous and apologies, oldest first; those of one day as they were told.

    Args:
        connection: the ledger.
        among: those in which one of these takes part, or with whose introductions there was a
            problem; None for everybody's.
        since: not those before this day.
        newest: at most so many, the newest.
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


def in_batches(
    connection: sqlite3.Connection,
    ids: Sequence[EntryId],
    among: Collection[int] | None = None,
) -> Iterator[tuple[dict[int, str], list[Entry]]]:
    """The entries with these ids, some at a time and in their order, with the names in them.

    `among` leaves those items out that are with nobody of these; None leaves out none.
    Between two batches the ledger is let go, so that somebody who reads the first page of a long
    history keeps nobody from writing. What was deleted meanwhile is left out.
    """
    for start in range(0, len(ids), _BATCH):
        entries = entries_with(connection, ids[start : start + _BATCH], among)
        named = contacts_in(entry for entry in entries if isinstance(entry, Happening))
        for entry in entries:
            if isinstance(entry, Thanked):
                named |= {entry.acknowledgement.author_id, entry.acknowledgement.recipient_id}
        names = names_by_id(connection, named)
        connection.execute("COMMIT")
        yield names, entries
        connection.execute("BEGIN")


def entries_with(
    connection: sqlite3.Connection,
    ids: Sequence[EntryId],
    among: Collection[int] | None = None,
) -> list[Entry]:
    """The entries with these ids, in their order; `among` is that of `in_batches`."""
    of_events = [key for kind, key in ids if kind == EVENT]
    said = [key for kind, key in ids if kind == ACKNOWLEDGEMENT]
    entries: dict[EntryId, Entry] = {
        (EVENT, happening.event.id): happening if among is None else happening.only(among)
        for happening in happenings(connection, of_events)
    }
    entries |= {
        (ACKNOWLEDGEMENT, key): Thanked(record)
        for key, record in by_id(connection, Acknowledgement, said).items()
    }
    return [entries[key] for key in ids if key in entries]


def happenings(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Happening]:
    """Everything about the events with these ids, in their order."""
    events = by_id(connection, Event, ids)
    parties = grouped_in(connection, Party, "event_id", ids)
    outcomes = grouped_in(connection, IntroductionOutcome, "event_id", ids)
    opened, worth = opened_by(connection, ids), worth_of(connection, ids)
    return [
        Happening(
            events[key],
            tuple(parties[key]),
            tuple(opened[key]),
            tuple(outcomes[key]),
            tuple(worth.get(key, ())),
        )
        for key in ids
        if key in events
    ]


def around(connection: sqlite3.Connection, event_id: int) -> Around:
    """What else the event with that id has to do with.

    Raises:
        NoSuchItem: there is none.
    """
    named = event(connection, event_id)
    origin = named.introduction_id or named.replaces_id
    settled = select_in(connection, Settlement, "event_id", [event_id])
    tried = select_in(connection, Attempt, "event_id", [event_id])
    showed = select_in(connection, IntroductionOutcome, "cause_id", [event_id])
    ids = {settlement.obligation_id for settlement in settled}
    ids |= {attempt.obligation_id for attempt in tried}
    touched = items(connection, select_in(connection, Obligation, "id", ids))
    by_number = {item.obligation.id: item for item in touched}
    introductions = happenings(connection, [outcome.event_id for outcome in showed])
    return Around(
        origin=None if origin is None else happenings(connection, [origin])[0],
        problems=tuple(_about(connection, "introduction_id", event_id)),
        replacements=tuple(_about(connection, "replaces_id", event_id)),
        settled=tuple((settlement, by_number[settlement.obligation_id]) for settlement in settled),
        tried=tuple(
            (attempt, by_number[attempt.obligation_id])
            for attempt in tried
            if by_number[attempt.obligation_id].event.id != event_id
        ),
        showed=tuple(zip(showed, introductions, strict=True)),
    )


def _about(connection: sqlite3.Connection, column: str, event_id: int) -> list[Happening]:
    events = select_in(connection, Event, column, [event_id])
    ids = [event.id for event in sorted(events, key=lambda event: event.moment)]
    return happenings(connection, ids)
