"""Everybody by what a card can be recognised by, and what is known of them already."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from netlog.domain.people.recognising import Marks
from netlog.domain.records import MEETINGS, ContactKind, DetailKind
from netlog.ledger.file.create import ME
from netlog.ledger.read.nobody import NAMED

_CONTACTS = (
    "SELECT t.id, t.name, t.key, t.kind, t.is_me, o.name, o.key FROM contact t"
    f" LEFT JOIN contact o ON o.id = t.organisation_id WHERE {NAMED} ORDER BY t.id"
)
_NAMED_BY: Mapping[str, DetailKind] = {
    "names": "alias",
    "emails": "email",
    "pages": "url",
    "phones": "phone",
}


class Known(NamedTuple):
    """A contact with its details, each as its kind and how it is compared."""

    id: int
    name: str
    kind: ContactKind
    is_me: bool
    organisation: str | None
    marks: Marks
    details: frozenset[tuple[DetailKind, str]]
    title: str | None = None
    has_interval: bool = False


# Who is in a ledger that is still to be made.
NOBODY_BUT_ME = Known(ME, "me", "person", True, None, Marks(("me",)), frozenset())


def everybody(connection: sqlite3.Connection) -> list[Known]:
    """All contacts but those who were forgotten."""
    details: dict[int, list[tuple[DetailKind, str, str]]] = defaultdict(list)
    for contact_id, kind, key, value in connection.execute(
        "SELECT contact_id, kind, key, value FROM detail ORDER BY id"
    ):
        details[contact_id].append((kind, key, value))
    timed = {row[0] for row in connection.execute("SELECT DISTINCT contact_id FROM interval")}
    return [
        Known(
            key,
            name,
            kind,
            bool(is_me),
            organisation,
            _marks(own_key, organisation_key or "", details.get(key, ()))._replace(
                is_firm=kind == "organisation"
            ),
            frozenset((each[0], each[1]) for each in details.get(key, ())),
            next((each[2] for each in details.get(key, ()) if each[0] == "title"), None),
            key in timed,
        )
        for key, name, own_key, kind, is_me, organisation, organisation_key in connection.execute(
            _CONTACTS
        )
    ]


def _marks(
    key: str, organisation: str, details: "list[tuple[DetailKind, str, str]] | tuple[()]"
) -> Marks:
    def of(field: str) -> tuple[str, ...]:
        kind = _NAMED_BY[field]
        column = 2 if kind == "phone" else 1
        return tuple(each[column] for each in details if each[0] == kind)

    return Marks((key, *of("names")), of("emails"), of("pages"), of("phones"), organisation)


def known_sources(connection: sqlite3.Connection) -> set[str]:
    """What tells the events that were read from files of others."""
    rows = connection.execute("SELECT source FROM event WHERE source <> ''")
    return {source for (source,) in rows}


def notes_of(connection: sqlite3.Connection) -> set[tuple[int, str]]:
    """Of whom something was noted, and what."""
    rows = connection.execute(
        "SELECT p.contact_id, e.about FROM event e JOIN party p ON p.event_id = e.id"
        " WHERE e.kind = 'note'"
    )
    return {(contact, text) for contact, text in rows}


def met_on(connection: sqlite3.Connection) -> set[tuple[int, date]]:
    """Who was at a meeting, and on which day."""
    return {(contact, date.fromisoformat(day)) for contact, day in _met(connection, "happened_on")}


def met_by_source(connection: sqlite3.Connection) -> set[tuple[int, str]]:
    """Who was at a meeting that was read from a file, and what tells it there."""
    return {(contact, source) for contact, source in _met(connection, "source") if source}


def _met(connection: sqlite3.Connection, column: str) -> Iterator[tuple[int, str]]:
    """Who was at a meeting, and what a column says of that."""
    marks = ", ".join("?" * len(MEETINGS))
    yield from connection.execute(
        f"SELECT DISTINCT p.contact_id, e.{column} FROM event e JOIN party p ON p.event_id = e.id"
        f" WHERE e.kind IN ({marks})",
        tuple(MEETINGS),
    )


def introduced_to_me_by(connection: sqlite3.Connection) -> set[tuple[int, int]]:
    """Who introduced whom to me."""
    rows = connection.execute(
        "SELECT by.contact_id, other.contact_id FROM party by"
        " JOIN party other ON other.event_id = by.event_id AND other.role <> 'introducer'"
        " WHERE by.role = 'introducer' AND EXISTS (SELECT 1 FROM party mine JOIN contact c"
        " ON c.id = mine.contact_id WHERE mine.event_id = by.event_id AND c.is_me)"
    )
    return {(introducer, other) for introducer, other in rows}


def are_in_one_event(connection: sqlite3.Connection, one: int, other: int) -> bool:
    """Whether two stand in one event."""
    rows = connection.execute(
        "SELECT 1 FROM party p JOIN party q ON q.event_id = p.event_id"
        " WHERE p.contact_id = ? AND q.contact_id = ? LIMIT 1",
        (one, other),
    )
    return rows.fetchone() is not None


def owner_addresses(connection: sqlite3.Connection) -> frozenset[str]:
    """The owner's own e-mail addresses, as they are compared."""
    rows = connection.execute(
        "SELECT d.key FROM detail d JOIN contact c ON c.id = d.contact_id"
        " WHERE c.is_me AND d.kind = 'email'"
    )
    return frozenset(key for (key,) in rows)


def notes_by_contact(connection: sqlite3.Connection) -> dict[int, list[str]]:
    """What was noted of everybody, in the order of the days."""
    notes: dict[int, list[str]] = defaultdict(list)
    for contact, text in connection.execute(
        "SELECT p.contact_id, e.about FROM event e JOIN party p ON p.event_id = e.id"
        " WHERE e.kind = 'note' ORDER BY e.happened_on, ifnull(e.placed, e.told)"
    ):
        notes[contact].append(text)
    return notes
