"""The timeline: which events, and everything about some of them."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from netlog.domain.history import Around, Entry, Happening, Thanked
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
from netlog.ledger.read.items import contacts_in, items, opened_by
from netlog.ledger.read.records import (
    BATCH,
    by_id,
    grouped_in,
    letting_go,
    rows_in,
    select_in,
)
from netlog.ledger.read.worth import worth_of

EVENT, ACKNOWLEDGEMENT = 0, 1
EntryId = tuple[int, int]  # which of the two, and its id
_MANY = 5_000
_ENTRIES = f"""
SELECT {EVENT} AS kind, t.id AS id, t.happened_on AS day, ifnull(t.placed, t.told) AS moment
FROM event t{{events_by_day}} WHERE t.happened_on BETWEEN :since AND :until
AND (t.happened_on, ifnull(t.placed, t.told), {EVENT}, t.id) > (:since, :moment, :kind, :id)
{{of_event}}
UNION ALL SELECT {ACKNOWLEDGEMENT}, t.id, t.said_on, ifnull(t.placed, t.told)
FROM acknowledgement t{{words_by_day}} WHERE t.said_on BETWEEN :since AND :until
AND (t.said_on, ifnull(t.placed, t.told), {ACKNOWLEDGEMENT}, t.id) > (:since, :moment, :kind, :id)
{{of_words}}
"""
_EVENTS_OF = """
AND t.id IN (SELECT event_id FROM party WHERE contact_id IN ({contacts})
UNION ALL SELECT e.id FROM party p CROSS JOIN event e ON e.introduction_id = p.event_id
WHERE p.contact_id IN ({contacts}) AND p.role = 'introducer')
"""
_WORDS_OF = """
AND t.id IN (SELECT id FROM acknowledgement WHERE author_id IN ({contacts})
UNION ALL SELECT id FROM acknowledgement WHERE recipient_id IN ({contacts}))
"""
_IS_IN_EVENT = """
AND EXISTS (SELECT 1 FROM party p WHERE p.event_id IN (t.id, t.introduction_id)
AND +p.contact_id IN ({contacts}) AND (p.event_id = t.id OR p.role = 'introducer'))
"""
_IS_IN_WORDS = "AND (t.author_id IN ({contacts}) OR t.recipient_id IN ({contacts}))"


def timeline(
    connection: sqlite3.Connection,
    among: Collection[int] | None = None,
    since: date | None = None,
    newest: int | None = None,
    until: date | None = None,
) -> list[EntryId]:
    """The events, thank-yous and apologies, oldest first; those of one day as they were told.

    Args:
        connection: the ledger.
        among: those in which one of these takes part, or with whose introductions there was a
            problem; None for everybody's.
        since: not those before this day.
        newest: at most so many, the newest.
        until: not those after this day.
    """
    rows = connection.execute(
        f"{_entries(connection, among)} ORDER BY day DESC, moment DESC LIMIT :most",
        {**_between(since, until), "most": -1 if newest is None else newest},
    ).fetchall()
    return [(kind, key) for kind, key, _, _ in reversed(rows)]


def timeline_in_pages(
    connection: sqlite3.Connection,
    among: Collection[int] | None,
    since: date | None = None,
    until: date | None = None,
) -> Iterator[list[EntryId]]:
    """All of a timeline, some at a time: each page is looked for where the one before ended."""
    statement = f"{_entries(connection, among)} ORDER BY day, moment, kind, id LIMIT {BATCH}"
    after = _between(since, until)
    while rows := connection.execute(statement, after).fetchall():
        yield [(kind, key) for kind, key, _, _ in rows]
        after |= dict(zip(("kind", "id", "since", "moment"), rows[-1], strict=True))


def pages_of(ids: Sequence[EntryId]) -> Iterator[Sequence[EntryId]]:
    """Entries that are known, some at a time."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def _between(since: date | None, until: date | None) -> dict[str, object]:
    """The place before all entries from a day on, and the last day of them."""
    days = {"since": (since or date.min).isoformat(), "until": (until or date.max).isoformat()}
    return {**days, "moment": -1, "kind": -1, "id": -1}


