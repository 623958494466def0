"""Whether a ledger holds what its commands wrote, and nothing else.

SQLite's own check sees torn pages and broken rules, but not a changed letter. The journal does:
its hashes are chained, replaying it from an empty ledger must give the facts, and projecting those
the postings.
"""

import sqlite3
from collections.abc import Iterator, Sequence

from netlog.domain.health import Damage, Part, differing
from netlog.ledger.file.digests import columns_in
from netlog.ledger.file.layout import strange
from netlog.ledger.file.rebuilding import Unfit, rebuilt
from netlog.ledger.write.journal import COLUMNS, PARTS, chained_hash, texts_of
from netlog.ledger.write.rows import FACT_CLASSES
from netlog.ledger.write.schema import POSTINGS

_ITEMS = tuple(str(row.__tablename__) for row in POSTINGS)
# The changes of which a part of the operations neither follows another part nor begins a change.
_MISPLACED = (
    f"SELECT DISTINCT part.id / {PARTS} FROM operations part"
    f" WHERE NOT EXISTS (SELECT 1 FROM change WHERE change.id = part.id / {PARTS})"
    f" OR part.id % {PARTS} > 0"
    " AND NOT EXISTS (SELECT 1 FROM operations before WHERE before.id = part.id - 1) ORDER BY 1"
)
Row = tuple[str | int | None, ...]


def damages(connection: sqlite3.Connection) -> Iterator[Damage]:
    """What is wrong with a ledger; nothing where all is well.

    Args:
        connection: one that may write: SQLite checks no CHECKs of a file opened read-only.
    """
    try:
        yield from _broken_rules(connection)
        yield from broken_chain(connection)
        with rebuilt(connection) as ledger:
            yield from differences(connection, ledger)
    except Unfit as error:
        yield Damage("journal", f"{error}.")
    except (sqlite3.Error, ValueError, TypeError, LookupError, RecursionError) as error:
        yield Damage("file", f"it cannot be read: {error}.")


def is_damaged(connection: sqlite3.Connection) -> bool:
    """Whether `damages` finds anything."""
    return any(True for _ in damages(connection))


def differences(connection: sqlite3.Connection, right: sqlite3.Connection) -> Iterator[Damage]:
    """What a ledger has otherwise than another one, which is right.

    What follows from facts is compared only where these are as they should be.
    """
    differs = False
    for table in FACT_CLASSES:
        for damage in _differing_rows("facts", table, connection, right):
            differs = True
            yield damage
    if differs:
        return
    for table in _ITEMS:
        yield from _differing_rows("items", table, connection, right)
    if any(True for _ in _unequal(connection, right, "SELECT * FROM word ORDER BY 1, 2, 3", 3)):
        yield Damage("words", "the index of words is not that of the texts.")
    yield from _numbers(connection, right)


def _broken_rules(connection: sqlite3.Connection) -> Iterator[Damage]:
    if names := strange(connection):
        yield Damage("file", f"it has not the tables and indexes of a ledger: {', '.join(names)}.")
    for (verdict,) in connection.execute("PRAGMA integrity_check").fetchall():
        if verdict != "ok":
            yield Damage("file", f"SQLite finds: {verdict}.")
    for table, key, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Damage("file", f"row {key} of {table} refers to a row that is not there.")


def broken_chain(connection: sqlite3.Connection) -> Iterator[Damage]:
    """What of the journal is not as it was written."""
    previous = b""
    for key, *columns, link in connection.execute(f"SELECT {COLUMNS} FROM change ORDER BY id"):
        if chained_hash(previous, key, *columns, texts=texts_of(connection, key)) != link:
            yield Damage("journal", f"change {key} is not as it was written.")
        previous = link
    for (key,) in connection.execute(_MISPLACED).fetchall():
        yield Damage("journal", f"a part of change {key} is not where it was written.")


def _differing_rows(
    part: Part, table: str, connection: sqlite3.Connection, right: sqlite3.Connection
) -> Iterator[Damage]:
    names = columns_in(right, table)
    statement = f"SELECT {', '.join(names)} FROM {table} ORDER BY 1, 2"
    keys = 2 if {"ordinal", "outcome"} & set(names) else 1
    for key, row, right_row in _unequal(connection, right, statement, keys):
        yield differing(part, table, " ".join(map(str, key)), _how(names, row, right_row))


def _how(names: Sequence[str], row: Row | None, right: Row | None) -> str:
    if row is None or right is None:
        return "is missing" if row is None else "was never told"
    other = [
        f"{name} is {mine!r} instead of {good!r}"
        for name, mine, good in zip(names, row, right, strict=True)
        if mine != good
    ]
    return f"is otherwise: {', '.join(other)}"


def _unequal(
    connection: sqlite3.Connection, other: sqlite3.Connection, statement: str, keys: int
) -> Iterator[tuple[Row, Row | None, Row | None]]:
    """The rows in which two ledgers differ, by their keys, which are in the order of the query."""
    mine, others = iter(connection.execute(statement)), iter(other.execute(statement))
    row, right = next(mine, None), next(others, None)
    while row is not None or right is not None:
        if row == right:
            row, right = next(mine, None), next(others, None)
            continue
        key = min(each[:keys] for each in (row, right) if each is not None)
        here = row if row is not None and row[:keys] == key else None
        there = right if right is not None and right[:keys] == key else None
        yield key, here, there
        row = row if here is None else next(mine, None)
        right = right if there is None else next(others, None)


def _numbers(connection: sqlite3.Connection, right: sqlite3.Connection) -> Iterator[Damage]:
    """Where a number that was given could be given again."""
    given = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    for table, last in right.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name"):
        if given.get(table, 0) < last:
            yield Damage("numbers", f"numbers of {table} after {given.get(table, 0)} were given.")
