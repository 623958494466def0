"""Writing: one transaction a command, one change in the journal, all or nothing."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from netlog.ledger.file.access import writing
from netlog.ledger.file.create import founding
from netlog.ledger.file.draft import NameTaken
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.write import journal, words
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema import ChangeRow

Result = TypeVar("Result")


@dataclass
class Writer:
    """What a command reads from and writes to while it holds the write lock.

    `summary` says in a few words what the command did; `undo` repeats it.
    """

    connection: sqlite3.Connection
    rows: Rows
    summary: str = ""


def write(path: Path, command: str, decide: Callable[[Writer], Result]) -> Result:
    """Let `decide` write to the ledger, and keep all of it or nothing.

    Args:
        path: the ledger; created, with all that `decide` writes, where it does not exist.
        command: the command line, for the journal.
        decide: reads, decides and writes; called again where another command creates the ledger
            at the same moment. It may raise, and then nothing is written.

    Raises:
        LedgerUnusable: the file cannot be used as it is.
    """

    def run(connection: sqlite3.Connection) -> Result:
        writer = Writer(connection, Rows(connection))
        result = decide(writer)
        if writer.rows.operations:
            _journal(connection, writer.rows, "do", command, writer.summary)
        connection.execute("COMMIT")
        return result

    return _in_transaction(path, run)


def undo(path: Path) -> journal.Change | None:
    """Take back the last command that is not taken back yet; None where there is none."""
    with writing(path) as connection:
        target = journal.undoable(connection)
        if target is not None:
            rows = Rows(connection)
            for operation in reversed(target.operations):
                rows.apply(operation.inverse())
            _journal(connection, rows, "undo", "undo", target.summary, target)
            connection.execute("COMMIT")
        return target


def redo(path: Path) -> journal.Change | None:
    """Put back the last command that was taken back; None once something new was recorded."""
    with writing(path) as connection:
        target = journal.redoable(connection)
        if target is not None:
            rows = Rows(connection)
            for operation in target.operations:
                rows.apply(operation)
            _journal(connection, rows, "redo", "redo", target.summary, target)
            connection.execute("COMMIT")
        return target


def _in_transaction(path: Path, run: Callable[[sqlite3.Connection], Result]) -> Result:
    while True:
        try:
            with writing(path) as connection:
                return run(connection)
        except NoLedgerYet:
            pass
        try:
            with founding(path) as connection:
                return run(connection)
        except NameTaken:
            continue


def _journal(
    connection: sqlite3.Connection,
    rows: Rows,
    kind: journal.ChangeKind,
    command: str,
    summary: str,
    target: journal.Change | None = None,
) -> None:
    words.keep_up(connection, rows.operations)
    change = journal.next_row(connection, kind, command, summary, rows.operations, target)
    rows.append(ChangeRow(**change))
