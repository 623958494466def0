"""When I was last in contact with somebody.

That is the day of a meeting or an outreach, either way, or of a thank-you or an apology, which are
words as well. (How often to be in touch counts meetings and outreaches only.)
"""

import sqlite3
from datetime import date

from netlog.ledger.read import me as owner_of

_WORDS = """
SELECT theirs.contact_id AS other, e.happened_on AS day FROM event e
JOIN party mine ON mine.event_id = e.id AND mine.contact_id = :me
JOIN party theirs ON theirs.event_id = e.id AND theirs.contact_id <> :me
WHERE e.kind IN ('meeting', 'outreach')
UNION ALL
SELECT CASE WHEN o.debtor_id = :me THEN o.creditor_id ELSE o.debtor_id END, s.settled_on
FROM settlement s JOIN obligation o ON o.id = s.obligation_id
WHERE s.ending = 'kept' AND s.event_id IS NULL AND o.kind IN ('thanks', 'apology')
AND (o.debtor_id = :me OR o.creditor_id = :me)
"""


def last_contacts(connection: sqlite3.Connection, me: int) -> dict[int, date]:
    """The day of the last contact between me and each contact."""
    rows = connection.execute(f"SELECT other, max(day) FROM ({_WORDS}) GROUP BY other", {"me": me})
    return {contact_id: date.fromisoformat(day) for contact_id, day in rows}


def last_contact(connection: sqlite3.Connection, contact_id: int) -> date | None:
    """The day of the last contact between me and one contact."""
    (day,) = connection.execute(
        f"SELECT max(day) FROM ({_WORDS}) WHERE other = :other",
        {"me": owner_of(connection), "other": contact_id},
    ).fetchone()
    return None if day is None else date.fromisoformat(day)
