"""What somebody was called once, and where they were reached, as the journal tells it."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from typing import cast

from netlog.domain.people.contacts import detail_key
from netlog.domain.people.forgetting import NAMING
from netlog.domain.records import Contact, Detail, DetailKind
from netlog.ledger.write.journal import operations_of
from netlog.ledger.write.operations import Operation, RowValues

# What is somebody else's by now is theirs.
_OF_OTHERS = (
    "SELECT key FROM contact WHERE id <> :id UNION SELECT key FROM detail WHERE contact_id <> :id"
)
_UNREADABLE = (ValueError, TypeError, LookupError)  # a part of the journal that is damaged


def former_details(connection: sqlite3.Connection, contact: Contact) -> list[Detail]:
    """The names, addresses and numbers by which texts may name somebody, of all times.

    A name that was put right without leaving an alias is one of them, as is what was dropped.
    """
    others = {key for (key,) in connection.execute(_OF_OTHERS, {"id": contact.id})}
    found: dict[tuple[str, str], Detail] = {}
    for kind, value in _told_of(connection, contact):
        key = detail_key(kind, value)
        if kind in NAMING and key not in others:
            found[kind, key] = Detail(0, contact.id, kind, value, key)
    found.pop(("alias", contact.key), None)
    return list(found.values())


def _told_of(connection: sqlite3.Connection, contact: Contact) -> Iterator[tuple[DetailKind, str]]:
    for (change,) in connection.execute("SELECT id FROM change ORDER BY id").fetchall():
        with suppress(*_UNREADABLE):
            for operation in operations_of(connection, change, ("contact", "detail")):
                for row in (operation.before, operation.after):
                    yield from _told_in(operation, row or {}, contact.id)


def _told_in(
    operation: Operation, row: RowValues, contact_id: int
) -> Iterator[tuple[DetailKind, str]]:
    if operation.table == "contact":
        if operation.id == contact_id and "name" in row:
            yield "alias", str(row["name"])
    elif row.get("contact_id") == contact_id and "value" in row:
        yield cast("DetailKind", row["kind"]), str(row["value"])
