"""What was said of an event, or of an item of one: it has no effect where that event is gone."""

import sqlite3
from collections.abc import Iterable, Iterator

from netlog.ledger.read.facts import events_of
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.numbering import ITEMS
from netlog.ledger.write.join.since import Row
from netlog.ledger.write.join.telling import Net
from netlog.ledger.write.operations import RowValues

_SAYING = ("event", "acknowledgement", "statement")


def events_spoken_of(ours: sqlite3.Connection, row: RowValues) -> set[int]:
    """The events of which a word says something, or of whose items it does.

    That an event did not settle an item says nothing of that event.
    """
    items = [int(row[name] or 0) for name in ITEMS if row.get(name) is not None]
    if items or row.get("event_id") is None:
        return events_of(ours, items)
    return {int(row["event_id"] or 0)}


def spoken_of_there(ours: sqlite3.Connection, nets: Iterable[Net]) -> set[int]:
    """The events of which the other copy said something since the two parted, or took it back."""
    said = (_difference(ours, net.was, net.now) for net in nets if net.table in _SAYING)
    return set[int]().union(*said)


def spoken_of_here(copies: Copies) -> set[int]:
    """The events of which this ledger says, or takes back, what the other copy does not know."""
    ours = copies.ours
    said = (_difference(ours, was, now) for was, now in _told_here(copies))
    return set[int]().union(*said)


def _told_here(copies: Copies) -> Iterator[tuple[Row, Row]]:
    """What became of words here, but for what the other copy has too, by itself or by a third."""
    known = {table: _moments(copies.theirs, table) for table in _SAYING}
    for (table, key), was in copies.here.was.items():
        now = copies.here.now[table, key]
        if table in _SAYING and not (was is None and now and now["told"] in known[table]):
            yield was, now


def _moments(connection: sqlite3.Connection, table: str) -> set[int]:
    """When each was told; one look at all of them, as there is no index."""
    return {told for (told,) in connection.execute(f"SELECT told FROM {table}")}


def _difference(ours: sqlite3.Connection, was: Row, now: Row) -> set[int]:
    return events_spoken_of(ours, was or {}) ^ events_spoken_of(ours, now or {})
