"""The tables and indexes of a ledger, and what of them a file has otherwise."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from typing import NamedTuple

from netlog.ledger.file.create import create_tables

_OBJECTS = (
    "SELECT name, type, sql FROM sqlite_schema"
    " WHERE sql NOTNULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
)


class Object(NamedTuple):
    """Something that a file has a definition of.

    `shape` is what it consists of, which is the same however SQLAlchemy wrote it down.
    """

    kind: str
    definition: str
    shape: object


@cache
def layout() -> Mapping[str, Object]:
    """What a ledger has, by its name, in the order in which it is made."""
    with closing(sqlite3.connect(":memory:")) as tables:
        create_tables(tables)
        return objects(tables)


def objects(connection: sqlite3.Connection) -> Mapping[str, Object]:
    """What a file has, by its name."""
    return {
        name: Object(kind, sql, _shape(connection, kind, name))
        for name, kind, sql in connection.execute(_OBJECTS).fetchall()
    }


def strange(connection: sqlite3.Connection) -> list[str]:
    """The names of what a file has, or has not, otherwise than a ledger."""
    right, present = layout(), objects(connection)
    return sorted(
        name
        for name in right.keys() | present.keys()
        if name not in right
        or name not in present
        or (right[name].kind, right[name].shape) != (present[name].kind, present[name].shape)
    )


def mend(connection: sqlite3.Connection) -> None:
    """Make the indexes that are missing, and take out what a ledger has not; tables stay."""
    right, present = layout(), objects(connection)
    for name in strange(connection):
        if name in present and present[name].kind != "table":
            connection.execute(f'DROP {present[name].kind} "{name}"')
        if name in right and right[name].kind == "index":
            connection.execute(right[name].definition)


def _shape(connection: sqlite3.Connection, kind: str, name: str) -> object:
    quoted = name.replace("'", "''")
    if kind == "index":
        return connection.execute(f"PRAGMA index_xinfo('{quoted}')").fetchall()
    if kind == "table":
        return (
            connection.execute(f"PRAGMA table_xinfo('{quoted}')").fetchall(),
            sorted(connection.execute(f"PRAGMA foreign_key_list('{quoted}')").fetchall()),
        )
    return None
