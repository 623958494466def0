"""Connections to the ledger file, with the settings that `docs/decisions.md` gives reasons for."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast
from urllib.parse import quote

from netlog.errors import LedgerUnusable
from netlog.ledger.file import waiting
from netlog.ledger.file.connection import (
    LedgerConnection,
    PlainReader,
    PlainWriter,
    WriterConnection,
)
from netlog.ledger.file.handles import place_of
from netlog.ledger.file.key import cipher_of
from netlog.ledger.file.line import Line
from netlog.ledger.file.signals import without_signals
from netlog.ledger.file.waiting import a_moment, patiently

if TYPE_CHECKING:
    from netlog.ledger.file.cipher import Cipher

_BETWEEN_TWO_COMMITS_SECONDS = 0.004

Made = TypeVar("Made", bound=LedgerConnection)


def prepare(connection: sqlite3.Connection) -> None:
    """Make a connection to a ledger durable and strict before it writes, once nobody else does."""
    for setting in (
        "trusted_schema = OFF",
        "foreign_keys = ON",
        "journal_mode = DELETE",
        "synchronous = EXTRA",
        "secure_delete = ON",
    ):
        patiently(partial(connection.execute, f"PRAGMA {setting}"))


def take_write_lock(connection: sqlite3.Connection, path: Path) -> None:
    """Begin a transaction that writes to the ledger at `path`, once those before it have."""
    with closing(Line(path)) as line:
        patiently(lambda: connection.execute("BEGIN IMMEDIATE"), pause=line.pause)
    # Only what outgrows SQLite's memory waits from now on, and then in the middle of a statement.
    connection.execute(f"PRAGMA busy_timeout = {int(waiting.BUSY_TIMEOUT_SECONDS * 1000)}")


def commit(connection: sqlite3.Connection) -> None:
    """Commit, once those who read have finished: nobody begins to read meanwhile."""
    connection.execute("PRAGMA busy_timeout = 0")
    patiently(
        lambda: without_signals(lambda: connection.execute("COMMIT")),
        pause=partial(a_moment, _BETWEEN_TWO_COMMITS_SECONDS),
    )


def begin_to_read(connection: sqlite3.Connection, seconds: float | None = None) -> None:
    """Begin a transaction that sees the ledger as it is at this moment, once nobody commits."""
    connection.execute("BEGIN")
    look(connection, seconds)


def look(connection: sqlite3.Connection, seconds: float | None = None) -> None:
    """Read something of the ledger once nobody commits; SQLite mends it where it is to be."""
    statement = "PRAGMA schema_version"  # in the first page, whatever else is damaged
    patiently(lambda: connection.execute(statement).fetchall(), seconds=seconds)


@contextmanager
def viewing(path: Path, seconds: float | None = None) -> Iterator[LedgerConnection]:
    """A read-only view of the ledger as it is at this moment, whatever it holds.

    Args:
        path: the ledger.
        seconds: how long to wait at most while somebody writes to it.
    """
    with closing(open_reader(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        begin_to_read(connection, seconds)
        yield connection


def is_cut_off(connection: LedgerConnection, path: Path) -> bool:
    """Whether a file ends within its last page: SQLite would take zeros for the rest of it.

    What stands behind that page is none of the ledger's, and SQLite writes over it.
    """
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])  # no writer is at it
    page = int(connection.execute("PRAGMA page_size").fetchone()[0])
    return connection.place == place_of(path) and path.stat().st_size < pages * page


def open_reader(path: Path) -> LedgerConnection:
    """A connection that can only read."""
    return _open(path, "ro", LedgerConnection)


def open_writer(path: Path) -> WriterConnection:
    """A connection that can write, and commits only by the statement `COMMIT`."""
    return _open(path, "rw", WriterConnection)


def open_as_it_stands(path: Path) -> LedgerConnection:
    """A connection that reads the file alone, without locks and without what stands beside it."""
    return _open(path, "ro&immutable=1", LedgerConnection)


def open_new(path: Path, cipher: "Cipher | None") -> WriterConnection:
    """A connection to a file that is empty yet, and is encrypted where there is a cipher."""
    connection = _connected(_uri(path, "rw"), cipher, WriterConnection)
    connection.note(path)
    return connection


def in_memory(cipher: "Cipher | None") -> WriterConnection:
    """A connection to what is in memory only, to be filled from a file that this cipher opens."""
    return _connected("file::memory:", cipher, WriterConnection)


def _open(path: Path, mode: str, kind: type[Made]) -> Made:
    connection = _connected(_uri(path, mode), cipher_of(path), kind)
    connection.note(path)
    return connection


def _uri(path: Path, mode: str) -> str:
    place = quote(os.fsencode(path.absolute()))
    # Of two slashes at its beginning, SQLite would take what follows for the name of a machine.
    authority = "//" if place.startswith("/") else ""
    return f"file:{authority}{place}?mode={mode}"


def _connected(place: str, cipher: "Cipher | None", kind: type[Made]) -> Made:
    """The one place where it is decided which library opens what.

    Raises:
        LedgerUnusable: it is encrypted, and the library for that is not installed.
    """
    if cipher is None:
        plain = PlainWriter if issubclass(kind, WriterConnection) else PlainReader
        connection = sqlite3.connect(
            place,
            uri=True,
            timeout=0,  # see `waiting`
            isolation_level=None,
            factory=plain,
        )
        return cast("Made", connection)
    try:
        from netlog.ledger.file.sqlcipher import open_encrypted  # noqa: PLC0415 - see `key`
    except ImportError as error:
        raise LedgerUnusable(
            "What reads encrypted ledgers is not installed.",
            'Install it: pip install "netlog-ledger[encrypted]"',
        ) from error
    return cast("Made", open_encrypted(place, cipher, kind))
