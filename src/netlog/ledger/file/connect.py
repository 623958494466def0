"""Connections to the ledger file, with the settings that `docs/decisions.md` gives reasons for."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

BUSY_TIMEOUT_SECONDS = 10

Made = TypeVar("Made", bound=sqlite3.Connection)


class WriterConnection(sqlite3.Connection):
    """A connection whose transaction belongs to `netlog.ledger`, not to an ORM on top of it.

    `COMMIT` is executed as a statement, once, when everything is in place; closing rolls back.
    `change` are the id and the hash by which the journal tells afterwards what it was.
    """

    is_done = False
    change: tuple[int, bytes] | None = None

    def keep(self, change: tuple[int, bytes] | None = None) -> None:
        """Say that all is written that is to be committed."""
        self.is_done, self.change = True, change

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


@contextmanager
def viewing(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only view of the ledger, whatever it holds; as it is when first looked at."""
    with closing(open_reader(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("BEGIN")
        yield connection


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only read."""
    return _open(path, "ro", sqlite3.Connection)


def open_writer(path: Path) -> WriterConnection:
    """A connection that can write, and commits only by the statement `COMMIT`."""
    return _open(path, "rw", WriterConnection)


def open_as_it_stands(path: Path) -> sqlite3.Connection:
    """A connection that reads the file alone, without locks and without what stands beside it."""
    return _open(path, "ro&immutable=1", sqlite3.Connection)


def _open(path: Path, mode: str, factory: type[Made]) -> Made:
    return sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=BUSY_TIMEOUT_SECONDS,
        isolation_level=None,
        factory=factory,
    )
