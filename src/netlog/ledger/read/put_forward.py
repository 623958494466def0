"""How introductions to many contacts ended, and who of them was only sold as a lead."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from netlog.domain.report.put_forward import PutForward
from netlog.ledger.read.records import rows_in

# Who is introduced for a fee is sold; what else one does together, but for reaching out to each
# other and what went wrong, makes an acquaintance. CROSS JOIN begins with the contacts.
_INTRODUCED = """
SELECT p.contact_id, max(e.fee <> ''), max(e.fee = '')
FROM party p CROSS JOIN event e ON e.id = p.event_id
WHERE p.contact_id IN ({ids}) AND p.role IN ('client', 'provider')
GROUP BY p.contact_id
"""
_ACQUAINTED = """
SELECT contact_id FROM party
WHERE contact_id IN ({ids}) AND role IN ('introducer', 'attendee', 'promiser', 'promisee')
UNION SELECT contact_id FROM detail WHERE kind = 'skill' AND contact_id IN ({ids})
"""
_HAPPY = """
SELECT p.contact_id, p.event_id, p.role = 'provider'
FROM party p CROSS JOIN introduction_outcome o ON o.event_id = p.event_id AND o.outcome = 'happy'
WHERE p.contact_id IN ({ids}) AND p.role IN ('client', 'provider')
"""
_PROBLEMS = """
SELECT p.contact_id, p.event_id
FROM party c CROSS JOIN event x ON x.id = c.event_id
CROSS JOIN party p ON p.event_id = x.introduction_id AND p.contact_id = c.contact_id
WHERE c.contact_id IN ({ids}) AND c.role = 'culprit' AND p.role = 'provider'
"""


def put_forward(connection: sqlite3.Connection, among: Iterable[int]) -> dict[int, PutForward]:
    """How introductions to each of these contacts ended, and how one knows them.

    Of a contact that is in nothing there is no entry.
    """
    known: dict[int, PutForward] = defaultdict(PutForward)
    for contact_id, sold, otherwise in rows_in(connection, _INTRODUCED, among):
        known[contact_id] += PutForward(sold=bool(sold), otherwise=bool(otherwise))
    for (contact_id,) in rows_in(connection, _ACQUAINTED, among):
        known[contact_id] += PutForward(otherwise=True)
    problems = set(rows_in(connection, _PROBLEMS, among))
    for contact_id, _ in problems:
        known[contact_id] += PutForward(ended=1)
    for contact_id, event_id, for_a_need in rows_in(connection, _HAPPY, among):
        if (contact_id, event_id) not in problems:
            known[contact_id] += PutForward(for_a_need, for_a_need, otherwise=True)
    return dict(known)
