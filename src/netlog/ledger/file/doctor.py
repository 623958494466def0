"""Looking a ledger over without touching it, and mending it.

It is looked at in a private copy: nobody who writes has to wait, and what is of an older format can
be brought up to date there.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Literal, NamedTuple

from netlog.domain.health import Damage, differing
from netlog.domain.projection.terms import after
from netlog.domain.restoring import Contents
from netlog.errors import LedgerDamaged, LedgerUnusable, shell_word
from netlog.ledger.file import layout
from netlog.ledger.file.access import make_ready, told_whether_damaged, writing
from netlog.ledger.file.audit import broken_chain, damages, differences
from netlog.ledger.file.backup import backed_up, copy, fill
from netlog.ledger.file.backups import DAMAGED, backups_of, folder_of, way_back
from netlog.ledger.file.beside import conflicted_copies, cut_off_copies, went_apart
from netlog.ledger.file.checkup import note_checkup
from netlog.ledger.file.connect import in_memory, open_reader, open_writer
from netlog.ledger.file.connection import WriterConnection
from netlog.ledger.file.digests import seal
from netlog.ledger.file.draft import drafting
from netlog.ledger.file.faults import NoRoom, told_of
from netlog.ledger.file.identity import identify
from netlog.ledger.file.key import is_plain, key_file
from netlog.ledger.file.keys import strange_keys
from netlog.ledger.file.migrations import migrate_in_memory
from netlog.ledger.file.rebuilding import copy_table, projected, rebuilt
from netlog.ledger.file.restore import contents, last_change
from netlog.ledger.write.anew import begin_journal
from netlog.ledger.write.journal import last_in_common, operations_of
from netlog.ledger.write.operations import BACKUP
from netlog.ledger.write.rows import FACT_CLASSES
from netlog.ledger.write.schema import POSTINGS

_OTHERS_MAY = 0o077
_OTHERS_WRITE = 0o022
_FOLLOWING = (*(str(row.__tablename__) for row in POSTINGS), "word")
# What reading a journal that was damaged can stumble over; `Unfit` is a ValueError.
_UNREADABLE = (ValueError, TypeError, LookupError, RecursionError)
Mended = Literal["tables", "journal"]
# What can be told for a day that has not come: nothing that happened.
_DAYS = {
    "event": "happened_on",
    "acknowledgement": "said_on",
    "statement": "said_on",
}


class Examination(NamedTuple):
    """What is wrong with a ledger, whether `repair` mends what is within it, and what it holds.

    `contents` is None where that cannot be read.
    """

    damages: Sequence[Damage]
    is_mended: bool = False
    contents: Contents | None = None


def examine(ledger: Path, today: date, cache: Path | None = None) -> Examination:
    """Look a ledger over, and around it, and change nothing.

    Args:
        ledger: the ledger.
        today: the day to take for today.
        cache: where it is noted when the ledger was found sound.

    Raises:
        NoLedgerYet: there is none.
        LedgerUnusable: it cannot even be copied.
    """
    identify(ledger)
    with told_of(ledger), _copied(ledger) as (connection, told):
        file = [Damage("file", f"{sentence}.") for sentence in told]
        try:
            around = (*_rights(ledger), *_copies(ledger))
            wrong = [*file, *damages(connection), *_days(connection, today), *around]
            if not any(damage.can_be_mended for damage in wrong):
                wrong += strange_keys(connection)  # else mending may bring the name back
            if not wrong:
                note_checkup(cache, connection, today)
            held = contents(connection)
        except (sqlite3.Error, TypeError) as error:  # a table is gone, or holds what none can
            wrong, held = [*file, Damage("file", f"it cannot be read: {error}.")], None
        is_within = not file and any(damage.can_be_mended for damage in wrong)
        return Examination(wrong, is_within and _is_mended(ledger, connection), held)


def _is_mended(ledger: Path, copy: WriterConnection) -> bool:
    """Whether `repair` would mend a ledger: its private copy shows it."""
    copy.verifies = True  # as that of `repair` does
    try:
        with told_whether_damaged(ledger), told_of(ledger):
            copy.execute("BEGIN")
            _mend(ledger, copy)
    except LedgerUnusable:
        return False
    finally:
        with suppress(sqlite3.Error):
            copy.execute("ROLLBACK")
    return True


@contextmanager
def _copied(ledger: Path) -> Iterator[tuple[WriterConnection, Sequence[str]]]:
    """A private copy of a ledger, of the newest format, for as long as the block.

    With it comes what is wrong with the file that the copy cannot tell. It is beside the ledger,
    so that one of many years need not fit into memory; where there is no room, it is there.
    """
    with ExitStack() as stack:
        try:
            draft = stack.enter_context(drafting(ledger))
            wrong = copy(ledger, draft, checked=False)
            make_ready(draft, backs_up=False)
            connection = stack.enter_context(closing(open_writer(draft)))
        except (OSError, NoRoom):
            connection, wrong = stack.enter_context(_copied_into_memory(ledger))
        yield connection, wrong


@contextmanager
def _copied_into_memory(ledger: Path) -> Iterator[tuple[WriterConnection, Sequence[str]]]:
    with closing(open_reader(ledger)) as source, closing(in_memory(source.cipher)) as memory:
        wrong = fill(memory, source, ledger, checked=False)
        if identify(ledger).is_behind:
            migrate_in_memory(memory, ledger)
        yield memory, wrong


def repair(ledger: Path) -> tuple[Mended, Path]:
    """Mend a ledger: its tables by the journal, or else the journal by the tables.

    Returns:
        What was mended, and a copy of what was before.

    Raises:
        LedgerDamaged: neither is sound; it was left as it was.
        LedgerUnusable: the file cannot be used as it is.
    """
    with writing(ledger) as connection, backed_up(ledger, DAMAGED) as copy_before:
        mended = _mend(ledger, connection)
        connection.keep(last_change(connection))
    return mended, copy_before


def _mend(ledger: Path, connection: sqlite3.Connection) -> Mended:
    layout.mend(connection)
    connection.execute("REINDEX")
    if _mend_tables(connection):
        mended: Mended = "tables"
    elif _mend_journal(connection):
        mended = "journal"
    else:
        raise LedgerDamaged(
            f"Neither what is told in {ledger} nor its journal is sound. It was left as it was.",
            way_back(ledger),
        )
    if (left := next(damages(connection), None)) is not None:
        raise LedgerDamaged(
            f"{ledger} cannot be mended: {left.sentence} It was left as it was.", way_back(ledger)
        )
    return mended


def _mend_tables(connection: sqlite3.Connection) -> bool:
    """Make facts and what follows from them anew from the journal; whether that was sound."""
    if any(damage.part == "journal" for damage in broken_chain(connection)):
        return False
    try:
        with rebuilt(connection) as right:
            for table in (*FACT_CLASSES, *_FOLLOWING):
                copy_table(right, connection, table)
            _keep_numbers_given(right, connection)
    except _UNREADABLE:
        return False
    return True


def _keep_numbers_given(right: sqlite3.Connection, connection: sqlite3.Connection) -> None:
    """Let no number be given again, also where nothing has it any more."""
    given = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    for table, last in right.execute("SELECT name, seq FROM sqlite_sequence"):
        if given.get(table, 0) < last:
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, last))


def _mend_journal(connection: sqlite3.Connection) -> bool:
    """Let the journal begin anew with all facts, where either of two things shows these sound.

    What follows from them stands beside them, or the journal, whatever happened to its hashes,
    still tells them so.
    """
    seal(connection, FACT_CLASSES)
    with projected(connection) as right:
        if any(True for _ in differences(connection, right)) and not _is_retold(connection):
            return False
        for table in _FOLLOWING:
            copy_table(right, connection, table)
    for table in ("operations", "change"):
        connection.execute(f"DELETE FROM {table}")
    begin_journal(connection, "netlog doctor --repair", "Told the journal anew")
    return True


def _is_retold(connection: sqlite3.Connection) -> bool:
    """Whether the journal tells the facts as they are."""
    try:
        with rebuilt(connection) as right:
            return all(damage.part != "facts" for damage in differences(connection, right))
    except _UNREADABLE:
        return False


def _days(connection: sqlite3.Connection, today: date) -> Iterator[Damage]:
    """What is said to have happened on a day to come; one day is left for other time zones."""
    latest = after(today, 1).isoformat()
    for table, column in _DAYS.items():
        rows = connection.execute(
            f"SELECT id, {column} FROM {table} WHERE {column} > ? ORDER BY id", (latest,)
        )
        for key, day in rows:
            yield differing("days", table, key, f"is of {day}, which is still to come")


def _rights(ledger: Path) -> Iterator[Damage]:
    if os.name == "nt":
        return
    files = [ledger, *(backup.path for backup in backups_of(ledger))]
    key = key_file()
    for file in files if key is None or is_plain(ledger) else [*files, key]:
        if stat.S_IMODE(file.stat().st_mode) & _OTHERS_MAY:
            yield Damage("rights", f"others may read {file}: chmod 600 {quote(str(file))}.")
    for folder in filter(Path.is_dir, (ledger.resolve().parent, folder_of(ledger))):
        if stat.S_IMODE(folder.stat().st_mode) & _OTHERS_WRITE:
            yield Damage(
                "rights", f"others may write in {folder}: chmod go-w {quote(str(folder))}."
            )


def _copies(ledger: Path) -> Iterator[Damage]:
    for path in conflicted_copies(ledger):
        how = f"netlog join {shell_word(str(path))} takes it in"
        yield Damage("copies", f"{path} is a copy that was told other things: {how}.")
    for path in cut_off_copies(ledger):
        how = f"netlog join {shell_word(str(path))} says what can be done"
        text = "was told other things, and the journal of one of the two began anew since then"
        yield Damage("copies", f"{path} {text}: {how}.")
    if (backup := _backup_ahead(ledger)) is not None:
        how = f"netlog join {shell_word(str(backup))} takes it in"
        yield Damage(
            "copies", f"{backup} holds what the ledger was told once, and does not hold: {how}."
        )


def _backup_ahead(ledger: Path) -> Path | None:
    """A backup, where the ledger was replaced by an older one, and no `restore` did it."""
    with closing(open_reader(ledger)) as ours:
        backups = (backup.path for backup in backups_of(ledger) if not backup.kept)
        return next((path for path in backups if _is_ahead(ours, path)), None)


def _is_ahead(ours: sqlite3.Connection, backup: Path) -> bool:
    if not went_apart(ours, backup):
        return False
    with suppress(sqlite3.Error, *_UNREADABLE), closing(open_reader(backup)) as theirs:
        return not _is_restored(ours, theirs)
    return False


def _is_restored(*copies: sqlite3.Connection) -> bool:
    """Whether one of two copies went back to a backup since they were one."""
    common = last_in_common(*copies)
    return any(
        True
        for copy in copies
        for (change,) in copy.execute("SELECT id FROM change WHERE id > ?", (common,)).fetchall()
        for _ in operations_of(copy, change, {BACKUP})
    )
