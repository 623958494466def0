"""Snoozes and intervals, of which format 2 kept no day: it is that of their command.

It is held between what was told before and after it, as the clock says another day than the
calendar where somebody is.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netlog.ledger.file.migrations.v3.drafts import SAID, Draft, Value
from netlog.ledger.file.migrations.v3.journal import UNKNOWN, Journal, days_between

_HIDDEN = (
    "SELECT id, opened_on, hidden_until FROM old_obligation WHERE hidden_until NOTNULL ORDER BY id"
)
_TOLD_OF = (
    "SELECT 'settlement', id, settled_on FROM old_settlement WHERE obligation_id = :id"
    " UNION ALL SELECT 'attempt', id, made_on FROM old_attempt"
    " WHERE obligation_id = :id AND event_id IS NULL"
)
_TOUCHES = (
    "SELECT o.id, o.opened_on, o.due_on FROM old_obligation o WHERE o.kind = 'touch'"
    " AND o.creditor_id = ? ORDER BY o.opened_on, o.id"
)
_TOUCHED = (
    "SELECT s.id, s.settled_on FROM old_obligation o JOIN old_settlement s"
    " ON s.obligation_id = o.id WHERE o.kind = 'touch' AND o.creditor_id = ?"
)
_CONTACTS = (
    "SELECT id, every_days FROM old_contact WHERE every_days NOTNULL"
    " OR id IN (SELECT creditor_id FROM old_obligation WHERE kind = 'touch') ORDER BY id"
)

Bound = tuple[int, str]  # a change, and the day of what it told


class Touch(NamedTuple):
    """A word that was owed, and the change in which it came to be so."""

    change: int
    opened_on: str
    due_on: str


class Undated:
    """The snoozes and the intervals, as facts."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def snoozes(self) -> Iterator[Draft]:
        """The last snooze of each item that has one."""
        for key, opened_on, hidden_until in self._connection.execute(_HIDDEN):
            facts = self._connection.execute(_TOLD_OF, {"id": key}).fetchall()
            change, until = self._journal.snoozed.get(key, (UNKNOWN, hidden_until))
            if change == UNKNOWN and (self._journal.changes or facts):
                continue  # a silent check hid it
            bounds = [(self._journal.change_of(table, row), day) for table, row, day in facts]
            said_on = self._day(change, [(UNKNOWN, opened_on), *bounds], until)
            columns: dict[str, Value] = {
                "kind": "snoozed",
                "said_on": said_on,
                "item_id": key,
                "day": until,
                "via": "",
                "note": "",
            }
            yield Draft(change, SAID, key, "statement", columns)

    def intervals(self) -> Iterator[Draft]:
        """The intervals of each contact, and how they changed."""
        for contact_id, every_days in self._connection.execute(_CONTACTS).fetchall():
            touches = self._touches(contact_id)
            changes = self._journal.intervals.get(contact_id, [])
            if touches and (not changes or min(touches).change < changes[0][0]):
                change, since_on, due_on = touches[0]
                days = days_between(since_on, due_on)
                yield self._interval(change, contact_id, since_on, days)
            elif not changes:
                yield self._interval(UNKNOWN, contact_id, self._last_day(), every_days)
            yield from self._changed(contact_id, touches, changes)

    def _touches(self, contact_id: int) -> list[Touch]:
        rows = self._connection.execute(_TOUCHES, (contact_id,))
        return [Touch(self._journal.change_of("obligation", key), *days) for key, *days in rows]

    def _changed(
        self, contact_id: int, touches: Sequence[Touch], changes: Iterable[tuple[int, int | None]]
    ) -> Iterator[Draft]:
        """The intervals that commands set, each from its day on or at the latest when it is due."""
        ended = self._connection.execute(_TOUCHED, (contact_id,))
        facts = [(self._journal.change_of("settlement", key), on) for key, on in ended]
        facts += [(touch.change, touch.opened_on) for touch in touches]
        for change, days in changes:
            due = [touch.due_on for touch in touches if touch.change <= change]
            since_on = self._day(change, facts, due[-1] if due else date.max.isoformat())
            yield self._interval(change, contact_id, since_on, days)

    def _interval(self, change: int, contact_id: int, since_on: str, days: int | None) -> Draft:
        command = self._journal.command_of(change)
        usual = "never" if days is None else f"{days}d"
        columns: dict[str, Value] = {
            "contact_id": contact_id,
            "since_on": since_on,
            "days": days,
            "said": command.options.get("--every", usual),
        }
        return Draft(change, SAID, contact_id, "interval", columns)

    def _day(self, change: int, facts: Sequence[Bound], latest: str) -> str:
        """The day of a command, after what was told before it and before what was told later."""
        earliest = max((day for then, day in facts if then <= change), default=date.min.isoformat())
        latest = min((latest, *(day for then, day in facts if then > change)))
        on = earliest
        if change != UNKNOWN:
            on = self._journal.changes[change].on.isoformat()
        return max(earliest, min(on, latest)) if earliest <= latest else latest

    def _last_day(self) -> str:
        query = "SELECT ifnull(max(happened_on), date('now')) FROM old_event"
        return str(self._connection.execute(query).fetchone()[0])
