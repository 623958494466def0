"""Whether a ledger holds what its commands wrote, and nothing else.

SQLite's own check sees torn pages and broken rules, but not a changed letter. The journal does:
its hashes are chained, and replaying it from an empty ledger must give the tables.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import fields

from netlog.ledger.file.create import ME, ME_ROW
from netlog.ledger.read.records import TABLE_OF
from netlog.ledger.write.journal import RowValues, chained_hash, from_json
from netlog.ledger.write.words import places

Tables = dict[tuple[str, int], RowValues]


def damages(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with a ledger, one sentence each; nothing where all is well.

    Args:
        connection: one that may write: SQLite checks no CHECKs of a file opened read-only.
    """
    try:
        yield from _broken_rules(connection)
        yield from _broken_chain(connection)
        yield from _imbalance(connection)
    except (sqlite3.Error, ValueError, TypeError, LookupError) as error:
        yield f"It cannot be read: {error}."


def is_damaged(connection: sqlite3.Connection) -> bool:
    """Whether `damages` finds anything."""
    return any(True for _ in damages(connection))


def replayed(connection: sqlite3.Connection) -> Tables:
    """The tables as the journal tells them, from an empty ledger on.

    Raises:
        ValueError: a change does not fit what the changes before it left.
    """
    tables: Tables = {("contact", ME): ME_ROW}
    for key, operations in connection.execute("SELECT id, operations FROM change ORDER BY id"):
        for operation in from_json(operations):
            place = (operation.table, operation.id)
            if tables.pop(place, None) != operation.before:
                message = f"change {key} found row {operation.id} of {operation.table} otherwise"
                raise ValueError(message)
            if operation.after is not None:
                tables[place] = operation.after
    return tables


def stored(connection: sqlite3.Connection) -> Tables:
    """The tables as they are."""
    tables: Tables = {}
    for record, table in TABLE_OF.items():
        names = [field.name for field in fields(record)]
        for row in connection.execute(f"SELECT {', '.join(names)} FROM {table}"):
            values = dict(zip(names, row, strict=True))
            tables[table, values["id"]] = values
    return tables


def _broken_rules(connection: sqlite3.Connection) -> Iterator[str]:
    for (verdict,) in connection.execute("PRAGMA integrity_check").fetchall():
        if verdict != "ok":
            yield f"SQLite finds: {verdict}."
    for table, key, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield f"Row {key} of {table} refers to a row that is not there."


def _broken_chain(connection: sqlite3.Connection) -> Iterator[str]:
    previous = ""
    for *columns, found in connection.execute(
        "SELECT id, made_at, kind, command, summary, target_id, parent_id, top_id, operations, hash"
        " FROM change ORDER BY id"
    ):
        if chained_hash(previous, *columns) != found:
            yield f"Change {columns[0]} of the journal is not as it was written."
        previous = found


def _imbalance(connection: sqlite3.Connection) -> Iterator[str]:
    told, found = replayed(connection), stored(connection)
    for table, key in sorted(told.keys() | found.keys()):
        if told.get((table, key)) != found.get((table, key)):
            yield f"Row {key} of {table} is not as the journal tells it."
    if told == found and not _is_indexed(connection):
        yield "The index of words is not that of the texts."


def _is_indexed(connection: sqlite3.Connection) -> bool:
    indexed = set(connection.execute("SELECT word, source, row_id FROM word"))
    return indexed == set(places(connection))
