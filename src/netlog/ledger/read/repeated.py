"""Whether the ledger holds already what is about to be told."""

import sqlite3
from collections.abc import Collection
from datetime import date

from netlog.domain.records import Acknowledgement, Party
from netlog.ledger.read.records import grouped_in, select


def same_meeting(
    connection: sqlite3.Connection, day: date, contacts: Collection[int], me: int
) -> int | None:
    """The meeting of a day of just these contacts."""
    other = next(contact for contact in contacts if contact != me)
    rows = connection.execute(
        "SELECT e.id FROM party p CROSS JOIN event e ON e.id = p.event_id"
        " WHERE p.contact_id = ? AND e.kind = 'meeting' AND e.happened_on = ?",
        (other, day.isoformat()),
    )
    parties = grouped_in(connection, Party, "event_id", [key for (key,) in rows])
    same = (
        key
        for key, those in parties.items()
        if {party.contact_id for party in those} == set(contacts)
    )
    return next(same, None)


def same_acknowledgement(connection: sqlite3.Connection, said: Acknowledgement) -> int | None:
    """Another thank-you or apology of the one to the other on that day, for the same."""
    known = select(
        connection,
        Acknowledgement,
        "WHERE t.author_id = ? AND t.recipient_id = ? AND t.said_on = ? AND t.kind = ?"
        " AND t.item_id IS ? AND t.event_id IS ? AND t.id <> ?",
        (
            *(said.author_id, said.recipient_id, said.said_on.isoformat(), said.kind),
            *(said.item_id, said.event_id, said.id),
        ),
    )
    return known[0].id if known else None
