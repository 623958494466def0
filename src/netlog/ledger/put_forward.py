"""Who has a skill or was introduced as one who can meet a need, and how that ended."""

import sqlite3
from collections.abc import Collection, Iterator

from netlog.domain.put_forward import PutForward

_MOST_VARIABLES = 900  # SQLite allows 999 in one statement in its older builds

_INTRODUCED = """
SELECT contact_id, max(fee = '' OR (happy AND NOT problem)),
       sum(happy AND NOT problem), sum(happy OR problem)
FROM (SELECT p.contact_id, e.fee,
             EXISTS (SELECT 1 FROM introduction_outcome o
                     WHERE o.event_id = e.id AND o.outcome = 'happy') AS happy,
             EXISTS (SELECT 1 FROM event x JOIN party c ON c.event_id = x.id
                     WHERE x.introduction_id = e.id AND c.role = 'culprit'
                     AND c.contact_id = p.contact_id) AS problem
      FROM party p CROSS JOIN event e ON e.id = p.event_id
      WHERE p.contact_id IN ({marks}) AND p.role = 'provider')
GROUP BY contact_id
"""
_SKILLED = "SELECT contact_id, 1, 0, 0 FROM detail WHERE kind = 'skill' AND contact_id IN ({marks})"


def put_forward(connection: sqlite3.Connection, among: Collection[int]) -> dict[int, PutForward]:
    """What is known of each of these contacts as the one who can meet a need; of some, nothing."""
    found: dict[int, PutForward] = {}
    for contact_id, candidate, happy, ended in _rows(connection, sorted(among)):
        one = PutForward(bool(candidate), happy, ended)
        found[contact_id] = found.get(contact_id, PutForward()) + one
    return found


def _rows(connection: sqlite3.Connection, ids: list[int]) -> Iterator[tuple[int, int, int, int]]:
    for start in range(0, len(ids), _MOST_VARIABLES):
        some = ids[start : start + _MOST_VARIABLES]
        marks = ", ".join("?" * len(some))
        for statement in (_INTRODUCED, _SKILLED):
            yield from connection.execute(statement.format(marks=marks), some)
