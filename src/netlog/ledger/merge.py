"""Making one contact of two: all history moves, and what one would owe oneself goes."""

import sqlite3

from netlog.domain.items import Item
from netlog.domain.merging import repeated_touches, self_owed
from netlog.domain.names import comparison_key
from netlog.domain.records import Contact, Detail, Obligation, Party
from netlog.ledger.editing import drop
from netlog.ledger.items import items
from netlog.ledger.people import members
from netlog.ledger.post import add_detail, change_contact
from netlog.ledger.read import select, select_in
from netlog.ledger.rows import Rows
from netlog.ledger.schema import ContactRow, DetailRow, ObligationRow, PartyRow


def merge(
    connection: sqlite3.Connection, rows: Rows, keep: Contact, other: Contact
) -> tuple[Item, ...]:
    """Give all that belongs to `other` to `keep`; return the obligations that were dropped."""
    dropped = _move_obligations(connection, rows, keep, other)
    _move_parties(connection, rows, keep, other)
    _move_details(connection, rows, keep, other)
    for member in members(connection, other.id):
        own = None if member.id == keep.id else keep.id
        change_contact(rows, member.id, organisation_id=own)
    _complete(rows, keep, other)
    rows.delete(ContactRow, other.id)
    return dropped


def _move_obligations(
    connection: sqlite3.Connection, rows: Rows, keep: Contact, other: Contact
) -> tuple[Item, ...]:
    found = select(
        connection,
        Obligation,
        "WHERE t.debtor_id = :other OR t.creditor_id = :other ORDER BY t.id",
        {"other": other.id},
    )
    kept = select(
        connection,
        Obligation,
        "WHERE t.creditor_id = ? AND t.kind = 'touch' AND t.closed_on IS NULL",
        (keep.id,),
    )
    gone = self_owed(found, keep.id, other.id) | repeated_touches([*kept, *found])
    dropped = tuple(items(connection, [one for one in [*kept, *found] if one.id in gone]))
    for item in dropped:
        drop(rows, item)
    for one in found:
        if one.id not in gone:
            side = "debtor_id" if one.debtor_id == other.id else "creditor_id"
            rows.update(ObligationRow, one.id, **{side: keep.id})
    return dropped


def _move_parties(
    connection: sqlite3.Connection, rows: Rows, keep: Contact, other: Contact
) -> None:
    theirs = select(connection, Party, "WHERE t.contact_id = ? ORDER BY t.id", (other.id,))
    shared = select_in(connection, Party, "event_id", [one.event_id for one in theirs])
    there_already = {(one.event_id, one.role) for one in shared if one.contact_id == keep.id}
    for one in theirs:
        if (one.event_id, one.role) in there_already:
            rows.delete(PartyRow, one.id)
        else:
            rows.update(PartyRow, one.id, contact_id=keep.id)


def _move_details(
    connection: sqlite3.Connection, rows: Rows, keep: Contact, other: Contact
) -> None:
    known = {
        (one.kind, one.key)
        for one in select(connection, Detail, "WHERE t.contact_id = ?", (keep.id,))
    }
    for one in select(connection, Detail, "WHERE t.contact_id = ? ORDER BY t.id", (other.id,)):
        if (one.kind, one.key) in known:
            rows.delete(DetailRow, one.id)
        else:
            rows.update(DetailRow, one.id, contact_id=keep.id)
    if comparison_key(other.name) != keep.key and ("alias", other.key) not in known:
        add_detail(rows, keep.id, "alias", other.name)


def _complete(rows: Rows, keep: Contact, other: Contact) -> None:
    changes: dict[str, int | None] = {}
    if keep.organisation_id == other.id:
        changes["organisation_id"] = None
    elif keep.organisation_id is None and other.organisation_id not in (None, keep.id):
        changes["organisation_id"] = other.organisation_id
    if keep.every_days is None and other.every_days is not None:
        changes["every_days"] = other.every_days
    if changes:
        change_contact(rows, keep.id, **changes)
