"""Who has which skill, and who was introduced to whom, to match needs with skills."""

import sqlite3
from collections.abc import Collection

from netlog.domain.records import Contact, Detail
from netlog.ledger.read.archived import IN_SIGHT
from netlog.ledger.read.records import rows_in, select, select_in

_OTHERS = f"NOT t.is_me AND {IN_SIGHT}"
_SKILLED = "SELECT contact_id, value FROM detail WHERE kind = 'skill' AND key = ?"
_INTRODUCED_TO = """
SELECT other.contact_id FROM party p CROSS JOIN party other ON other.event_id = p.event_id
WHERE p.contact_id IN ({ids}) AND p.role IN ('client', 'provider')
AND other.role IN ('client', 'provider')
"""


def needers(connection: sqlite3.Connection) -> dict[int, Contact]:
    """The contacts in sight for whom a need was noted, by id."""
    with_a_need = "t.id IN (SELECT contact_id FROM detail WHERE kind = 'need')"
    contacts = select(connection, Contact, f"WHERE {_OTHERS} AND {with_a_need}")
    return {contact.id: contact for contact in contacts}


def skill_keys(connection: sqlite3.Connection) -> list[str]:
    """Every skill that somebody has, as it is compared."""
    rows = connection.execute("SELECT DISTINCT key FROM detail WHERE kind = 'skill' ORDER BY key")
    return [key for (key,) in rows]


def skill_keys_of(connection: sqlite3.Connection, contacts: Collection[int]) -> set[str]:
    """The skills of some contacts, as they are compared."""
    skills = select_in(connection, Detail, "contact_id", contacts, also="t.kind = 'skill'")
    return {skill.key for skill in skills}


def skilled(connection: sqlite3.Connection, keys: Collection[str]) -> list[tuple[Contact, str]]:
    """The contacts in sight that have one of some skills, with the skill as it was noted."""
    known: dict[int, str] = {}
    for key in keys:
        for contact_id, value in connection.execute(_SKILLED, (key,)):
            known.setdefault(contact_id, value)
    contacts = select_in(connection, Contact, "id", known, also=_OTHERS)
    return [(contact, known[contact.id]) for contact in contacts]


def introduced_to(connection: sqlite3.Connection, contact_id: int) -> frozenset[int]:
    """Whom a contact was introduced to, by whomever; the contact itself is among them."""
    return frozenset(other for (other,) in rows_in(connection, _INTRODUCED_TO, [contact_id]))
