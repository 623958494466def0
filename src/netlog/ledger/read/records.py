"""Reading records by plain SQL: quick to start, and nothing that could write."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, starmap
from typing import Any, NamedTuple, TypeVar

from netlog.domain.records import (
    HERE,
    Acknowledgement,
    Archival,
    Archived,
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
from netlog.errors import NoSuchItem
from netlog.ledger.file.connect import begin_to_read
from netlog.ledger.file.connection import WriterConnection
from netlog.ledger.file.digests import DIGEST, AlteredRow, as_stored, digest

Record = TypeVar("Record", bound=tuple[Any, ...])
Batch = TypeVar("Batch")

BATCH = 250  # how much of a long answer is in memory at a time

_RECORDS: tuple[type[tuple[Any, ...]], ...] = (
    *(Contact, Detail, Interval, Archival, Event, Party, Acknowledgement, Statement, Number),
    *(Obligation, Settlement, Attempt, IntroductionOutcome, Archived),
)
TABLE_OF = {kind: re.sub(r"\B([A-Z])", r"_\1", kind.__name__).lower() for kind in _RECORDS}
_ORDER: Mapping[type[tuple[Any, ...]], str] = {
    Settlement: "obligation_id, ordinal",
    Attempt: "obligation_id, ordinal",
    IntroductionOutcome: "event_id, outcome DESC",
    Archived: "contact_id",
}
# SQLite allows 999 variables in one statement in its older builds.
_NAMES = tuple(f"id{number}" for number in range(500))


class _Shape(NamedTuple):
    """How the rows of a table become records."""

    names: Sequence[str]
    columns: str
    days: Sequence[int]
    flags: Sequence[int]


@cache
def _shape(record: type[tuple[Any, ...]]) -> _Shape:
    kinds = list(record.__annotations__.values())
    return _Shape(
        tuple(record.__annotations__),
        ", ".join(f"t.{name}" for name in record.__annotations__),
        [index for index, kind in enumerate(kinds) if kind in (date, date | None)],
        [index for index, kind in enumerate(kinds) if kind is bool],
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
    table = table or TABLE_OF[record]
    rows = connection.execute(
        f"SELECT {_columns(connection, record)} FROM {table} t {condition}", values
    )
    return _records(connection, record, table, rows)


def select_in(
    connection: sqlite3.Connection,
    record: type[Record],
    column: str,
    keys: Iterable[int] | None,
    table: str = "",
    also: str = "TRUE",
    **values: object,
) -> list[Record]:
    """The records whose `column` is one of `keys`, or all, in the order of their ids.

    Args:
        connection: the ledger.
        record: the class of the records.
        column: the column.
        keys: in any order; None for all.
        table: where they are, if that is not the table of their kind.
        also: another SQL condition on the table `t`.
        values: the values of its placeholders.
    """
    table = table or TABLE_OF[record]
    order = _ORDER.get(record, "id")
    which = "TRUE" if keys is None else f"t.{column} IN ({{ids}})"
    statement = (
        f"SELECT {_columns(connection, record)} FROM {table} t"
        f" WHERE {which} AND ({also}) ORDER BY {order}"
    )
    if keys is None:
        rows: Iterator[tuple[Any, ...]] = connection.execute(statement, values)
    else:
        rows = rows_in(connection, statement, keys, **values)
    return _records(connection, record, table, rows)


def digest_of(record: Any) -> int:
    """The digest of the row that holds a record."""
    kind = type(record)
    return digest(TABLE_OF[kind], kind._fields, [as_stored(value) for value in record])


def _columns(connection: sqlite3.Connection, record: type[tuple[Any, ...]]) -> str:
    columns = _shape(record).columns
    return f"{columns}, t.{DIGEST}" if _verifies(connection, record) else columns


def _records(
    connection: sqlite3.Connection,
    record: type[Record],
    table: str,
    rows: Iterable[tuple[Any, ...]],
) -> list[Record]:
    """The rows of `_columns` as records; who writes takes none that is not as netlog left it.

    Raises:
        AlteredRow: a row does not fit its digest.
    """
    shape = _shape(record)
    if _verifies(connection, record):
        rows = _verified(table, shape.names, rows)
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    for index in shape.days if columns else ():
        columns[index] = map(_days(columns[index]).__getitem__, columns[index])
    for index in shape.flags if columns else ():
        columns[index] = map(bool, columns[index])
    return list(starmap(record, zip(*columns, strict=True)))


def _verified(
    table: str, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[Any, ...]]:
    # All are fetched first: what is asked halfway holds the ledger as long as the error is known.
    for *values, expected in list(rows):
        if digest(table, names, values) != expected:
            raise AlteredRow(table, values[0])
        yield tuple(values)


def _verifies(connection: sqlite3.Connection, record: type[tuple[Any, ...]]) -> bool:
    is_sealed = record in TABLE_OF  # changes have their hashes
    return isinstance(connection, WriterConnection) and connection.verifies and is_sealed


def grouped_in(
    connection: sqlite3.Connection,
    record: type[Record],
    column: str,
    keys: Iterable[int],
    also: str = "TRUE",
) -> Mapping[int, Sequence[Record]]:
    """The records whose `column` is one of `keys`, by that column; of a key without any, none."""
    groups: dict[int, list[Record]] = defaultdict(list)
    place = list(record.__annotations__).index(column)
    for row in select_in(connection, record, column, keys, also=also):
        groups[row[place]].append(row)
    return groups


def by_id(
    connection: sqlite3.Connection, record: type[Record], ids: Iterable[int]
) -> dict[int, Record]:
    """The records with these ids, by id."""
    return {row[0]: row for row in select_in(connection, record, "id", ids)}


def rows_in(
    connection: sqlite3.Connection, statement: str, ids: Iterable[int], **values: object
) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement about many contacts, events or items, asked for some at a time.

    Args:
        connection: the ledger.
        statement: with `{ids}` wherever it lists those that it is about.
        ids: all that it is about, in any order.
        values: the values of its other placeholders.
    """
    wanted, most = sorted(set(ids)), len(_NAMES)
    parts = (wanted[start : start + most] for start in range(0, len(wanted), most))
    named = (dict(zip(_NAMES, part, strict=False)) for part in parts)
    return chain.from_iterable(
        connection.execute(statement.format(ids=":" + ", :".join(some)), {**values, **some})
        for some in named
    )


