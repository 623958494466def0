"""How introductions to many contacts ended, and who of them was only sold as a lead."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator

from netlog.domain.report.put_forward import PutForward

_MOST_VARIABLES = 900  # SQLite allows 999 in one statement in its older builds

# Who is introduced for a fee is sold; what else one does together, but for reaching out to each
# other and what went wrong, makes an acquaintance. CROSS JOIN begins with the contacts.
_INTRODUCED = """
SELECT p.contact_id, max(e.fee <> ''), max(e.fee = '')
FROM party p CROSS JOIN event e ON e.id = p.event_id
WHERE p.contact_id IN ({marks}) AND p.role IN ('client', 'provider')
GROUP BY p.contact_id
"""
_ACQUAINTED = """
SELECT contact_id FROM party
WHERE contact_id IN ({marks}) AND role IN ('introducer', 'attendee', 'promiser', 'promisee')
UNION SELECT contact_id FROM detail WHERE kind = 'skill' AND contact_id IN ({marks})
"""
_HAPPY = """
SELECT p.contact_id, p.event_id, p.role = 'provider'
FROM party p CROSS JOIN introduction_outcome o ON o.event_id = p.event_id AND o.outcome = 'happy'
WHERE p.contact_id IN ({marks}) AND p.role IN ('client', 'provider')
"""
_PROBLEMS = """
SELECT p.contact_id, p.event_id
FROM party c CROSS JOIN event x ON x.id = c.event_id
CROSS JOIN party p ON p.event_id = x.introduction_id AND p.contact_id = c.contact_id
WHERE c.contact_id IN ({marks}) AND c.role = 'culprit' AND p.role = 'provider'
"""


def put_forward(connection: sqlite3.Connection, among: Collection[int]) -> dict[int, PutForward]:
    """How introductions to each of these contacts ended, and how one knows them.

    Of a contact that is in nothing there is no entry.
    """
    found: dict[int, PutForward] = defaultdict(PutForward)
    for contact_id, sold, otherwise in _rows(connection, _INTRODUCED, among):
        found[contact_id] += PutForward(sold=bool(sold), otherwise=bool(otherwise))
    for (contact_id,) in _rows(connection, _ACQUAINTED, among):
        found[contact_id] += PutForward(otherwise=True)
    problems = set(_rows(connection, _PROBLEMS, among))
    for contact_id, _ in problems:
        found[contact_id] += PutForward(ended=1)
    for contact_id, event_id, for_a_need in _rows(connection, _HAPPY, among):
        if (contact_id, event_id) not in problems:
            found[contact_id] += PutForward(for_a_need, for_a_need, otherwise=True)
    return dict(found)


def _rows(
    connection: sqlite3.Connection, statement: str, among: Collection[int]
) -> Iterator[tuple[int, ...]]:
    ids = sorted(among)
    for start in range(0, len(ids), _MOST_VARIABLES):
        some = ids[start : start + _MOST_VARIABLES]
        marks = ", ".join(f"?{number}" for number in range(1, len(some) + 1))
        yield from connection.execute(statement.format(marks=marks), some)
