"""A whole ledger as plain tables, on its way out or in: its facts, and its journal if wanted."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from netlog.domain.records import Change
from netlog.ledger.file.digests import seal
from netlog.ledger.file.keys import KEY_OF
from netlog.ledger.file.unfit import WHOLE_NUMBER, UnfitCell, UnfitRow, unfit_cell, unfit_row
from netlog.ledger.write.operations import COLUMNS_OF
from netlog.ledger.write.rows import FACT_CLASSES
from netlog.ledger.write.schema import SQLModel

JOURNAL: Mapping[str, Sequence[str]] = {
    "change": Change._fields,
    "operations": ("id", "rows"),
}
GIVEN: Mapping[str, Sequence[str]] = {"sqlite_sequence": ("name", "seq")}


_OF_TEXT: Mapping[type, Callable[[str], Any]] = {int: int, bytes: bytes.fromhex}


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

    A cell may be a text also where the ledger holds a number, bytes, or nothing at all. Keys are
    worked out from what they are of, which somebody may have changed; beside a journal, which tells
    them as well, they stay.

    Raises:
        UnfitRow: a row lacks a column, or is none that the ledger would have written.
    """
    known = {**columns_of_facts(), **JOURNAL, **GIVEN}
    for name in reversed([*columns_of_facts()]):
        connection.execute(f"DELETE FROM {name}")
    for name, columns in known.items():
        if name in GIVEN:  # the rows that were just written have given some as well
            connection.execute(f"DELETE FROM {name}")
        key_of = None if rows.get("change") else KEY_OF.get(name)
        _insert(connection, name, columns, rows.get(name, ()), key_of)
    seal(connection, columns_of_facts())


def _insert(
    connection: sqlite3.Connection,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    key_of: Callable[[Mapping[str, Any]], str] | None,
) -> None:
    number = 0
    row: Mapping[str, Any] = {}
    convert = [_conversion(name, column) for column in columns]

    def values() -> Iterator[list[Any]]:
        nonlocal number, row
        for number, given in enumerate(rows, 1):  # noqa: B007 - which one it was is asked below
            row = given if key_of is None else {**given, "key": _key(key_of, given)}
            yield [each(row[column]) for each, column in zip(convert, columns, strict=True)]

    marks = ", ".join("?" * len(columns))
    try:
        connection.executemany(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", values()
        )
    except KeyError as error:
        raise UnfitRow(name, number, f"there is no {error.args[0]}") from error
    except (sqlite3.Error, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise UnfitRow(name, number, unfit_row(str(error), name, row)) from error


def _key(key_of: Callable[[Mapping[str, Any]], str], row: Mapping[str, Any]) -> str:
    key = key_of(row)
    if not key.strip() and "name" in row:  # an empty key is that of nobody
        reason = "name is empty"
        raise UnfitCell(reason)
    return key


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
        if may_be_nothing and not cell:
            return None
        try:
            return of_text(cell)
        except ValueError as error:
            wanted = WHOLE_NUMBER if kind is int else "what netlog wrote there"
            raise UnfitCell(unfit_cell(column, cell, wanted)) from error

    return converted
