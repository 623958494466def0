"""Whom operations on facts can reach: those around whom the ledger is projected again."""

import sqlite3
from collections.abc import Iterable, Iterator

from netlog.domain.records import Event, Party
from netlog.ledger.read.facts import events_of
from netlog.ledger.read.records import me, select_in
from netlog.ledger.write.journal import fact_now
from netlog.ledger.write.operations import Operation, RowValues

# The columns by which facts say whom, which event and which item they are about.
_CONTACTS = ("contact_id", "author_id", "recipient_id")
_EVENTS = ("event_id", "introduction_id", "replaces_id")
_ITEMS = ("item_id", "keeps_id")
REACHING = frozenset(
    {"interval", "archival", "event", "party", "former_party", "acknowledgement", "statement"}
)


def contacts_reached(
    connection: sqlite3.Connection, operations: Iterable[Operation]
) -> frozenset[int]:
    """The contacts, but me, whose facts these are, before and after they are carried out."""
    contacts: set[int] = set()
    events: set[int] = set()
    items: set[int] = set()
    for operation in operations:
        if operation.table not in REACHING:
            continue
        if operation.table == "event":
            events.add(operation.id)
        for row in _rows(connection, operation):
            contacts |= _numbers(row, _CONTACTS)
            events |= _numbers(row, _EVENTS)
            items |= _numbers(row, _ITEMS)
    return contacts_around(connection, contacts, events | events_of(connection, items))


def contacts_around(
    connection: sqlite3.Connection, contacts: Iterable[int], events: Iterable[int]
) -> frozenset[int]:
    """Some contacts, and all in some events and in the introductions that these are about; not me.

    Whoever made an introduction owes for a problem with it, and whoever was at a meeting owes
    thanks for it by how many met.
    """
    named = select_in(connection, Event, "id", events)
    reached = set(events).union(*(event.introductions for event in named))
    parties = select_in(connection, Party, "event_id", reached)
    return frozenset({*contacts, *(party.contact_id for party in parties)} - {me(connection)})


def _rows(connection: sqlite3.Connection, operation: Operation) -> Iterator[RowValues]:
    """What is known of a fact: before, after, and, as both may be partial, as it is."""
    yield operation.before or {}
    yield operation.after or {}
    yield fact_now(connection, operation.table, operation.id) or {}


def _numbers(row: RowValues, columns: Iterable[str]) -> set[int]:
    return {int(value) for column in columns if (value := row.get(column)) is not None}
