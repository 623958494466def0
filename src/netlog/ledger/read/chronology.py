"""The facts of a chronology: the events around a contact, and those of whom it introduced to me."""

import sqlite3

from netlog.domain.chronology.chronology import Chronology, Matter
from netlog.domain.chronology.facts import EventFact
from netlog.domain.records import WORDS, Contact
from netlog.ledger.read.contacts import everyone_meant, organisation_of
from netlog.ledger.read.history import EVENT, happenings, timeline
from netlog.ledger.read.items import contacts_in
from netlog.ledger.read.records import me, rows_in

# The introductions, meetings and outreaches between me and those whom I was introduced to by one
# of some contacts. Introductions of the two by others are among them: what came after such a one
# is not theirs.
# CROSS JOIN keeps the order of the tables: from their few introductions to the events.
_WORDS_OF_MINE = f"""
SELECT DISTINCT e.id FROM party giver CROSS JOIN party mine CROSS JOIN party other
CROSS JOIN party theirs CROSS JOIN event e CROSS JOIN party my
WHERE giver.contact_id IN ({{ids}}) AND giver.role = 'introducer'
AND mine.event_id = giver.event_id AND mine.contact_id = :me
AND mine.role IN ('client', 'provider')
AND other.event_id = giver.event_id AND other.contact_id <> :me
AND other.role IN ('client', 'provider')
AND theirs.contact_id = other.contact_id AND e.id = theirs.event_id
AND e.kind IN {(*WORDS, "introduction")}
AND my.event_id = e.id AND my.contact_id = :me
"""


def matter(connection: sqlite3.Connection, contact: Contact) -> Matter:
    """What the ledger holds of a contact; for an organisation, of itself and its people."""
    among, owner = everyone_meant(connection, contact), me(connection)
    own = [key for kind, key in timeline(connection, among) if kind == EVENT]
    beyond = {event_id for (event_id,) in rows_in(connection, _WORDS_OF_MINE, among, me=owner)}
    return Matter(
        contact=contact,
        organisation=organisation_of(connection, contact),
        members=among,
        me=owner,
        happenings=happenings(connection, own),
        contacts_of_mine=happenings(connection, sorted(beyond - set(own))),
    )


def contacts_in_chronology(chronology: Chronology) -> set[int]:
    """The ids of everybody whom a chronology names."""
    shown = [fact.happening for fact in chronology.facts if isinstance(fact, EventFact)]
    shown += [follow_up.introduction for follow_up in chronology.follow_ups]
    matter = chronology.matter
    return {matter.me, matter.contact.id} | matter.members | contacts_in(shown)
