"""Reading records by plain SQL: quick to start, and nothing that could write."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, TypeVar

from netlog.domain.records import (
    Acknowledgement,
    Attempt,
    Contact,
    Detail,
    Event,
    Interval,
    IntroductionOutcome,
    Number,
    Obligation,
    Party,
    Settlement,
    Statement,
)

Record = TypeVar("Record", bound=tuple[Any, ...])

TABLE_OF: Mapping[type[tuple[Any, ...]], str] = {
    Contact: "contact",
    Detail: "detail",
    Interval: "interval",
    Event: "event",
    Party: "party",
    Acknowledgement: "acknowledgement",
    Statement: "statement",
    Number: "number",
    Obligation: "obligation",
    Settlement: "settlement",
    Attempt: "attempt",
    IntroductionOutcome: "introduction_outcome",
}
_DAYS = frozenset(
    {
        "since_on",
        "happened_on",
        "said_on",
        "day",
        "opened_on",
        "due_on",
        "hidden_until",
        "closed_on",
        "settled_on",
        "made_on",
        "noted_on",
    }
)
_FLAGS = frozenset({"is_me", "no_due", "expect_reply"})
_ORDER = {Settlement: "obligation_id, ordinal", Attempt: "obligation_id, ordinal"}
_MOST_VARIABLES = 500  # SQLite allows 999 in one statement in its older builds


class _Shape(NamedTuple):
    """How the rows of a table become records."""

    columns: str
    days: Sequence[int]
    flags: Sequence[int]


@cache
def _shape(record: type[tuple[Any, ...]]) -> _Shape:
    names: tuple[str, ...] = record._fields  # type: ignore[attr-defined]  # all are named tuples
    return _Shape(
        ", ".join(f"t.{name}" for name in names),
        [index for index, name in enumerate(names) if name in _DAYS],
        [index for index, name in enumerate(names) if name in _FLAGS],
    )


def select(
    connection: sqlite3.Connection,
    record: type[Record],
    condition: str = "",
    values: Sequence[object] | Mapping[str, object] = (),
    table: str = "",
) -> list[Record]:
    """The records of one kind for which an SQL condition on the table `t` holds.

    Args:
        connection: the ledger.
        record: the class of the records.
        condition: what follows the table in the statement: joins, WHERE, ORDER BY.
        values: the values of its placeholders.
        table: where they are, if that is not the table of their kind.
    """
    columns, days, flags = _shape(record)
    rows = connection.execute(
        f"SELECT {columns} FROM {table or TABLE_OF[record]} t {condition}", values
    )
    return [record(*_typed(list(row), days, flags)) for row in rows]


def select_in(
    connection: sqlite3.Connection,
    record: type[Record],
    column: str,
    keys: Iterable[int],
    table: str = "",
) -> list[Record]:
    """The records whose `column` is one of `keys`, in the order of their ids."""
    wanted = sorted(set(keys))
    order = _ORDER.get(record, "event_id, outcome DESC" if record is IntroductionOutcome else "id")
    records: list[Record] = []
    for start in range(0, len(wanted), _MOST_VARIABLES):
        some = wanted[start : start + _MOST_VARIABLES]
        marks = ", ".join("?" * len(some))
        condition = f"WHERE t.{column} IN ({marks}) ORDER BY {order}"
        records += select(connection, record, condition, some, table)
    return records


def _typed(row: list[Any], days: Sequence[int], flags: Sequence[int]) -> list[Any]:
    for index in days:
        if row[index] is not None:
            row[index] = date.fromisoformat(row[index])
    for index in flags:
        row[index] = bool(row[index])
    return row


def one(connection: sqlite3.Connection, record: type[Record], key: int) -> Record | None:
    """The record with that id."""
    records = select(connection, record, "WHERE t.id = ?", (key,))
    return records[0] if records else None


def me(connection: sqlite3.Connection) -> int:
    """The id of the owner's contact."""
    return int(connection.execute("SELECT id FROM contact WHERE is_me LIMIT 1").fetchone()[0])
