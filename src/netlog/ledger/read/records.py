"""Reading records by plain SQL: quick to start, and nothing that could write."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from netlog.domain.records import (
    Attempt,
    Contact,
    Detail,
    Event,
    IntroductionOutcome,
    Obligation,
    Party,
    Settlement,
)

Record = TypeVar("Record")

TABLE_OF: dict[type, str] = {
    Contact: "contact",
    Detail: "detail",
    Event: "event",
    Party: "party",
    Obligation: "obligation",
    Settlement: "settlement",
    Attempt: "attempt",
    IntroductionOutcome: "introduction_outcome",
}
_DAYS = frozenset(
    {
        "happened_on",
        "opened_on",
        "due_on",
        "hidden_until",
        "closed_on",
        "settled_on",
        "made_on",
        "noted_on",
    }
)
_MOST_VARIABLES = 500  # SQLite allows 999 in one statement in its older builds


def select(
    connection: sqlite3.Connection,
    record: type[Record],
    condition: str = "",
    values: Sequence[object] | Mapping[str, object] = (),
) -> list[Record]:
    """The records of one kind for which an SQL condition on the table `t` holds.

    Args:
        connection: the ledger.
        record: the class of the records.
        condition: what follows the table in the statement: joins, WHERE, ORDER BY.
        values: the values of its placeholders.
    """
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]  # all are dataclasses
    columns = ", ".join(f"t.{name}" for name in names)
    rows = connection.execute(f"SELECT {columns} FROM {TABLE_OF[record]} t {condition}", values)
    days = [index for index, name in enumerate(names) if name in _DAYS]
    flags = [index for index, name in enumerate(names) if name == "is_me"]
    return [record(*_typed(list(row), days, flags)) for row in rows]


def select_in(
    connection: sqlite3.Connection, record: type[Record], column: str, keys: Iterable[int]
) -> list[Record]:
    """The records whose `column` is one of `keys`, in the order of their ids."""
    wanted = sorted(set(keys))
    found: list[Record] = []
    for start in range(0, len(wanted), _MOST_VARIABLES):
        some = wanted[start : start + _MOST_VARIABLES]
        marks = ", ".join("?" * len(some))
        found += select(connection, record, f"WHERE t.{column} IN ({marks}) ORDER BY t.id", some)
    return found


def _typed(row: list[Any], days: Sequence[int], flags: Sequence[int]) -> list[Any]:
    for index in days:
        if row[index] is not None:
            row[index] = date.fromisoformat(row[index])
    for index in flags:
        row[index] = bool(row[index])
    return row


def one(connection: sqlite3.Connection, record: type[Record], key: int) -> Record | None:
    """The record with that id."""
    found = select(connection, record, "WHERE t.id = ?", (key,))
    return found[0] if found else None


def me(connection: sqlite3.Connection) -> int:
    """The id of the owner's contact."""
    return int(connection.execute("SELECT id FROM contact WHERE is_me LIMIT 1").fetchone()[0])