def letting_go(connection: sqlite3.Connection, batches: Iterator[Batch]) -> Iterator[Batch]:
    """A long answer, a batch at a time; between two of them the ledger is let go.

    So somebody who reads the first page of it keeps nobody from writing. Each batch is read whole
    before it is handed on, and does without what was deleted meanwhile.
    """
    for batch in batches:
        connection.execute("COMMIT")
        yield batch
        begin_to_read(connection)


def _days(texts: Iterable[str | None]) -> Mapping[str | None, date | None]:
    """The days in a column, by their texts. There are far fewer than rows in a long one."""
    return {text: None if text is None else date.fromisoformat(text) for text in set(texts)}


def record_of(connection: sqlite3.Connection, record: type[Record], key: int) -> Record | None:
    """The record with that id, if there is one."""
    records = select(connection, record, "WHERE t.id = ?", (key,))
    return records[0] if records else None


def existing(
    connection: sqlite3.Connection, record: type[Record], key: int, what: str, name: object
) -> Record:
    """The record with that id.

    Raises:
        NoSuchItem: there is none; it says of what, and by which name it was asked for.
    """
    known = record_of(connection, record, key)
    if known is None:
        raise NoSuchItem(what, name)
    return known


def me(connection: sqlite3.Connection) -> int:
    """The id of the owner's contact."""
    return int(connection.execute("SELECT id FROM contact WHERE is_me LIMIT 1").fetchone()[0])


def origin(connection: sqlite3.Connection) -> str:
    """The name of this copy of the ledger."""
    statement = "SELECT name FROM origin WHERE id = ?"
    return str(connection.execute(statement, (HERE,)).fetchone()[0])
