"""Going back to a backup: one change, whose inverse is a backup of what was before."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from netlog.errors import LedgerDamaged, NoLedger, Refused
from netlog.ledger.file.access import writing
from netlog.ledger.file.backup import backed_up
from netlog.ledger.file.backups import KEPT, folder_of
from netlog.ledger.file.connect import commit
from netlog.ledger.file.connection import WriterConnection, cipher_behind
from netlog.ledger.file.create import founding
from netlog.ledger.file.draft import NameTaken
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.file.restore import last_change, opened, put_aside, replace_rows
from netlog.ledger.write.journal import tip
from netlog.ledger.write.operations import BACKUP, Operation
from netlog.ledger.write.rows import Rows

State = tuple[int, int, int, int]


class Kept(NamedTuple):
    """Where what was before is: a backup that undo goes back to, or a damaged file put aside."""

    backup: Path | None = None
    damaged: Path | None = None


def restore(ledger: Path, source: sqlite3.Connection, command: str, summary: str) -> Kept:
    """Let the ledger hold what a backup holds, and keep what it held before.

    Args:
        ledger: the ledger; made anew where there is none, or none that can be read.
        source: a sound ledger of the newest format.
        command: the command line, for the journal.
        summary: what it does, for undo.

    Raises:
        LedgerUnusable: the file cannot be written.
    """
    while True:
        damaged: State | None = None
        try:
            with writing(ledger) as connection, backed_up(ledger, KEPT) as backup:
                _replace(connection, source, backup, command, summary)
            return Kept(backup)
        except NoLedgerYet:
            pass
        except (LedgerDamaged, NoLedger):
            damaged = _state_of(ledger)
        with suppress(NameTaken):
            return Kept(damaged=_make_of(source, ledger.resolve(), damaged))


def _state_of(ledger: Path) -> State | None:
    """By what a file that was written to, or is another one by now, can be told."""
    try:
        status = ledger.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _put_aside(ledger: Path, damaged: State) -> Path:
    if _state_of(ledger) != damaged:
        raise NameTaken
    return put_aside(ledger)


def _make_of(source: sqlite3.Connection, ledger: Path, damaged: State | None) -> Path | None:
    """Make a ledger of a backup; where there is one that is damaged, return where that is now.

    A failing disk may look like a damaged ledger, so that one keeps its name until all is written.

    Raises:
        NameTaken: there is another ledger by now.
    """
    aside: Path | None = None
    try:
        with founding(ledger, cipher_behind(source)) as connection:
            replace_rows(source, connection)
            commit(connection)
            if damaged is not None:
                aside = _put_aside(ledger, damaged)
    except BaseException:
        if aside is not None and not ledger.exists():
            aside.rename(ledger)
        raise
    return aside


def take_back(connection: WriterConnection, ledger: Path, operation: Operation) -> Path:
    """Let the ledger hold again what it held before a restore.

    Returns:
        The backup of that, to be released once this is committed.

    Raises:
        Refused: the backup of that is gone.
        LedgerUnusable: it is not what it was.
    """
    noted = operation.after or {}
    backup = folder_of(ledger) / str(noted["name"])
    if not backup.is_file():
        raise Refused(
            f"What was before the restore is gone: there is no file {backup}.",
            "Nothing was written. Another backup: netlog restore FILE",
        )
    with opened(backup, ledger) as source:
        if tip(source).hex() != noted["tip"]:
            raise Refused(
                f"{backup} is not what was before the restore.",
                "Nothing was written. To take it nevertheless:"
                f" netlog restore {quote(str(backup))}",
            )
        replace_rows(source, connection)
        connection.keep(last_change(source))
    return backup


def _replace(
    connection: WriterConnection,
    source: sqlite3.Connection,
    backup: Path,
    command: str,
    summary: str,
) -> None:
    before = tip(connection)
    replace_rows(source, connection)
    rows = Rows(connection)
    rows.note(Operation(BACKUP, 1, None, {"name": backup.name, "tip": before.hex()}))
    connection.keep(rows.end("do", command, summary))
