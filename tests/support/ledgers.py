"""Looking at a ledger file from outside, with nothing but SQLite."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from netlog.ledger.file.audit import damages
from netlog.ledger.file.create import founding
from netlog.ledger.file.digests import DIGEST, seal
from netlog.ledger.write.journal import COLUMNS, chained_hash, texts_of
from netlog.ledger.write.schema import FACTS, POSTINGS
from netlog.ledger.write.schema.facts import NumberRow, OriginRow
from netlog.ledger.write.words import rebuild

Dump = dict[str, list[tuple[object, ...]]]

# Numbers, and the names of copies, are for ever: undo takes them back as little as the journal.
TABLES = tuple(
    str(row.__tablename__) for row in (*FACTS, *POSTINGS) if row not in (NumberRow, OriginRow)
)
EMPTY_DUMP: Dump = {
    table: [(1, "me", "me", "person", 1, None)] if table == "contact" else [] for table in TABLES
}


def found(path: Path) -> Path:
    """A new ledger at `path` in which only `me` is."""
    with founding(path) as connection:
        connection.execute("COMMIT")
    return path


def dump(path: Path) -> Dump:
    """Every fact and every posting, in the order of their keys; not the numbers that were given."""
    if not path.exists():
        return EMPTY_DUMP
    with closing(sqlite3.connect(path)) as connection:
        return {table: _rows(connection, table) for table in TABLES}


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    listed = ", ".join(name for name in columns if name != DIGEST)
    return connection.execute(f"SELECT {listed} FROM {table} ORDER BY 1, 2").fetchall()


def query(path: Path, statement: str, *values: object) -> list[tuple[object, ...]]:
    """Run one statement on a ledger behind netlog's back, and keep what it did."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(statement, values).fetchall()


def meet_often(path: Path, number: int, note: str) -> None:
    """Let there be so many meetings like the first, on one day, the others each with its note."""
    columns = "kind, happened_on, about, via, place, fee, times, no_due, expect_reply, terms_id,"
    columns += " client_first, source, undated"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            f" INSERT INTO event (id, note, told, origin, {columns})"
            f" SELECT i, ? || ' ' || i, told + i, origin, {columns} FROM n, event WHERE id = 1",
            (number, note),
        )
        connection.execute(
            "INSERT INTO party (event_id, contact_id, role) SELECT e.id, p.contact_id, p.role"
            " FROM event e JOIN party p ON p.event_id = 1 WHERE e.id > 1 ORDER BY e.id, p.id"
        )
    take_as_told(path)


def take_as_told(path: Path) -> None:
    """Let what was changed behind netlog's back be what netlog left: its digests and its words."""
    with closing(sqlite3.connect(path)) as connection, connection:
        seal(connection, (str(row.__tablename__) for row in (*FACTS, *POSTINGS)))
        rebuild(connection)


def rehashed(path: Path) -> None:
    """Chain the journal anew, as if what was changed in it had been told so."""
    with closing(sqlite3.connect(path)) as connection, connection:
        previous = b""
        rows = connection.execute(f"SELECT {COLUMNS} FROM change ORDER BY id").fetchall()
        for key, *columns, _ in rows:
            previous = chained_hash(previous, key, *columns, texts=texts_of(connection, key))
            connection.execute("UPDATE change SET hash = ? WHERE id = ?", (previous, key))


def faults(path: Path) -> list[str]:
    """What netlog itself finds wrong with a ledger."""
    with closing(sqlite3.connect(path)) as connection:
        return [damage.sentence for damage in damages(connection)]


def clear(folder: Path) -> None:
    """Take everything out of a folder."""
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, byte by byte."""
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
