"""Setting how often to be in touch with somebody."""

import sqlite3
from datetime import date

from netlog.domain.projection.touching import change
from netlog.domain.records import Contact, Event
from netlog.ledger.read.facts import owed
from netlog.ledger.read.records import select
from netlog.ledger.write.post import change_contact, open_obligation, settle
from netlog.ledger.write.rows import Rows


def set_interval(
    connection: sqlite3.Connection, rows: Rows, me: int, contact: Contact, days: int | None
) -> None:
    """Set or drop the interval of a contact, and change the touch that is open.

    The same interval again changes nothing, unless what was to come was waived.
    """
    if contact.every_days == days and (days is None or touch_due_on(connection, me, contact.id)):
        return
    last = _last_word(connection, me, contact.id)
    changed = change(
        me,
        contact.id,
        days,
        owed(connection, me, contact.id),
        None if last is None else last.happened_on,
    )
    if contact.every_days != days:
        change_contact(rows, contact.id, every_days=days)
    for draft in changed.settles:
        settle(rows, draft, None)
    for opened in changed.opens:
        open_obligation(rows, None if last is None else last.id, opened)


def restart(connection: sqlite3.Connection, rows: Rows, me: int, contact: Contact) -> None:
    """Start the interval of a contact from the last word, where nothing of it is open."""
    if contact.every_days is not None:
        set_interval(connection, rows, me, contact, contact.every_days)


def touch_due_on(connection: sqlite3.Connection, me: int, contact_id: int) -> date | None:
    """By when to be in touch with a contact; None where nothing is open."""
    days = [one.due_on for one in owed(connection, me, contact_id) if one.kind == "touch"]
    return min(days, default=None)


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
