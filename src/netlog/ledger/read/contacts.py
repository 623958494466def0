"""Looking contacts up."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from netlog.domain.records import Contact, ContactKind, Detail
from netlog.ledger.read.contacted import last_contacts
from netlog.ledger.read.records import by_id, me, select


@dataclass(frozen=True, slots=True)
class Directory:
    """The contacts of a ledger, as `netlog.domain.people.resolving` looks them up."""

    connection: sqlite3.Connection

    def exactly(self, key: str) -> list[Contact]:
        """The contacts whose name, alias or e-mail address is `key`."""
        return select(
            self.connection,
            Contact,
            "WHERE t.key = ? OR t.id IN (SELECT contact_id FROM detail"
            " WHERE kind IN ('alias', 'email') AND key = ?) ORDER BY t.key",
            (key, key),
        )

    def containing(self, fragment: str) -> list[tuple[str, Contact]]:
        """The contacts with `fragment` somewhere in a name or alias, with that key."""
        rows = self.connection.execute(
            "SELECT key, id FROM contact WHERE instr(key, ?) UNION"
            " SELECT key, contact_id FROM detail WHERE kind = 'alias' AND instr(key, ?)"
            " ORDER BY key",
            (fragment, fragment),
        ).fetchall()
        contacts = contacts_by_id(self.connection, (key for _, key in rows))
        return [(key, contacts[contact_id]) for key, contact_id in rows]

    def phones(self) -> list[tuple[str, int]]:
        """Every phone number, as it was noted, with the id of the contact that has it."""
        return self.connection.execute(
            "SELECT value, contact_id FROM detail WHERE kind = 'phone'"
        ).fetchall()

    def with_ids(self, ids: Iterable[int]) -> list[Contact]:
        """The contacts with these ids, by name."""
        return sorted(by_id(self.connection, Contact, ids).values(), key=lambda each: each.key)

    def everybody(self) -> list[tuple[str, str, ContactKind]]:
        """The key of every name and alias, with the name of the contact and what it is."""
        return self.connection.execute(
            "SELECT key, name, kind FROM contact UNION ALL SELECT d.key, c.name, c.kind"
            " FROM detail d JOIN contact c ON c.id = d.contact_id WHERE d.kind = 'alias'"
        ).fetchall()

    def label(self, contact: Contact) -> str:
        """The contact's name with what tells it apart: the organisation, and the last word."""
        organisation = organisation_of(self.connection, contact)
        label = contact.name if organisation is None else f"{contact.name} ({organisation.name})"
        last = last_contacts(self.connection, me(self.connection), [contact.id]).get(contact.id)
        return label if last is None else f"{label}, last contact {last}"


@dataclass(frozen=True, slots=True)
class Organisations:
    """Of the contacts of a ledger, the organisations, and whoever has people."""

    everyone: Directory

    def exactly(self, key: str) -> list[Contact]:
        """The organisations whose name, alias or e-mail address is `key`."""
        ids = self._ids()
        return [contact for contact in self.everyone.exactly(key) if contact.id in ids]

    def containing(self, fragment: str) -> list[tuple[str, Contact]]:
        """The organisations with `fragment` somewhere in a name or alias, with that key."""
        ids = self._ids()
        found = self.everyone.containing(fragment)
        return [(key, contact) for key, contact in found if contact.id in ids]

    def phones(self) -> list[tuple[str, int]]:
        """Every phone number of an organisation, as it was noted, with its id."""
        ids = self._ids()
        return [(number, key) for number, key in self.everyone.phones() if key in ids]

    def with_ids(self, ids: Iterable[int]) -> list[Contact]:
        """The organisations with these ids, by name."""
        return self.everyone.with_ids(self._ids().intersection(ids))

    def everybody(self) -> list[tuple[str, str, ContactKind]]:
        """The key of every name and alias, with the name of the organisation, and what it is."""
        names = set(names_by_id(self.everyone.connection, self._ids()).values())
        return [known for known in self.everyone.everybody() if known[1] in names]

    def label(self, contact: Contact) -> str:
        """The organisation's name with what tells it apart."""
        return self.everyone.label(contact)

    def _ids(self) -> frozenset[int]:
        rows = self.everyone.connection.execute(
            "SELECT id FROM contact WHERE kind = 'organisation'"
            " UNION SELECT organisation_id FROM contact WHERE organisation_id NOTNULL"
        )
        return frozenset(contact_id for (contact_id,) in rows)


def contacts_by_id(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Contact]:
    """The contacts with these ids, by id.

    Raises:
        LookupError: there is none with one of them, though rows refer to it.
    """
    wanted = set(ids)
    contacts = by_id(connection, Contact, wanted)
    if missing := wanted - contacts.keys():
        raise LookupError(missing)
    return contacts


def names_by_id(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """The names of the contacts with these ids, by id."""
    return {key: contact.name for key, contact in contacts_by_id(connection, ids).items()}


def organisation_of(connection: sqlite3.Connection, contact: Contact) -> Contact | None:
    """The organisation of a contact that belongs to one."""
    key = contact.organisation_id
    return None if key is None else contacts_by_id(connection, [key])[key]


def organisation_names(
    connection: sqlite3.Connection, contacts: Iterable[Contact]
) -> dict[int, str]:
    """The name of the organisation of each of some contacts that belongs to one, by contact."""
    belongs = {
        contact.id: contact.organisation_id
        for contact in contacts
        if contact.organisation_id is not None
    }
    names = names_by_id(connection, belongs.values())
    return {key: names[organisation] for key, organisation in belongs.items()}


def keys(connection: sqlite3.Connection) -> dict[int, str]:
    """The names of all contacts as they are compared, by id."""
    return dict(connection.execute("SELECT id, key FROM contact"))


def details(connection: sqlite3.Connection, contact_id: int) -> list[Detail]:
    """What else is known of a contact."""
    return select(connection, Detail, "WHERE t.contact_id = ? ORDER BY t.kind, t.id", (contact_id,))


def skills(connection: sqlite3.Connection) -> list[str]:
    """The skills that somebody has, as they were noted."""
    rows = connection.execute("SELECT DISTINCT value FROM detail WHERE kind = 'skill'")
    return [skill for (skill,) in rows]


def members(connection: sqlite3.Connection, organisation_id: int) -> list[Contact]:
    """The people of an organisation."""
    return select(
        connection, Contact, "WHERE t.organisation_id = ? ORDER BY t.id", (organisation_id,)
    )


def everyone_meant(connection: sqlite3.Connection, contact: Contact) -> frozenset[int]:
    """The contact; for an organisation, its people as well."""
    people = members(connection, contact.id) if contact.kind == "organisation" else []
    return frozenset({contact.id, *(person.id for person in people)})


def has_more_contacts(connection: sqlite3.Connection, than: int) -> bool:
    """Whether there are more contacts than so many, apart from me."""
    found = connection.execute("SELECT 1 FROM contact LIMIT 1 OFFSET ?", (than + 1,))
    return found.fetchone() is not None
