"""How introductions to many contacts ended, and who of them was only sold as a lead."""

import sqlite3
from collections.abc import Collection, Iterator

from netlog.domain.put_forward import PutForward

_MOST_VARIABLES = 900  # SQLite allows 999 in one statement in its older builds

# A party that is introduced for a fee is sold, until both are happy; what else one does together,
# but for reaching out to each other and what went wrong, makes an acquaintance.
_PARTIES = """
SELECT contact_id,
       sum(role = 'provider' AND happy AND NOT problem),
       sum(role = 'provider' AND (happy OR problem)),
       max(role IN ('client', 'provider') AND fee <> ''),
       max(CASE WHEN role IN ('client', 'provider') THEN fee = '' OR (happy AND NOT problem)
           ELSE role IN ('introducer', 'attendee', 'promiser', 'promisee') END)
FROM (SELECT p.contact_id, p.role, e.fee,
             EXISTS (SELECT 1 FROM introduction_outcome o
                     WHERE o.event_id = e.id AND o.outcome = 'happy') AS happy,
             p.role = 'provider' AND
             EXISTS (SELECT 1 FROM event x JOIN party c ON c.event_id = x.id
                     WHERE x.introduction_id = e.id AND c.role = 'culprit'
                     AND c.contact_id = p.contact_id) AS problem
      FROM party p CROSS JOIN event e ON e.id = p.event_id
      WHERE p.contact_id IN ({marks}))
GROUP BY contact_id
"""
_SKILLED = (
    "SELECT contact_id, 0, 0, 0, 1 FROM detail WHERE kind = 'skill' AND contact_id IN ({marks})"
)


def put_forward(connection: sqlite3.Connection, among: Collection[int]) -> dict[int, PutForward]:
    """How introductions to each of these contacts ended, and how one knows them.

    Of a contact that is in nothing there is no entry.
    """
    found: dict[int, PutForward] = {}
    for contact_id, happy, ended, sold, otherwise in _rows(connection, sorted(among)):
        one = PutForward(happy, ended, bool(sold), bool(otherwise))
        found[contact_id] = found.get(contact_id, PutForward()) + one
    return found


def _rows(connection: sqlite3.Connection, ids: list[int]) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(ids), _MOST_VARIABLES):
        some = ids[start : start + _MOST_VARIABLES]
        marks = ", ".join("?" * len(some))
        for statement in (_PARTIES, _SKILLED):
            yield from connection.execute(statement.format(marks=marks), some)
