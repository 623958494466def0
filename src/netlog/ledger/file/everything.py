"""A whole ledger as plain tables, on its way out or in: its facts, and its journal if wanted."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from netlog.ledger.file.digests import seal
from netlog.ledger.write.operations import COLUMNS_OF
from netlog.ledger.write.rows import FACT_CLASSES

JOURNAL: Mapping[str, Sequence[str]] = {
    "change": (
        *("id", "made_at", "kind", "command", "summary"),
        *("target_id", "parent_id", "top_id", "hash"),
    ),
    "operations": ("id", "rows"),
}
GIVEN: Mapping[str, Sequence[str]] = {"sqlite_sequence": ("name", "seq")}


class Table(NamedTuple):
    """A table: its columns, and its rows in the order of their keys."""

    name: str
    columns: Sequence[str]
    rows: Iterator[tuple[Any, ...]]


def columns_of_facts() -> Mapping[str, Sequence[str]]:
    """The columns of each table of facts, in an order in which their rows can be written."""
    return {table: ("id", *COLUMNS_OF[table]) for table in FACT_CLASSES}


def tables(connection: sqlite3.Connection, *, with_journal: bool) -> Iterator[Table]:
    """All tables that a ledger can be made of again: facts, numbers that were given, journal."""
    wanted = {**columns_of_facts(), **GIVEN, **(JOURNAL if with_journal else {})}
    for name, columns in wanted.items():
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY 1")
        yield Table(name, columns, rows)


def fill(connection: sqlite3.Connection, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Let a ledger without anything hold the rows of these tables, and seal its facts.

    Raises:
        KeyError: a row lacks a column.
        sqlite3.Error: a row is none that the ledger would have written.
    """
    known = {**columns_of_facts(), **JOURNAL, **GIVEN}
    for name in reversed([*columns_of_facts()]):
        connection.execute(f"DELETE FROM {name}")
    for name, columns in known.items():
        if name in GIVEN:  # the rows that were just written have given some as well
            connection.execute(f"DELETE FROM {name}")
        marks = ", ".join("?" * len(columns))
        connection.executemany(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})",
            ([row[column] for column in columns] for row in rows.get(name, ())),
        )
    seal(connection, columns_of_facts())
