"""Events that both copies brought in from files of others: known there as `import` knows them."""

import sqlite3
from collections.abc import Mapping
from itertools import chain

from netlog.ledger.write.join.ids import Ids
from netlog.ledger.write.journal import fact_now
from netlog.ledger.write.operations import RowValues

# How it was brought in, each file on a day of its own: it says nothing of what happened.
BY_THE_WAY = ("told", "origin", "terms_id", "no_due", "undated")
_OF_SOURCE = (  # that there is a source is said for the index, which has only those
    "SELECT id FROM event WHERE source = :source AND source <> '' AND kind = :kind ORDER BY id"
)
_WITH = (
    "SELECT e.id FROM party p CROSS JOIN event e ON e.id = p.event_id"
    " WHERE p.contact_id = ? AND p.role = ? AND e.kind = ? ORDER BY e.id"
)
_WHOM = ("subject", "provider")  # whose card a note, or who made us known to each other, was on


class Sources:
    """What of this ledger the events of the other copy are that both brought in."""

    def __init__(self, ours: sqlite3.Connection, theirs: sqlite3.Connection, ids: Ids) -> None:
        self._ours, self._theirs, self._ids = ours, theirs, ids

    def of_one_source(self, new: Mapping[int, RowValues]) -> dict[int, int]:
        """Those that have a source, also where somebody put them right since they came in."""
        same: dict[int, int] = {}
        for key, row in new.items():
            rows = self._ours.execute(_OF_SOURCE, row) if row["source"] else ()
            here = next((here for (here,) in rows if self._is_ours(here)), None)
            if here is not None:
                same[key] = here
        return same

    def alike(self, new: Mapping[int, RowValues]) -> dict[int, int]:
        """Those without one, by what they are about: a note, an introduction without a day.

        A note that was typed is none of a file, which says of itself that it opens nothing.
        """
        same: dict[int, int] = {}
        for key, row in sorted(new.items()):
            is_of_a_file = row["undated"] or (row["kind"] == "note" and row["no_due"])
            if row["source"] or not is_of_a_file:
                continue
            people = self._people_there(key)
            rows = chain.from_iterable(
                self._ours.execute(_WITH, (who, role, row["kind"]))
                for role, who in people
                if role in _WHOM
            )
            for (here,) in rows:
                is_free = here not in same.values() and self._is_ours(here)
                if is_free and people == people_in(self._ours, here) and self._is_like(row, here):
                    same[key] = here
                    break
        return same

    def _is_ours(self, here: int) -> bool:
        return not self._ids.is_known("event", here)

    def _is_like(self, row: RowValues, here: int) -> bool:
        """Whether it says the same, but for the day on which it came in."""
        known = fact_now(self._ours, "event", here) or {}
        there = self._ids.row(row)
        differing = {name for name in there if there[name] != known[name]}
        is_of_a_file = known["undated"] or known["no_due"]
        return bool(is_of_a_file) and differing <= {"happened_on", *BY_THE_WAY}

    def _people_there(self, key: int) -> set[tuple[str, int]]:
        people = people_in(self._theirs, key)
        return {(role, self._ids.of("contact", who)) for role, who in people}


def people_in(connection: sqlite3.Connection, event_id: int) -> set[tuple[str, int]]:
    """Who is in an event, each with the role."""
    rows = connection.execute("SELECT role, contact_id FROM party WHERE event_id = ?", (event_id,))
    return set(rows.fetchall())
