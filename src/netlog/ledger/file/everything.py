"""A whole ledger as plain tables, on its way out or in: its facts, and its journal if wanted."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from netlog.ledger.file.digests import seal
from netlog.ledger.write.operations import COLUMNS_OF
from netlog.ledger.write.rows import FACT_CLASSES
from netlog.ledger.write.schema import SQLModel

JOURNAL: Mapping[str, Sequence[str]] = {
    "change": (
        *("id", "made_at", "kind", "command", "summary"),
        *("target_id", "parent_id", "top_id", "hash"),
    ),
    "operations": ("id", "rows"),
}
GIVEN: Mapping[str, Sequence[str]] = {"sqlite_sequence": ("name", "seq")}


_OF_TEXT: Mapping[type, Callable[[str], Any]] = {int: int, bytes: bytes.fromhex}


class UnfitRow(Exception):
    """A row is none that the ledger would have written; the first of a table has the number 1."""

    def __init__(self, table: str, number: int, why: str) -> None:
        """Take where it is, and what is wrong with it."""
        super().__init__(table, number, why)
        self.table, self.number, self.why = table, number, why


class Table(NamedTuple):
    """A table: its columns, and its rows in the order of their keys."""

    name: str
    columns: Sequence[str]
    rows: Iterator[tuple[Any, ...]]


def columns_of_facts() -> Mapping[str, Sequence[str]]:
    """The columns of each table of facts, in an order in which their rows can be written."""
    return {table: ("id", *COLUMNS_OF[table]) for table in FACT_CLASSES}


def columns_of_all(*, with_journal: bool) -> Mapping[str, Sequence[str]]:
    """The columns of each table that a ledger can be made of again."""
    return {**columns_of_facts(), **GIVEN, **(JOURNAL if with_journal else {})}


def tables(connection: sqlite3.Connection, *, with_journal: bool) -> Iterator[Table]:
    """All tables that a ledger can be made of again: facts, numbers that were given, journal."""
    for name, columns in columns_of_all(with_journal=with_journal).items():
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY 1")
        yield Table(name, columns, rows)


def fill(connection: sqlite3.Connection, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Let a ledger without anything hold the rows of these tables, and seal its facts.

    A cell may be a text also where the ledger holds a number, bytes, or nothing at all.

    Raises:
        UnfitRow: a row lacks a column, or is none that the ledger would have written.
    """
    known = {**columns_of_facts(), **JOURNAL, **GIVEN}
    for name in reversed([*columns_of_facts()]):
        connection.execute(f"DELETE FROM {name}")
    for name, columns in known.items():
        if name in GIVEN:  # the rows that were just written have given some as well
            connection.execute(f"DELETE FROM {name}")
        _insert(connection, name, columns, rows.get(name, ()))
    seal(connection, columns_of_facts())


def _insert(
    connection: sqlite3.Connection,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
) -> None:
    number = 0
    convert = [_conversion(name, column) for column in columns]

    def values() -> Iterator[list[Any]]:
        nonlocal number
        for number, row in enumerate(rows, 1):  # noqa: B007 - which one it was is asked below
            yield [each(row[column]) for each, column in zip(convert, columns, strict=True)]

    marks = ", ".join("?" * len(columns))
    try:
        connection.executemany(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", values()
        )
    except KeyError as error:
        raise UnfitRow(name, number, f"there is no {error.args[0]}") from error
    except (sqlite3.Error, TypeError, ValueError, OverflowError) as error:
        raise UnfitRow(name, number, str(error)) from error


def _conversion(table: str, column: str) -> Callable[[Any], Any]:
    """What makes of a cell what the column holds."""
    if table in GIVEN:
        kind, may_be_nothing = (int if column == "seq" else str), False
    else:
        declared = SQLModel.metadata.tables[table].columns[column]
        kind, may_be_nothing = declared.type.python_type, bool(declared.nullable)
    of_text = _OF_TEXT.get(kind, str)

    def converted(cell: Any) -> Any:
        if not isinstance(cell, str):
            return cell
        return None if may_be_nothing and not cell else of_text(cell)

    return converted
