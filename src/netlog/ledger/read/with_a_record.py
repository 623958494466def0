"""Who is in the ranking: everybody with a record, or all who have a skill."""

import sqlite3

from netlog.domain.records import Contact
from netlog.ledger.read.archived import IN_SIGHT
from netlog.ledger.read.records import select


def everybody_with_a_record(connection: sqlite3.Connection) -> list[Contact]:
    """All in sight but me that owe or owed something, or that a problem reflects on.

    The record of its people is an organisation's as well.
    """
    return select(
        connection,
        Contact,
        f"WHERE NOT t.is_me AND {IN_SIGHT} AND t.id IN ("
        "WITH known(id) AS (SELECT c.id FROM contact c"
        "  WHERE EXISTS (SELECT 1 FROM obligation o WHERE o.debtor_id = c.id)"
        " UNION SELECT contact_id FROM party WHERE role = 'culprit'"
        " UNION SELECT p.contact_id FROM event e JOIN party p"
        "  ON p.event_id = e.introduction_id AND p.role = 'introducer'"
        "  WHERE e.introduction_id NOTNULL)"
        " SELECT id FROM known UNION SELECT o.id FROM contact c"
        "  JOIN contact o ON o.id = c.organisation_id AND o.kind = 'organisation'"
        "  WHERE c.id IN (SELECT id FROM known)) ORDER BY t.key",
    )


def with_skill(connection: sqlite3.Connection, key: str) -> list[Contact]:
    """The contacts in sight that have a skill, with or without a record."""
    return select(
        connection,
        Contact,
        "JOIN detail d ON d.contact_id = t.id AND d.kind = 'skill' AND d.key = ?"
        f" WHERE NOT t.is_me AND {IN_SIGHT} ORDER BY t.key",
        (key,),
    )
