"""Everybody known, in a few statements for all."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from netlog.domain.items import CHECK_INS, Side
from netlog.domain.people.acquaintance import Acquaintance
from netlog.domain.records import Contact
from netlog.ledger.read.archived import IN_SIGHT
from netlog.ledger.read.contacted import last_contacts
from netlog.ledger.read.contacts import organisation_names
from netlog.ledger.read.intervals import current_intervals
from netlog.ledger.read.needs import needs_of
from netlog.ledger.read.records import select


def everybody(
    connection: sqlite3.Connection,
    me: int,
    skill: str | None,
    organisation_id: int | None,
    *,
    archived: bool = False,
) -> list[Acquaintance]:
    """All contacts in sight but me, by name.

    Args:
        connection: the ledger.
        me: the owner's contact id.
        skill: only those who have it, as it is compared.
        organisation_id: only those who belong to it.
        archived: those who are archived instead.
    """
    contacts = select(
        connection,
        Contact,
        f"WHERE NOT t.is_me AND {'NOT ' if archived else ''}{IN_SIGHT}"
        " AND (:organisation IS NULL OR t.organisation_id = :organisation)"
        " AND (:skill IS NULL OR t.id IN"
        "  (SELECT contact_id FROM detail WHERE kind = 'skill' AND key = :skill))"
        " ORDER BY t.key",
        {"organisation": organisation_id, "skill": skill},
    )
    organisations = organisation_names(connection, contacts)
    skills, last = _skills(connection), _last_contacts(connection, me)
    needs = needs_of(connection)
    counts, intervals = _open(connection, me), current_intervals(connection)
    return [
        Acquaintance(
            contact=contact,
            organisation=organisations.get(contact.id),
            skills=tuple(skills[contact.id]),
            last_contact=last.get(contact.id),
            open=counts[contact.id],
            interval=intervals.get(contact.id),
            needs=tuple(need.text for need in needs[contact.id] if need.is_open),
        )
        for contact in contacts
    ]


def _last_contacts(connection: sqlite3.Connection, me: int) -> Mapping[int, date]:
    """The day of the last contact with each; with one of its people is with the organisation."""
    last = last_contacts(connection, me)
    for organisation_id, member in connection.execute(
        "SELECT organisation_id, id FROM contact WHERE organisation_id NOTNULL"
    ):
        if member in last:
            last[organisation_id] = max(last[member], last.get(organisation_id, last[member]))
    return last


def _skills(connection: sqlite3.Connection) -> Mapping[int, Sequence[str]]:
    skills: dict[int, list[str]] = defaultdict(list)
    for contact_id, skill in connection.execute(
        "SELECT contact_id, value FROM detail WHERE kind = 'skill' ORDER BY id"
    ):
        skills[contact_id].append(skill)
    return skills


def _open(connection: sqlite3.Connection, me: int) -> Mapping[int, dict[Side, int]]:
    """How much is open between me and each contact, by side."""
    check_ins = ", ".join(f"'{kind}'" for kind in CHECK_INS)
    rows = connection.execute(
        "SELECT CASE WHEN debtor_id = :me THEN creditor_id ELSE debtor_id END,"
        f" CASE WHEN kind IN ({check_ins}) THEN 'check-in'"
        "  WHEN debtor_id = :me THEN 'mine' ELSE 'theirs' END, count(*) FROM obligation"
        " WHERE closed_on IS NULL AND (debtor_id = :me OR creditor_id = :me) GROUP BY 1, 2",
        {"me": me},
    )
    counts: dict[int, dict[Side, int]] = defaultdict(dict)
    for contact_id, side, number in rows:
        counts[contact_id][side] = number
    return counts
