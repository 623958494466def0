"""Writing: one transaction a command, one change in the journal, all or nothing."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from netlog.domain.records import Change, ChangeKind
from netlog.ledger.file.access import writing
from netlog.ledger.file.backup import back_up, release
from netlog.ledger.file.connection import WriterConnection
from netlog.ledger.file.create import founding
from netlog.ledger.file.draft import NameTaken
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.write import journal
from netlog.ledger.write.operations import BACKUP, NUMBER, Operation
from netlog.ledger.write.orm import get_ready
from netlog.ledger.write.projecting import Surroundings
from netlog.ledger.write.reach import REACHING, contacts_reached
from netlog.ledger.write.rows import Rows


class Summary(Protocol):
    """What came of a command, as the journal needs it."""

    @property
    def summary(self) -> str:
        """What the command did, in a few words; `undo` repeats it."""


Result = TypeVar("Result")
Summed = TypeVar("Summed", bound=Summary)


class Writer:
    """What a command reads from and writes to while it holds the write lock."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take a connection that holds the write lock of the ledger at a path."""
        self.path = path
        self.connection = connection
        self.rows = Rows(connection)

    def back_up(self) -> None:
        """Copy the ledger before a command writes what is much at once."""
        back_up(self.path)


def write(path: Path, command: str, decide: Callable[[Writer], Summed]) -> Summed:
    """Let `decide` write to the ledger, and keep all of it or nothing.

    Args:
        path: the ledger; created, with all that `decide` writes, where it does not exist.
        command: the command line, for the journal.
        decide: reads, decides and writes; called again where another command creates the ledger
            at the same moment. It may raise, and then nothing is written.

    Raises:
        LedgerUnusable: the file cannot be used as it is.
    """

    def run(connection: WriterConnection) -> Summed:
        writer = Writer(connection, path)
        result = decide(writer)
        if writer.rows.has_written:
            connection.keep(writer.rows.end("do", command, result.summary))
        else:
            connection.keep()
        return result

    return _in_transaction(path, run)


def write_all(path: Path, run: Callable[[sqlite3.Connection], tuple[int, bytes] | None]) -> None:
    """Let `run` write all rows of a ledger, its journal among them, or nothing.

    Args:
        path: the ledger; made where there is none.
        run: returns the id and the hash of the last change.

    Raises:
        LedgerUnusable: the file cannot be used as it is.
    """
    _in_transaction(path, lambda connection: connection.keep(run(connection)))


class Undone(NamedTuple):
    """A change that was taken back, and whether a redo can put it back."""

    change: Change
    can_be_put_back: bool


def rehearse(path: Path, decide: Callable[[Writer], Result]) -> Result:
    """Let `decide` write to a ledger that there is, and keep nothing of it.

    Raises:
        NoLedgerYet: there is none.
        LedgerUnusable: the file cannot be used as it is.
    """
    with writing(path) as connection:
        return decide(Writer(connection, path))


def undo(path: Path) -> Undone | None:
    """Take back the last command that is not taken back yet; None where there is none.

    Raises:
        Refused: it went back to a backup, and what was before is gone.
        LedgerUnusable: the file cannot be used as it is.
    """
    get_ready()
    with writing(path) as connection:
        target = journal.undoable(connection)
        if target is None:
            return None
        first = next(journal.operations_of(connection, target.id))
        if first.table == BACKUP:
            from netlog.ledger.write.restoring import take_back  # noqa: PLC0415 - hardly ever

            replaced_by = take_back(connection, path, first)
        else:
            replaced_by = None
            _move(connection, "undo", target, journal.inverse_of(connection, target.id))
    if replaced_by is not None:
        release(replaced_by)
    return Undone(target, can_be_put_back=replaced_by is None)


def redo(path: Path) -> Change | None:
    """Put back the last command that was taken back; None once something new was recorded."""
    get_ready()
    with writing(path) as connection:
        target = journal.redoable(connection)
        if target is not None:
            _move(connection, "redo", target, journal.operations_of(connection, target.id))
        return target


def _move(
    connection: WriterConnection,
    kind: ChangeKind,
    target: Change,
    operations: Iterable[Operation],
) -> None:
    """Apply operations on facts, and project again what they reach. Numbers stay given."""
    reaching = journal.operations_of(connection, target.id, REACHING)
    rows = Rows(connection)
    surroundings = Surroundings(connection, contacts_reached(connection, reaching))
    rows.apply(operation for operation in operations if operation.table != NUMBER)
    surroundings.project(rows)
    connection.keep(rows.end(kind, kind, target.summary, target))


def _in_transaction(path: Path, run: Callable[[WriterConnection], Result]) -> Result:
    get_ready()
    while True:
        with suppress(NoLedgerYet), writing(path) as connection:
            return run(connection)
        with suppress(NameTaken), founding(path) as connection:
            return run(connection)
