"""A ledger told again from its journal alone, to be compared with the one that is there.

It is made in a temporary database, so that a ledger of many years need not fit into memory; but
that of an encrypted ledger is made there, as SQLite would write it to the disk in plain.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager

from netlog.domain.records import HERE
from netlog.ledger.file.connection import cipher_behind
from netlog.ledger.file.create import ME_ROW, insert
from netlog.ledger.file.digests import seal
from netlog.ledger.file.layout import layout
from netlog.ledger.write.anew import project_anew
from netlog.ledger.write.journal import operations_of
from netlog.ledger.write.operations import BACKUP, Operation, RowValues
from netlog.ledger.write.rows import FACT_CLASSES, usual

# A database of SQLite's own, on disk once it is large, and gone when closed; and one in memory.
_TEMPORARY, _IN_MEMORY = "", ":memory:"


class Unfit(ValueError):
    """A change of the journal does not fit what the changes before it left."""


@contextmanager
def rebuilt(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """The facts as the journal tells them, from an empty ledger on, with what follows from them.

    Raises:
        Unfit: a change does not fit what the changes before it left.
    """
    with empty_beside(connection) as ledger:
        insert(ledger, "origin", {"id": HERE, "name": _name(connection)})
        defaults = {table: usual(kind) for table, kind in FACT_CLASSES.items()}
        for (change_id,) in connection.execute("SELECT id FROM change ORDER BY id").fetchall():
            for operation in operations_of(connection, change_id):
                if operation.table != BACKUP and not _apply(ledger, operation, defaults):
                    row = f"row {operation.id} of {operation.table}"
                    message = f"change {change_id} did not find {row} as those before left it"
                    raise Unfit(message)
        seal(ledger, FACT_CLASSES)
        project_anew(ledger)
        yield ledger


@contextmanager
def projected(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """The facts as they are, with what follows from them."""
    with empty_beside(connection) as ledger:
        for table in FACT_CLASSES:
            copy_table(connection, ledger, table)
        seal(ledger, FACT_CLASSES)
        project_anew(ledger)
        yield ledger


@contextmanager
def empty_beside(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A ledger in which only its owner is, as private as another one."""
    is_encrypted = cipher_behind(connection) is not None
    place = _IN_MEMORY if is_encrypted else _TEMPORARY
    with closing(sqlite3.connect(place, isolation_level=None)) as ledger:
        if is_encrypted:
            ledger.execute("PRAGMA temp_store = MEMORY")
        ledger.execute("PRAGMA synchronous = OFF")
        ledger.execute("BEGIN")
        for made in layout().values():
            ledger.execute(made.definition)
        insert(ledger, "contact", ME_ROW)
        yield ledger


def copy_table(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    """Let a table of one ledger hold exactly the rows of that of another."""
    rows = source.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in rows.description]
    target.execute(f"DELETE FROM {table}")
    target.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", rows
    )


def _name(connection: sqlite3.Connection) -> str:
    """The name with which a ledger began, which no change told; none where it is gone."""
    rows = connection.execute("SELECT name FROM origin WHERE id = ?", (HERE,))
    return next((str(name) for (name,) in rows), "")


def _apply(
    ledger: sqlite3.Connection, operation: Operation, defaults: Mapping[str, RowValues]
) -> bool:
    """Carry an operation out; whether it found the row as it was when it was first done."""
    table, key, before, after = operation
    cursor = ledger.execute(f"SELECT * FROM {table} WHERE id = ?", (key,))
    row = cursor.fetchone()
    names = [column[0] for column in cursor.description]
    values = None if row is None else dict(zip(names, row, strict=True))
    if not operation.fits(values, defaults[table]):
        return False
    if after is None:
        ledger.execute(f"DELETE FROM {table} WHERE id = ?", (key,))
    elif before is None:
        insert(ledger, table, {"id": key, **defaults[table], **after})
    else:
        _update(ledger, table, key, after)
    return True


def _update(ledger: sqlite3.Connection, table: str, key: int, row: RowValues) -> None:
    columns = ", ".join(f"{name} = ?" for name in row)
    ledger.execute(f"UPDATE {table} SET {columns} WHERE id = ?", (*row.values(), key))
