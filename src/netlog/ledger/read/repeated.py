"""Whether the ledger holds already what is about to be told."""

import sqlite3

from netlog.domain.events.voucher import Voucher
from netlog.domain.records import Acknowledgement, Event
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.records import select


def events_like(connection: sqlite3.Connection, event: Event, contact_id: int) -> list[Voucher]:
    """The events of the kind and the day of another that a contact was in, as they were told."""
    rows = connection.execute(
        "SELECT e.id FROM party p CROSS JOIN event e ON e.id = p.event_id"
        " WHERE p.contact_id = ? AND e.kind = ? AND e.happened_on = ?",
        (contact_id, event.kind, event.happened_on.isoformat()),
    )
    return list(vouchers(connection, [key for (key,) in rows]).values())


def same_acknowledgement(connection: sqlite3.Connection, said: Acknowledgement) -> int | None:
    """Another thank-you or apology of the one to the other on that day, for the same."""
    known = select(  # by the day: one of the two is me, of whom nearly all of them are
        connection,
        Acknowledgement,
        "WHERE +t.author_id = ? AND +t.recipient_id = ? AND t.said_on = ? AND t.kind = ?"
        " AND t.item_id IS ? AND t.event_id IS ? AND t.id <> ?",
        (
            *(said.author_id, said.recipient_id, said.said_on.isoformat(), said.kind),
            *(said.item_id, said.event_id, said.id),
        ),
    )
    return known[0].id if known else None
