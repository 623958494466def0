"""A new ledger: complete before it appears under its name, and never in the place of another."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netlog.ledger.connect import WriterConnection, prepare
from netlog.ledger.faults import told_of
from netlog.ledger.identity import APPLICATION_ID, SCHEMA_VERSION

ME = 1


class LostTheRace(Exception):
    """Another command created the ledger first."""


@contextmanager
def founding(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a new ledger that becomes the one at `path` when the block ends well.

    Until then it has another name in the same folder, so that a command that is refused or
    killed leaves no ledger behind.

    Raises:
        LostTheRace: there is a ledger at `path` by now; nothing was changed.
        LedgerUnusable: the folder cannot be written.
    """
    with told_of(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
        draft = Path(name)
        try:
            connection = sqlite3.connect(draft, isolation_level=None, factory=WriterConnection)
            try:
                prepare(connection)
                connection.execute("BEGIN IMMEDIATE")
                _lay_out(connection)
                yield connection
            finally:
                connection.close()
            _publish(draft, path)
        finally:
            draft.unlink(missing_ok=True)
            draft.with_name(draft.name + "-journal").unlink(missing_ok=True)


def _lay_out(connection: sqlite3.Connection) -> None:
    from netlog.ledger.orm import engine_on  # noqa: PLC0415 - see `orm`
    from netlog.ledger.schema import SQLModel  # noqa: PLC0415 - see `orm`

    with engine_on(connection).connect() as tables:
        SQLModel.metadata.create_all(tables, checkfirst=False)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute(
        "INSERT INTO contact (id, name, key, kind, is_me) VALUES (?, 'me', 'me', 'person', 1)",
        (ME,),
    )


def _publish(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise LostTheRace from error
    except OSError:  # a file system without hard links, such as FAT
        if path.exists():
            raise LostTheRace from None
        draft.rename(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder, and journals its names itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
