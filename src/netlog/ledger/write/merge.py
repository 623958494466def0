"""Making one contact of two: all history moves to one of them."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from netlog.domain.items import Item
from netlog.domain.people.merging import Moved, repeated, repeated_touches
from netlog.domain.people.names import comparison_key
from netlog.domain.records import Contact, Detail, Event, Obligation, Party
from netlog.ledger.read.contacts import members
from netlog.ledger.read.items import items
from netlog.ledger.read.records import select, select_in
from netlog.ledger.write.editing import drop
from netlog.ledger.write.post import add_detail, change_contact
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema import ContactRow, DetailRow, ObligationRow, PartyRow


def shared_events(
    connection: sqlite3.Connection, one: Contact, other: Contact
) -> list[tuple[Event, Sequence[Party]]]:
    """The events that both are in, with all who are in them, in the order of their ids."""
    found = select(
        connection,
        Event,
        "WHERE t.id IN (SELECT event_id FROM party WHERE contact_id = ?)"
        " AND t.id IN (SELECT event_id FROM party WHERE contact_id = ?) ORDER BY t.id",
        (one.id, other.id),
    )
    parties: dict[int, list[Party]] = defaultdict(list)
    for party in select_in(connection, Party, "event_id", [event.id for event in found]):
        parties[party.event_id].append(party)
    return [(event, parties[event.id]) for event in found]


def merge(connection: sqlite3.Connection, rows: Rows, keep: Contact, other: Contact) -> Moved:
    """Give all that belongs to `other` to `keep`."""
    dropped, obligations = _move_obligations(connection, rows, keep, other)
    events = _move_parties(connection, rows, keep, other)
    details = _move_details(connection, rows, keep, other)
    people = members(connection, other.id)
    if keep.organisation_id in [member.id for member in people]:
        change_contact(rows, keep.id, organisation_id=None)  # or each would be in the other
    for member in people:
        change_contact(rows, member.id, organisation_id=keep.id)
    _complete(rows, keep, other)
    rows.delete(ContactRow, other.id)
    return Moved(dropped, events, obligations, details, len(people))


def _move_obligations(
    connection: sqlite3.Connection, rows: Rows, keep: Contact, other: Contact
) -> tuple[tuple[Item, ...], int]:
    theirs = select(
        connection,
        Obligation,
        "WHERE t.debtor_id = :other OR t.creditor_id = :other ORDER BY t.id",
        {"other": other.id},
    )
    moved = [_moved(one, keep, other) for one in theirs]
    there = select(
        connection,
        Obligation,
        "WHERE t.debtor_id = :keep OR t.creditor_id = :keep ORDER BY t.id",
        {"keep": keep.id},
    )
    touches = [one for one in (*there, *moved) if one.creditor_id == keep.id]
    gone = repeated([*there, *moved]) | repeated_touches(touches)
    dropped = tuple(items(connection, [one for one in (*there, *theirs) if one.id in gone]))
    for item in dropped:
        drop(rows, item)
    staying = [one for one in moved if one.id not in gone]
    for one in staying:
        rows.update(ObligationRow, one.id, debtor_id=one.debtor_id, creditor_id=one.creditor_id)
    return dropped, len(staying)


def _moved(obligation: Obligation, keep: Contact, other: Contact) -> Obligation:
    if obligation.debtor_id == other.id:
        return replace(obligation, debtor_id=keep.id)
    return replace(obligation, creditor_id=keep.id)


def _move_parties(connection: sqlite3.Connection, rows: Rows, keep: Contact, other: Contact) -> int:
    theirs = select(connection, Party, "WHERE t.contact_id = ? ORDER BY t.id", (other.id,))
    shared = select_in(connection, Party, "event_id", [one.event_id for one in theirs])
    there_already = {(one.event_id, one.role) for one in shared if one.contact_id == keep.id}
    for one in theirs:
        if (one.event_id, one.role) in there_already:
            rows.delete(PartyRow, one.id)
        else:
            rows.update(PartyRow, one.id, contact_id=keep.id)
    return len({one.event_id for one in theirs})


def _move_details(connection: sqlite3.Connection, rows: Rows, keep: Contact, other: Contact) -> int:
    known = {
        (one.kind, one.key)
        for one in select(connection, Detail, "WHERE t.contact_id = ?", (keep.id,))
    }
    theirs = select(connection, Detail, "WHERE t.contact_id = ? ORDER BY t.id", (other.id,))
    for one in theirs:
        if (one.kind, one.key) in known:
            rows.delete(DetailRow, one.id)
        else:
            rows.update(DetailRow, one.id, contact_id=keep.id)
    if comparison_key(other.name) != keep.key and ("alias", other.key) not in known:
        add_detail(rows, keep.id, "alias", other.name)
    return len(theirs)


def _complete(rows: Rows, keep: Contact, other: Contact) -> None:
    changes: dict[str, int | str | None] = {}
    if keep.organisation_id is None and other.organisation_id is not None:
        changes["organisation_id"] = other.organisation_id
    if keep.every_days is None and other.every_days is not None:
        changes["every_days"] = other.every_days
    if keep.kind != other.kind:
        changes["kind"] = "organisation"
    if changes:
        change_contact(rows, keep.id, **changes)
