"""What in the ledger refers to a contact."""

import sqlite3
from collections.abc import Iterable

from netlog.domain.people.contacts import References
from netlog.domain.records import Contact
from netlog.ledger.read.contacts import details, members
from netlog.ledger.read.intervals import current_intervals
from netlog.ledger.read.nobody import NAMED
from netlog.ledger.read.records import select_in

# Whoever made an introduction is in no problem with it, and may owe for it all the same. What is
# owed is not looked for by its creditor, for which there is no index.
_EVENTS = """
SELECT event_id FROM party WHERE contact_id = :id
UNION SELECT o.event_id FROM party p CROSS JOIN event e ON e.introduction_id = p.event_id
CROSS JOIN obligation o ON o.event_id = e.id
WHERE p.contact_id = :id AND :id IN (o.debtor_id, o.creditor_id)
"""


def references(connection: sqlite3.Connection, contact_id: int) -> References:
    """What in the ledger is about a contact, besides its own card."""
    events = connection.execute(_EVENTS, {"id": contact_id}).fetchall()
    (said,) = connection.execute(
        "SELECT count(*) FROM acknowledgement WHERE author_id = :id OR recipient_id = :id",
        {"id": contact_id},
    ).fetchone()
    return References(len(events), said, len(members(connection, contact_id)))


def left_with_nothing(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Contact]:
    """Those of these contacts of whom the ledger holds nothing any more but the name."""
    wanted = set(ids)
    intervals = current_intervals(connection, wanted)
    return [
        contact
        for contact in select_in(connection, Contact, "id", wanted, also=NAMED)
        if not contact.is_me
        and contact.organisation_id is None
        and contact.id not in intervals
        and not any(references(connection, contact.id))
        and not details(connection, contact.id)
    ]
