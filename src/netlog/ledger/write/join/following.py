"""Who follows a correction of an introduction that the other copy spoke of.

Where one copy put right whom it brought together, what the other one told about it is of the same
people.
"""

import sqlite3
from collections.abc import Iterator, Mapping

from netlog.ledger.read.corrections import everything_about
from netlog.ledger.write.correcting import put_in_places
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.telling import Net
from netlog.ledger.write.rows import Rows

Places = Mapping[int, int]


class Following:
    """The introductions whose people one copy put right, as each copy knew them."""

    def __init__(self, copies: Copies, nets: list[Net]) -> None:
        """Look at them before anything is told again."""
        self._ours = copies.ours
        self._told_there = {net.id for net in nets if net.table == "event" and net.is_new}
        corrected = {net.subject.id for net in nets if net.table == "party" and not net.is_new}
        corrected |= set(_corrected_here(copies))
        self._as_here = {key: _places(copies.ours, key) for key in corrected}
        self._as_there = {key: dict(_places_there(copies, key)) for key in corrected}

    def put_right(self, rows: Rows) -> None:
        """Let what each copy told about them follow what the other one put right."""
        for event_id, here in self._as_here.items():
            now = _places(self._ours, event_id)
            about = {event.id for event in everything_about(self._ours, event_id)}
            from_there = about & self._told_there
            put_in_places(rows, from_there, _swap(self._as_there[event_id], now))
            put_in_places(rows, about - from_there, _swap(here, now))


def _corrected_here(copies: Copies) -> Iterator[int]:
    for (table, key), was in copies.here.was.items():
        now = copies.here.now[table, key]
        if table == "party" and was is not None and now is not None and was != now:
            yield int(was["event_id"] or 0)


def _places(connection: sqlite3.Connection, event_id: int) -> Places:
    rows = connection.execute("SELECT id, contact_id FROM party WHERE event_id = ?", (event_id,))
    return dict(rows.fetchall())


def _places_there(copies: Copies, event_id: int) -> Iterator[tuple[int, int]]:
    there = copies.ids.there("event", event_id)
    for place, contact in _places(copies.theirs, there).items():
        row = copies.there.now.get(("party", place))
        contact_id = contact if row is None else int(row["contact_id"] or 0)
        yield copies.ids.of("party", place), copies.ids.of("contact", contact_id)


def _swap(before: Places, now: Places) -> dict[int, int]:
    """Who is in the place of whom."""
    return {
        contact: now[place]
        for place, contact in before.items()
        if place in now and now[place] != contact
    }
