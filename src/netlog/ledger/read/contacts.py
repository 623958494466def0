"""Looking contacts up."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from netlog.domain.people.names import beside
from netlog.domain.records import Contact, ContactKind, Detail
from netlog.ledger.read.contacted import last_contacts
from netlog.ledger.read.nobody import NAMED
from netlog.ledger.read.records import by_id, me, select, select_in

# Of the contacts of table `t`, the organisations, and whoever has people.
ORGANISATIONS = "(t.kind = 'organisation' OR t.id IN (SELECT organisation_id FROM contact))"


@dataclass(frozen=True, slots=True)
class Directory:
    """The contacts of a ledger, as `netlog.domain.people.resolving` looks them up.

    `whose` tells which of them it has, as a condition on the table `t`.
    """

    connection: sqlite3.Connection
    whose: str = NAMED

    def exactly(self, key: str) -> list[Contact]:
        """The contacts whose name, alias or e-mail address is `key`."""
        return select(
            self.connection,
            Contact,
            "WHERE (t.key = ? OR t.id IN (SELECT contact_id FROM detail"
            f" WHERE kind IN ('alias', 'email') AND key = ?)) AND {self.whose} ORDER BY t.key",
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
        contacts = self._by_id(contact_id for _, contact_id in rows)
        return [(key, contacts[known]) for key, known in rows if known in contacts]

    def phones(self) -> list[tuple[str, int]]:
        """Every phone number, as it was noted, with the id of the contact that has it."""
        return self.connection.execute(
            "SELECT d.value, t.id FROM detail d CROSS JOIN contact t ON t.id = d.contact_id"
            f" WHERE d.kind = 'phone' AND {self.whose}"
        ).fetchall()

    def with_ids(self, ids: Iterable[int]) -> list[Contact]:
        """The contacts with these ids, by name."""
        return sorted(self._by_id(ids).values(), key=lambda each: each.key)

    def everybody(self) -> list[tuple[str, str, ContactKind]]:
        """The key of every name and alias, with the name of the contact and what it is."""
        return self.connection.execute(
            f"SELECT t.key, t.name, t.kind FROM contact t WHERE {self.whose}"
            " UNION ALL SELECT d.key, t.name, t.kind FROM detail d"
            f" JOIN contact t ON t.id = d.contact_id WHERE d.kind = 'alias' AND {self.whose}"
        ).fetchall()

    def label(self, contact: Contact) -> str:
        """The contact's name with what tells it apart: the organisation, and the last word."""
        organisation = organisation_of(self.connection, contact)
        told = beside(contact.name, organisation and organisation.name)
        label = contact.name if told is None else f"{contact.name} ({told})"
        last = last_contacts(self.connection, me(self.connection), [contact.id]).get(contact.id)
        return label if last is None else f"{label}, last contact {last}"

    def _by_id(self, ids: Iterable[int]) -> dict[int, Contact]:
        contacts = select_in(self.connection, Contact, "id", ids, also=self.whose)
        return {contact.id: contact for contact in contacts}


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
    """What else is known of a contact, by kind; what has a day by its day, all else as told."""
    condition = "WHERE t.contact_id = ? ORDER BY t.kind, t.noted_on, t.id"
    return select(connection, Detail, condition, (contact_id,))


def skills(connection: sqlite3.Connection) -> list[str]:
    """The skills that somebody has, as they were noted."""
    rows = connection.execute("SELECT DISTINCT value FROM detail WHERE kind = 'skill'")
    return [skill for (skill,) in rows]


def members(connection: sqlite3.Connection, organisation_id: int) -> list[Contact]:
    """The people of an organisation, by name."""
    return select(
        connection, Contact, "WHERE t.organisation_id = ? ORDER BY t.key", (organisation_id,)
    )


def everyone_meant(connection: sqlite3.Connection, contact: Contact) -> frozenset[int]:
    """The contact; for an organisation, its people as well."""
    people = members(connection, contact.id) if contact.kind == "organisation" else []
    return frozenset({contact.id, *(person.id for person in people)})


def has_more_contacts(connection: sqlite3.Connection, than: int) -> bool:
    """Whether there are more contacts than so many, apart from me."""
    beyond = connection.execute("SELECT 1 FROM contact LIMIT 1 OFFSET ?", (than + 1,))
    return beyond.fetchone() is not None