def _entries(connection: sqlite3.Connection, among: Collection[int] | None) -> str:
    """What finds the entries behind a place in the timeline.

    What many take part in is looked for day by day, as far as it is wanted; what is of few, whole.
    """
    if among is None or _are_in_many(connection, among):
        whose = [_IS_IN_EVENT, _IS_IN_WORDS] if among is not None else ["", ""]
        by_day = [f" INDEXED BY {table}_day" for table in ("event", "acknowledgement")]
    else:
        whose, by_day = [_EVENTS_OF, _WORDS_OF], ["", ""]
    contacts = ", ".join(str(int(contact)) for contact in sorted(among or ()))
    return _ENTRIES.format(
        of_event=whose[0].format(contacts=contacts),
        of_words=whose[1].format(contacts=contacts),
        events_by_day=by_day[0],
        words_by_day=by_day[1],
    )


def _are_in_many(connection: sqlite3.Connection, among: Collection[int]) -> bool:
    statement = f"SELECT 1 FROM party WHERE contact_id IN ({{ids}}) LIMIT {_MANY}"
    return sum(1 for _ in rows_in(connection, statement, among)) >= _MANY


def in_batches(
    connection: sqlite3.Connection,
    pages: Iterable[Sequence[EntryId]],
    among: Collection[int] | None = None,
) -> Iterator[tuple[dict[int, str], list[Entry]]]:
    """The entries with these ids, some at a time and in their order, with the names in them.

    `among` leaves those items out that are with nobody of these; None leaves out none. Between two
    batches the ledger is let go.
    """

    def batches() -> Iterator[tuple[dict[int, str], list[Entry]]]:
        for ids in pages:
            entries = entries_with(connection, ids, among)
            yield names_by_id(connection, contacts_in(entries)), entries

    return letting_go(connection, batches())


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
    known = by_id(connection, Acknowledgement, said)
    without = left(connection, known.values())
    entries |= {
        (ACKNOWLEDGEMENT, key): Thanked(record, key in without) for key, record in known.items()
    }
    return [entries[key] for key in ids if key in entries]


def left(connection: sqlite3.Connection, said: Collection[Acknowledgement]) -> set[int]:
    """Those of some acknowledgements of which the event or the item is there no more."""
    events = by_id(connection, Event, (word.event_id for word in said if word.event_id))
    items = by_id(connection, Obligation, (word.item_id for word in said if word.item_id))
    return {
        word.id
        for word in said
        if word.event_id not in {None, *events} or word.item_id not in {None, *items}
    }


def happenings(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Happening]:
    """Everything about the events with these ids, in their order."""
    events = by_id(connection, Event, ids)
    parties = grouped_in(connection, Party, "event_id", ids)
    outcomes = grouped_in(connection, IntroductionOutcome, "event_id", ids)
    opened, worth = opened_by(connection, ids), worth_of(connection, ids)
    idle = uncounted(connection, events.values())
    return [
        Happening(
            events[key],
            tuple(parties[key]),
            tuple(opened[key]),
            tuple(outcomes[key]),
            tuple(worth.get(key, ())),
            idle.get(key, frozenset()),
        )
        for key in ids
        if key in events
    ]


def uncounted(
    connection: sqlite3.Connection, events: Iterable[Event]
) -> Mapping[int, frozenset[str]]:
    """The fields without effect of those of some events that have any, by id.

    That is the promise which they were to keep, where it knows nothing of them.
    """
    keeping = {event.id: event.keeps_id for event in events if event.keeps_id is not None}
    kept = {
        settlement.event_id
        for settlement in select_in(connection, Settlement, "event_id", keeping)
        if settlement.obligation_id == keeping.get(settlement.event_id or 0)
    }
    return dict.fromkeys(keeping.keys() - kept, frozenset({"keeps_id"}))


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
