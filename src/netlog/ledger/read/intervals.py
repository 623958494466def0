"""How often I mean to be in touch with whom, as it was said last."""

import sqlite3
from collections.abc import Collection
from datetime import date

from netlog.domain.records import Interval
from netlog.ledger.read.records import select, select_in


def interval_on(connection: sqlite3.Connection, contact_id: int, day: date) -> Interval | None:
    """What was said last, by a day, of how often to be in touch with a contact; also: no more."""
    intervals = select(
        connection,
        Interval,
        "WHERE t.contact_id = ? AND t.since_on <= ? ORDER BY t.since_on DESC, t.told DESC LIMIT 1",
        (contact_id, day.isoformat()),
    )
    return intervals[0] if intervals else None


def current_intervals(
    connection: sqlite3.Connection, ids: Collection[int] | None = None
) -> dict[int, Interval]:
    """The interval of each contact that has one; of these contacts, or of all."""
    latest = latest_intervals(connection, ids)
    return {key: interval for key, interval in latest.items() if interval.days is not None}


def latest_intervals(
    connection: sqlite3.Connection, ids: Collection[int] | None = None
) -> dict[int, Interval]:
    """What was said last of how often to be in touch with each contact; also: no more."""
    intervals = select_in(connection, Interval, "contact_id", ids)
    intervals.sort(key=lambda interval: (interval.since_on, interval.told))
    return {interval.contact_id: interval for interval in intervals}
