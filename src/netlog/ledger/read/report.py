"""The facts of a report: everything that a contact owes, and the introductions around it."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from netlog.domain.items import CHECK_INS, is_left_alone
from netlog.domain.records import (
    Attempt,
    Contact,
    Obligation,
)
from netlog.domain.report.attempts import waited_for
from netlog.domain.report.dossier import Dossier
from netlog.ledger.read.archived import IN_SIGHT, archived_since
from netlog.ledger.read.contacts import everyone_meant, organisation_of
from netlog.ledger.read.items import contacts_in, items
from netlog.ledger.read.last_words import last_words
from netlog.ledger.read.network import introduced_in, introductions_by_id, people_in
from netlog.ledger.read.records import me, rows_in, select, select_in
from netlog.ledger.read.referrers import my_turn

LONG = 20_000  # so many obligations are read in full within a second or two

_CULPRITS = """
SELECT e.introduction_id, p.contact_id FROM event e JOIN party p ON p.event_id = e.id
WHERE e.introduction_id IN ({ids}) AND p.role = 'culprit'
"""


def dossier(connection: sqlite3.Connection, contact: Contact) -> Dossier:
    """What the ledger knows of a contact; for an organisation, of itself and its people."""
    among = everyone_meant(connection, contact)
    owed = select_in(connection, Obligation, "debtor_id", among)
    return dossier_of(connection, contact, among, owed, introduced_in(connection, among))


def dossier_of(
    connection: sqlite3.Connection,
    contact: Contact,
    among: frozenset[int],
    owed: Sequence[Obligation],
    introduced: Collection[int],
) -> Dossier:
    """What the ledger knows of a contact, as far as these obligations and introductions tell it."""
    owed_items = sorted(items(connection, owed), key=lambda item: item.place)
    introductions = introductions_by_id(connection, introduced)
    return Dossier(
        contact=contact,
        organisation=organisation_of(connection, contact),
        members=among,
        owed=owed_items,
        introductions=introductions,
        unasked=unasked(connection, owed),
        left_alone=left_alone(connection, owed),
        my_turn=my_turn(connection, [each for each in introductions if each.given_by(among)]),
        words=last_words(connection, waited_for(owed_items)),
    )


def is_long(connection: sqlite3.Connection, contact: Contact) -> bool:
    """Whether a report is on me, and too long to be read in full for its first screen."""
    if not contact.is_me:
        return False
    statement = "SELECT count(*) FROM (SELECT 1 FROM obligation WHERE debtor_id = ? LIMIT ?)"
    (number,) = connection.execute(statement, (contact.id, LONG + 1)).fetchone()
    return int(number) > LONG


def unasked(connection: sqlite3.Connection, owed: Iterable[Obligation]) -> frozenset[int]:
    """The open responses between others that nobody knows of, or needs any more.

    Of those that met no silence when I asked nobody knows. A problem with whoever owes one says
    what there is to say, and what is needed now is somebody better: one failure counts once.
    """
    owner = me(connection)
    responses = {
        obligation.event_id: obligation
        for obligation in owed
        if obligation.kind == "response"
        and obligation.closed_on is None
        and owner not in (obligation.debtor_id, obligation.creditor_id)
    }
    check_ins = {
        obligation.id: obligation.event_id
        for obligation in select_in(connection, Obligation, "event_id", responses)
        if obligation.kind in CHECK_INS
    }
    asked = {
        check_ins[attempt.obligation_id]
        for attempt in select_in(connection, Attempt, "obligation_id", check_ins)
    }
    asked -= {
        introduction
        for introduction, culprit in rows_in(connection, _CULPRITS, responses)
        if responses[introduction].debtor_id == culprit
    }
    return frozenset(owed.id for event, owed in responses.items() if event not in asked)


def left_alone(connection: sqlite3.Connection, owed: Iterable[Obligation]) -> frozenset[int]:
    """The open obligations that were not due when somebody in them was archived."""
    archived = archived_since(connection)
    return frozenset(each.id for each in owed if is_left_alone(each, archived))


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


def contacts_in_dossier(dossier: Dossier) -> set[int]:
    """The ids of everybody whom a dossier names."""
    return contacts_in(dossier.owed) | dossier.members | people_in(dossier.introductions)
