"""Connections to the ledger file, with the settings that `docs/decisions.md` gives reasons for."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from netlog.ledger.file import waiting
from netlog.ledger.file.handles import Place, let_go_by_sqlite, taken_by_sqlite
from netlog.ledger.file.signals import without_signals
from netlog.ledger.file.waiting import patiently

_BETWEEN_TWO_COMMITS_SECONDS = 0.004

Made = TypeVar("Made", bound="LedgerConnection")


class LedgerConnection(sqlite3.Connection):
    """A connection that is known of, so that nobody takes its locks away: see `handles`."""

    place: Place | None = None

    def note(self, path: Path) -> None:
        """Note which file this is connected to."""
        self.place = taken_by_sqlite(path)

    def close(self) -> None:
        """Close it, once."""
        super().close()
        if self.place is not None:
            place, self.place = self.place, None
            let_go_by_sqlite(place)


class WriterConnection(LedgerConnection):
    """A connection whose transaction belongs to `netlog.ledger`, not to an ORM on top of it.

    `COMMIT` is executed as a statement, once, when everything is in place; closing rolls back.
    `change` are the id and the hash by which the journal tells afterwards what it was. Where it
    `verifies`, each record that is read has to be as netlog left it.
    """

    is_done = False
    verifies = False
    change: tuple[int, bytes] | None = None

    def keep(self, change: tuple[int, bytes] | None = None) -> None:
        """Say that all is written that is to be committed."""
        self.is_done, self.change = True, change

    def commit(self) -> None:
        """Do nothing: an ORM session that ends must not publish half a command."""

    def rollback(self) -> None:
        """Do nothing: an ORM session that ends must not take back half a command."""


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


def take_write_lock(connection: sqlite3.Connection) -> None:
    """Begin a transaction that writes, once nobody else does."""
    patiently(lambda: connection.execute("BEGIN IMMEDIATE"))
    # Only what outgrows SQLite's memory waits from now on, and then in the middle of a statement.
    connection.execute(f"PRAGMA busy_timeout = {int(waiting.BUSY_TIMEOUT_SECONDS * 1000)}")


def commit(connection: sqlite3.Connection) -> None:
    """Commit, once those who read have finished: nobody begins to read meanwhile."""
    connection.execute("PRAGMA busy_timeout = 0")
    patiently(
        lambda: without_signals(lambda: connection.execute("COMMIT")),
        between=_BETWEEN_TWO_COMMITS_SECONDS,
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
def viewing(path: Path, seconds: float | None = None) -> Iterator[sqlite3.Connection]:
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


def open_reader(path: Path) -> LedgerConnection:
    """A connection that can only read."""
    return _open(path, "ro", LedgerConnection)


def open_writer(path: Path) -> WriterConnection:
    """A connection that can write, and commits only by the statement `COMMIT`."""
    return _open(path, "rw", WriterConnection)


def open_as_it_stands(path: Path) -> LedgerConnection:
    """A connection that reads the file alone, without locks and without what stands beside it."""
    return _open(path, "ro&immutable=1", LedgerConnection)


def _open(path: Path, mode: str, factory: type[Made]) -> Made:
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=0,  # see `waiting`
        isolation_level=None,
        factory=factory,
    )
    connection.note(path)
    return connection
