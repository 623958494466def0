"""The facts of a chronology: the events around a contact, and those of whom it introduced to me."""

import sqlite3
from collections.abc import Collection, Sequence

from netlog.domain.chronology.chronology import Chronology, Matter
from netlog.domain.chronology.facts import EventFact
from netlog.domain.history import contacts_in
from netlog.domain.records import Contact
from netlog.ledger.read.contacts import contacts_by_id, everyone_meant
from netlog.ledger.read.history import event_ids, happenings
from netlog.ledger.read.records import me


def matter(connection: sqlite3.Connection, contact: Contact) -> Matter:
    """What the ledger holds of a contact; for an organisation, of itself and its people."""
    among, owner = everyone_meant(connection, contact), me(connection)
    own = event_ids(connection, among)
    beyond = sorted(set(_contacts_of_mine(connection, among, owner)) - set(own))
    organisation = None
    if contact.organisation_id is not None:
        organisation = contacts_by_id(connection, [contact.organisation_id])[
            contact.organisation_id
        ]
    return Matter(
        contact=contact,
        organisation=organisation,
        members=among,
        me=owner,
        happenings=happenings(connection, own),
        contacts_of_mine=happenings(connection, beyond),
    )


def _contacts_of_mine(
    connection: sqlite3.Connection, among: Collection[int], owner: int
) -> Sequence[int]:
    """The meetings and outreaches between me and those whom I was introduced to by one of these.

    Introductions of the two by others are among them: what came after such a one is not theirs.
    """
    given = ", ".join(str(int(one)) for one in sorted(among))
    rows = connection.execute(
        # CROSS JOIN keeps the order of the tables: from their few introductions to the events.
        "SELECT DISTINCT e.id FROM party giver CROSS JOIN party mine CROSS JOIN party other"
        " CROSS JOIN party theirs CROSS JOIN event e CROSS JOIN party my"
        f" WHERE giver.contact_id IN ({given}) AND giver.role = 'introducer'"
        " AND mine.event_id = giver.event_id AND mine.contact_id = :me"
        " AND mine.role IN ('client', 'provider')"
        " AND other.event_id = giver.event_id AND other.contact_id <> :me"
        " AND other.role IN ('client', 'provider')"
        " AND theirs.contact_id = other.contact_id AND e.id = theirs.event_id"
        " AND e.kind IN ('meeting', 'outreach', 'introduction')"
        " AND my.event_id = e.id AND my.contact_id = :me",
        {"me": owner},
    )
    return [event_id for (event_id,) in rows]


def contacts_in_chronology(found: Chronology) -> set[int]:
    """The ids of everybody whom a chronology names."""
    shown = [fact.happening for fact in found.facts if isinstance(fact, EventFact)]
    matter = found.matter
    return {matter.me, matter.contact.id} | matter.members | contacts_in(shown)
