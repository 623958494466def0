"""The ledger, open for one command: checked, brought up to date, and mended after a crash."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from netlog.domain.migrated import Migrated, Progress, unheard
from netlog.errors import LedgerUnusable, NetlogError
from netlog.ledger.file.commit import committing
from netlog.ledger.file.connect import (
    begin_to_read,
    in_memory,
    is_cut_off,
    look,
    open_writer,
    prepare,
    take_write_lock,
    viewing,
)
from netlog.ledger.file.connection import LedgerConnection, WriterConnection
from netlog.ledger.file.digests import AlteredRow
from netlog.ledger.file.draft import sweep
from netlog.ledger.file.faults import damaged, told_of
from netlog.ledger.file.handles import place_of
from netlog.ledger.file.identity import identify
from netlog.ledger.file.key import cipher_of
from netlog.ledger.file.strays import set_strays_aside

Connection = sqlite3.Connection  # for the layers above, which do not speak SQL


class OldAndReadOnly(LedgerUnusable):
    """A ledger of an older format that cannot be brought up to date: it is read, not written."""

    def __init__(self, path: Path) -> None:
        """Take the ledger."""
        super().__init__(
            f"The ledger {path} is of an older format, and cannot be written: it, or its folder, is"
            " read-only.",
            "It can be read. To write to it, check the rights of the file and of its folder.",
        )


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only view of the ledger as it is at this moment.

    Raises:
        NoLedgerYet: there is no file.
        LedgerUnusable: the file cannot be used as it is.
    """
    with told_of(path), told_whether_damaged(path):
        try:
            make_ready(path)
        except OldAndReadOnly:
            with _migrated_in_memory(path) as connection:
                yield connection
            return
        with viewing(path) as connection:
            _refuse_cut_off(connection, path)
            yield connection


@contextmanager
def writing(path: Path) -> Iterator[WriterConnection]:
    """A connection that holds the write lock; what it wrote is kept only by `keep`.

    It is committed when the block ends.

    Raises:
        NoLedgerYet: there is no file.
        LedgerUnusable: the file cannot be used as it is.
    """
    with told_of(path), told_whether_damaged(path):
        make_ready(path)
        with (
            closing(_locked(path)) as connection,
            committing(path, connection),
        ):
            # Facts are written before the postings that follow from them.
            connection.execute("PRAGMA defer_foreign_keys = ON")
            _refuse_cut_off(connection, path)
            connection.verifies = True
            yield connection


def _locked(path: Path) -> WriterConnection:
    """A connection that holds the write lock of the file that has the ledger's name by then.

    Whoever waits may wait for one that is replaced meanwhile, as `encrypt` does.
    """
    while True:
        connection = open_writer(path)
        try:
            prepare(connection)
            take_write_lock(connection, path)
            if connection.place == place_of(path):
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()


def make_ready(
    path: Path, progress: Progress = unheard, *, backs_up: bool = True
) -> Migrated | None:
    """Mend the ledger after a crash, and bring it up to date where it is of an older format.

    Args:
        path: the ledger.
        progress: is told how far it is.
        backs_up: whether a backup is made before; not of what is a copy itself.

    Returns:
        What bringing it up to date did; None where it was so.

    Raises:
        NoLedgerYet: there is no file.
        LedgerUnusable: the file cannot be used as it is.
    """
    with told_of(path):
        sweep(Path(os.path.realpath(path)))  # which no link that leads to itself can stop
        identity = identify(path)
        if set_strays_aside(path):
            _roll_back_what_a_killed_writer_left(path)
            identity = identify(path)
        if not identity.is_behind:
            return None
        if not _may_be_written(path):
            raise OldAndReadOnly(path)
        from netlog.ledger.file.migrations import migrate  # noqa: PLC0415 - only where it is behind

        return migrate(path, progress=progress, backs_up=backs_up)


def _may_be_written(path: Path) -> bool:
    file = path.resolve()
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


@contextmanager
def _migrated_in_memory(path: Path) -> Iterator[sqlite3.Connection]:
    """A view of a ledger of an older format where it cannot be brought up to date itself."""
    from netlog.ledger.file.migrations import (  # noqa: PLC0415 - only where it is behind
        migrate_in_memory,
    )

    with closing(in_memory(cipher_of(path))) as memory:
        with viewing(path) as source:
            _refuse_cut_off(source, path)
            source.backup(memory)
        migrate_in_memory(memory, path)
        memory.execute("PRAGMA query_only = ON")
        begin_to_read(memory)
        yield memory


def _roll_back_what_a_killed_writer_left(path: Path) -> None:
    with closing(open_writer(path)) as connection:
        look(connection)


def _refuse_cut_off(connection: LedgerConnection, path: Path) -> None:
    if is_cut_off(connection, path):
        raise damaged(path, "its end is missing")


@contextmanager
def told_whether_damaged(path: Path) -> Iterator[None]:
    """Tell damage where the code stumbled over what netlog never wrote; its own faults stay.

    `reading` and `writing` do so by themselves; a door does it around what it draws of a result.
    """
    try:
        yield
    except (NetlogError, AlteredRow, sqlite3.Error, OSError):
        raise
    except Exception as error:
        if isinstance(error, RuntimeError) and not isinstance(error, RecursionError):
            raise  # such as those by which Typer ends a command
        if not path.is_file():
            raise
        from netlog.ledger.file.audit import is_damaged  # noqa: PLC0415 - hardly ever

        with closing(open_writer(path)) as connection:
            begin_to_read(connection)
            if not is_damaged(connection):
                raise
        raise damaged(path, "it holds what netlog never wrote") from error
