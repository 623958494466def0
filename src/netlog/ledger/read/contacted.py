"""When I was last in contact with somebody.

That is the day of a meeting or an outreach, either way, of a promise between us, of an introduction
that one of us gave the other or made of the other, of a thank-you or an apology, and of whatever
one of us did for the other without an event, from a reply to a question after an introduction. A
note, a problem, and that somebody else introduced us are no contact. (How often to be in touch
counts meetings and outreaches only.)
"""

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from netlog.domain.records import WORDS
from netlog.ledger.read.records import rows_in

_KINDS = (*WORDS, "promise")
_IS_CONTACT = f"""(e.kind IN {_KINDS}
    OR (NOT e.undated AND e.kind = 'introduction' AND 'introducer' IN (mine.role, theirs.role)))"""
# What a thank-you settled is a word by that thank-you, so it need not be looked up; and of an
# answer that is known from happiness alone, no day is known (`Item.day_known`).
_IS_DEED = """s.ending = 'kept' AND s.event_id IS NULL AND s.acknowledgement_id IS NULL
AND NOT (o.kind = 'response' AND s.statement_id NOTNULL AND s.settled_on = o.due_on)"""
_CONTACTS = f"""
SELECT theirs.contact_id AS other, e.happened_on AS day FROM event e
JOIN party mine ON mine.event_id = e.id AND mine.contact_id = :me
JOIN party theirs ON theirs.event_id = e.id AND theirs.contact_id <> :me
WHERE {_IS_CONTACT}
UNION ALL
SELECT CASE WHEN o.debtor_id = :me THEN o.creditor_id ELSE o.debtor_id END, s.settled_on
FROM settlement s JOIN obligation o ON o.id = s.obligation_id
WHERE {_IS_DEED} AND (o.debtor_id = :me OR o.creditor_id = :me)
UNION ALL
SELECT recipient_id, said_on FROM acknowledgement WHERE author_id = :me
UNION ALL
SELECT author_id, said_on FROM acknowledgement WHERE recipient_id = :me
"""
_LAST = "SELECT other, max(day) FROM ({contacts}) GROUP BY other"
_FEW = 2_000  # looked up one by one; for more, reading all is quicker
_CONTACTS_WITH = f"""
SELECT theirs.contact_id AS other, e.happened_on AS day
FROM party theirs CROSS JOIN event e ON e.id = theirs.event_id
CROSS JOIN party mine ON mine.event_id = e.id AND mine.contact_id = :me
WHERE theirs.contact_id IN ({{ids}}) AND theirs.contact_id <> :me AND {_IS_CONTACT}
UNION ALL
SELECT theirs.contact_id, s.settled_on
FROM party theirs CROSS JOIN obligation o ON o.event_id = theirs.event_id
CROSS JOIN settlement s ON s.obligation_id = o.id
WHERE theirs.contact_id IN ({{ids}})
AND ((o.debtor_id = :me AND o.creditor_id = theirs.contact_id)
  OR (o.creditor_id = :me AND o.debtor_id = theirs.contact_id))
AND {_IS_DEED}
UNION ALL
SELECT o.debtor_id, s.settled_on
FROM obligation o CROSS JOIN settlement s ON s.obligation_id = o.id
WHERE o.debtor_id IN ({{ids}}) AND o.creditor_id = :me AND o.kind IN ('apology', 'replacement')
AND {_IS_DEED}
UNION ALL
SELECT author_id, said_on FROM acknowledgement WHERE author_id IN ({{ids}})
UNION ALL
SELECT recipient_id, said_on FROM acknowledgement WHERE recipient_id IN ({{ids}})
"""


def last_contacts(
    connection: sqlite3.Connection, me: int, among: Collection[int] | None = None
) -> dict[int, date]:
    """The day of the last contact between me and each contact, or each of some."""
    rows: Iterator[tuple[int, str]]
    if among is not None and len(among) <= _FEW:
        rows = rows_in(connection, _LAST.format(contacts=_CONTACTS_WITH), among, me=me)
    else:
        rows = connection.execute(_LAST.format(contacts=_CONTACTS), {"me": me})
    return {contact_id: date.fromisoformat(day) for contact_id, day in rows}
