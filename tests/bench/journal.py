"""A journal behind the facts of a generated ledger: one change for each, as if it had been told."""

import heapq
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from netlog.ledger.write.journal import chained_hash, place_of
from netlog.ledger.write.operations import COLUMNS_OF, Operation, in_rows
from netlog.ledger.write.rows import FACT_CLASSES, usual

_TOLD = ("event", "acknowledgement", "statement")
_BATCH = 20_000


def fill(ledger: Path, most: int) -> None:
    """Write changes for the facts of a ledger without any, at most so many, the oldest first."""
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        changes = islice(_changes(connection), most)
        while some := list(islice(changes, _BATCH)):
            connection.executemany(
                "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (row for row, _ in some)
            )
            connection.executemany(
                "INSERT INTO operations VALUES (?, ?)",
                ((place_of(row[0]), text) for row, text in some),
            )
        connection.execute("COMMIT")


def _changes(connection: sqlite3.Connection) -> Iterator[tuple[tuple[Any, ...], str]]:
    """The rows of the changes, each with its operations, chained."""
    before = b""
    facts = heapq.merge(*(_facts(connection, table) for table in _TOLD))
    for number, (told, table, key) in enumerate(facts, 1):
        operations = [_operation(connection, table, key)]
        if table == "event":
            parties = connection.execute("SELECT id FROM party WHERE event_id = ?", (key,))
            operations += [_operation(connection, "party", party) for (party,) in parties]
        summary = f"Recorded {table} {key}"
        row = (number, told, "do", f"netlog {table} {key}", summary, None, number - 1 or None)
        text = next(in_rows(operations))
        before = chained_hash(before, *row, number, text)
        yield (*row, number, before), text


def _facts(connection: sqlite3.Connection, table: str) -> Iterator[tuple[int, str, int]]:
    for told, key in connection.execute(f"SELECT told, id FROM {table} ORDER BY told"):
        yield told, table, key


def _operation(connection: sqlite3.Connection, table: str, key: int) -> Operation:
    columns = COLUMNS_OF[table]
    row = connection.execute(
        f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", (key,)
    ).fetchone()
    as_usual = usual(FACT_CLASSES[table])
    told = {
        name: value for name, value in zip(columns, row, strict=True) if value != as_usual[name]
    }
    return Operation(table, key, None, told)
