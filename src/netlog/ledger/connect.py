"""Connections to the ledger file, with the settings that `docs/decisions.md` gives reasons for."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from netlog.ledger.faults import told_of
from netlog.ledger.identity import identify

BUSY_TIMEOUT_SECONDS = 10

Connection = sqlite3.Connection  # for the layers above, which do not speak SQL


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only view of the ledger as it is at this moment.

    Raises:
        NoLedgerYet: there is no file.
        LedgerUnusable: the file cannot be used as it is.
    """
    with told_of(path):
        if identify(path).is_behind:
            _migrate(path)
        if _journal_of(path).exists():
            _roll_back_what_a_killed_writer_left(path)
        connection = open_reader(path)
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that holds the write lock; what it wrote is kept only by `COMMIT`.

    Raises:
        NoLedgerYet: there is no file.
        LedgerUnusable: the file cannot be used as it is.
    """
    with told_of(path):
        if identify(path).is_behind:
            _migrate(path)
        connection = open_writer(path)
        try:
            prepare(connection)
            connection.execute("BEGIN IMMEDIATE")
            yield connection
        finally:
            connection.close()


class WriterConnection(sqlite3.Connection):
    """A connection whose transaction belongs to `netlog.ledger`, not to an ORM on top of it.

    `COMMIT` is executed as a statement, once, when everything is in place; closing rolls back.
    """

    def commit(self) -> None:
        """Do nothing: an ORM session that ends must not publish half a command."""

    def rollback(self) -> None:
        """Do nothing: an ORM session that ends must not take back half a command."""


def prepare(connection: sqlite3.Connection) -> None:
    """Make a connection to a ledger durable and strict before it writes."""
    for setting in (
        "trusted_schema = OFF",
        "foreign_keys = ON",
        "journal_mode = DELETE",
        "synchronous = EXTRA",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {setting}")


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only read."""
    return _open(path, "ro", sqlite3.Connection)


def open_writer(path: Path) -> sqlite3.Connection:
    """A connection that can write, and commits only by the statement `COMMIT`."""
    return _open(path, "rw", WriterConnection)


def _open(path: Path, mode: str, factory: type[sqlite3.Connection]) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=BUSY_TIMEOUT_SECONDS,
        isolation_level=None,
        factory=factory,
    )


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _roll_back_what_a_killed_writer_left(path: Path) -> None:
    connection = open_writer(path)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        connection.close()


def _migrate(path: Path) -> None:
    from netlog.ledger.migrations import migrate  # noqa: PLC0415 - only when the file is behind

    migrate(path)
