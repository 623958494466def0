"""Looking at a ledger file from outside, with nothing but SQLite."""

import sqlite3
from contextlib import closing
from pathlib import Path

from netlog.domain.records import Contact
from netlog.ledger.file.audit import damages
from netlog.ledger.file.create import founding
from netlog.ledger.read.records import TABLE_OF
from netlog.ledger.write.words import rebuild

Dump = dict[str, list[tuple[object, ...]]]

FACTS = tuple(TABLE_OF.values())
EMPTY_DUMP: Dump = {
    table: [(1, "me", "me", "person", 1, None, None)] if table == TABLE_OF[Contact] else []
    for table in FACTS
}


def found(path: Path) -> Path:
    """A new ledger at `path` in which only `me` is."""
    with founding(path) as connection:
        connection.execute("COMMIT")
    return path


def dump(path: Path) -> Dump:
    """Every fact in a ledger, in the order of the ids; the journal is none."""
    if not path.exists():
        return EMPTY_DUMP
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in FACTS
        }


def query(path: Path, statement: str, *values: object) -> list[tuple[object, ...]]:
    """Run one statement on a ledger behind netlog's back, and keep what it did."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(statement, values).fetchall()


def reindex(path: Path) -> None:
    """Bring the index of words up to texts that were changed behind netlog's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        rebuild(connection)


def faults(path: Path) -> list[str]:
    """What netlog itself finds wrong with a ledger."""
    with closing(sqlite3.connect(path)) as connection:
        return list(damages(connection))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, byte by byte."""
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
