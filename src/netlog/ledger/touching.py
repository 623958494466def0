"""Setting how often to be in touch with somebody."""

import sqlite3

from netlog.domain.records import Contact, Event
from netlog.domain.touching import change
from netlog.ledger.facts import owed
from netlog.ledger.post import change_contact, open_obligation, settle
from netlog.ledger.read import select
from netlog.ledger.rows import Rows


def set_interval(
    connection: sqlite3.Connection, rows: Rows, me: int, contact: Contact, days: int | None
) -> None:
    """Set or drop the interval of a contact, and change the touch that is open."""
    last = _last_word(connection, me, contact.id)
    changed = change(
        me,
        contact.id,
        days,
        owed(connection, me, contact.id),
        None if last is None else last.happened_on,
    )
    change_contact(rows, contact.id, every_days=days)
    for draft in changed.settles:
        settle(rows, draft, None)
    for opened in changed.opens:
        open_obligation(rows, None if last is None else last.id, opened)


def _last_word(connection: sqlite3.Connection, me: int, other: int) -> Event | None:
    found = select(
        connection,
        Event,
        "JOIN party theirs ON theirs.event_id = t.id AND theirs.contact_id = :other"
        " JOIN party mine ON mine.event_id = t.id AND mine.contact_id = :me"
        " WHERE t.kind IN ('meeting', 'outreach') ORDER BY t.happened_on DESC, t.id DESC LIMIT 1",
        {"me": me, "other": other},
    )
    return found[0] if found else None
