"""When I was last in contact with somebody.

That is the day of a meeting or an outreach, either way, or of a thank-you or an apology, which are
words as well. (How often to be in touch counts meetings and outreaches only.)
"""

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from netlog.domain.records import WORDS
from netlog.ledger.read.records import rows_in

# What a thank-you settled is a word by that thank-you, so it need not be looked up.
_BY_HAND = "s.event_id IS NULL AND s.acknowledgement_id IS NULL"
_WORDS = f"""
SELECT theirs.contact_id AS other, e.happened_on AS day FROM event e
JOIN party mine ON mine.event_id = e.id AND mine.contact_id = :me
JOIN party theirs ON theirs.event_id = e.id AND theirs.contact_id <> :me
WHERE e.kind IN {WORDS}
UNION ALL
SELECT CASE WHEN o.debtor_id = :me THEN o.creditor_id ELSE o.debtor_id END, s.settled_on
FROM settlement s JOIN obligation o ON o.id = s.obligation_id
WHERE s.ending = 'kept' AND {_BY_HAND} AND o.kind IN ('thanks', 'apology')
AND (o.debtor_id = :me OR o.creditor_id = :me)
UNION ALL
SELECT recipient_id, said_on FROM acknowledgement WHERE author_id = :me
UNION ALL
SELECT author_id, said_on FROM acknowledgement WHERE recipient_id = :me
"""
_LAST = "SELECT other, max(day) FROM ({words}) GROUP BY other"
_FEW = 2_000  # looked up one by one; for more, reading all words is quicker
_WORDS_WITH = f"""
SELECT theirs.contact_id AS other, e.happened_on AS day
FROM party theirs CROSS JOIN event e ON e.id = theirs.event_id
WHERE theirs.contact_id IN ({{ids}}) AND e.kind IN {WORDS}
AND EXISTS (SELECT 1 FROM party mine WHERE mine.event_id = e.id AND mine.contact_id = :me)
UNION ALL
SELECT theirs.contact_id, s.settled_on
FROM party theirs CROSS JOIN obligation o ON o.event_id = theirs.event_id
CROSS JOIN settlement s ON s.obligation_id = o.id
WHERE theirs.contact_id IN ({{ids}}) AND o.kind IN ('thanks', 'apology')
AND ((o.debtor_id = :me AND o.creditor_id = theirs.contact_id)
  OR (o.creditor_id = :me AND o.debtor_id = theirs.contact_id))
AND s.ending = 'kept' AND {_BY_HAND}
UNION ALL
SELECT o.debtor_id, s.settled_on
FROM obligation o CROSS JOIN settlement s ON s.obligation_id = o.id
WHERE o.debtor_id IN ({{ids}}) AND o.creditor_id = :me AND o.kind = 'apology'
AND s.ending = 'kept' AND {_BY_HAND}
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
        rows = rows_in(connection, _LAST.format(words=_WORDS_WITH), among, me=me)
    else:
        rows = connection.execute(_LAST.format(words=_WORDS), {"me": me})
    return {contact_id: date.fromisoformat(day) for contact_id, day in rows}
