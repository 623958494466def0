"""Taking a contact out that nothing refers to, and finding those."""

import sqlite3
from collections.abc import Iterable

from netlog.domain.people.contacts import References
from netlog.domain.records import Contact
from netlog.ledger.read.contacts import details, members
from netlog.ledger.read.records import select_in
from netlog.ledger.write.post import drop_detail
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema import ContactRow


def references(connection: sqlite3.Connection, contact_id: int) -> References:
    """What in the ledger is about a contact, besides its own card."""
    events = connection.execute(
        "SELECT event_id FROM party WHERE contact_id = :id"
        " UNION SELECT event_id FROM obligation WHERE debtor_id = :id OR creditor_id = :id",
        {"id": contact_id},
    ).fetchall()
    return References(len(events), len(members(connection, contact_id)))


def left_with_nothing(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Contact]:
    """Those of these contacts of whom the ledger holds nothing any more but the name."""
    return [
        one
        for one in select_in(connection, Contact, "id", ids)
        if not one.is_me
        and (one.organisation_id, one.every_days) == (None, None)
        and not any(references(connection, one.id))
        and not details(connection, one.id)
    ]


def remove(connection: sqlite3.Connection, rows: Rows, contact: Contact) -> None:
    """Take a contact out, with its card."""
    for detail in details(connection, contact.id):
        drop_detail(rows, detail)
    rows.delete(ContactRow, contact.id)
