"""The facts of a report: everything that a contact owes, and the introductions around it."""

import sqlite3
from collections.abc import Collection, Sequence

from netlog.domain.records import Contact, Obligation
from netlog.domain.report.attempts import waited_for
from netlog.domain.report.dossier import Dossier
from netlog.ledger.read.contacts import everyone_meant, organisation_of
from netlog.ledger.read.items import contacts_in, items
from netlog.ledger.read.last_words import last_words
from netlog.ledger.read.network import introduced_in, introductions_by_id, people_in
from netlog.ledger.read.records import select_in
from netlog.ledger.read.referrers import their_turn
from netlog.ledger.read.silent import left_alone, unasked

LONG = 20_000  # so many obligations are read in full within a second or two
MOST_LINES = 14_000  # ten kilobytes each as a document for scripts: 200 MiB with all else


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
        their_turn=their_turn(connection, [each for each in introductions if each.given_by(among)]),
        words=last_words(connection, waited_for(owed_items)),
    )


def is_long(connection: sqlite3.Connection, contact: Contact) -> bool:
    """Whether a report is on me, and too long to be read in full for its first screen."""
    return contact.is_me and _owes_more_than(LONG, connection, contact)


def is_too_long(connection: sqlite3.Connection, contact: Contact) -> bool:
    """Whether a record is too long to be told line by line."""
    return _owes_more_than(MOST_LINES, connection, contact)


def _owes_more_than(most: int, connection: sqlite3.Connection, contact: Contact) -> bool:
    statement = "SELECT count(*) FROM (SELECT 1 FROM obligation WHERE debtor_id = ? LIMIT ?)"
    (number,) = connection.execute(statement, (contact.id, most + 1)).fetchone()
    return int(number) > most


def contacts_in_dossier(dossier: Dossier) -> set[int]:
    """The ids of everybody whom a dossier names."""
    return contacts_in(dossier.owed) | dossier.members | people_in(dossier.introductions)
