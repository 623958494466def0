"""Files beside the ledger that SQLite takes in unasked, and whether they are the ledger's own.

A writer that was killed leaves a rollback journal, and whoever opens the file next has SQLite roll
it in. Where another file was put in the place of the ledger meanwhile, such as a backup or what a
synced folder brought, that would mix two ledgers. So such a file is looked at before SQLite sees
it, and one that is of another ledger is set aside.
"""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from time import sleep
from typing import BinaryIO

from netlog.domain.notices import SetAside
from netlog.errors import LedgerUnusable
from netlog.ledger.file.connect import open_as_it_stands
from netlog.ledger.file.connection import cipher_behind
from netlog.ledger.file.handles import is_in_sqlite, let_go_by_sqlite, opened, taken_by_sqlite
from netlog.ledger.file.hearing import notify
from netlog.ledger.file.identity import kind_of
from netlog.ledger.file.key import MAGIC, cipher_of

JOURNAL, _WAL = "-journal", "-wal"
SIDE_FILES = (JOURNAL, _WAL, "-shm")  # https://www.sqlite.org/tempfiles.html
_WRITE_VERSION, _KEEPS_NO_WAL = 18, b"\x01"
_CLOCK_SECONDS, _LONGEST_COMMAND_SECONDS = 2, 600
_LOCKS_AT, _LOCKS = 0x40000000, 512  # https://www.sqlite.org/lockingv3.html
_TRIES, _BETWEEN_TRIES_SECONDS = 20, 0.05

Verdict = bool | None  # whether a file belongs to the ledger; None where that is unclear


def beside(path: Path, suffix: str) -> Path:
    """A file of SQLite's: beside the ledger itself, not beside a link to it."""
    file = path.resolve()
    return file.parent / f"{file.name}{suffix}"  # where it is the root, it has no name


def set_strays_aside(path: Path) -> bool:
    """Rename what SQLite would take into the ledger though it is not of it, and say so.

    Returns:
        Whether a rollback journal stands beside the ledger now, for SQLite to roll in.

    Raises:
        LedgerUnusable: a pipe, a folder or the like has the name of such a file; or it is not of
            the ledger, and somebody else has that open.
    """
    present = [suffix for suffix in SIDE_FILES if _is_there(path, beside(path, suffix))]
    if not present or is_in_sqlite(path):  # then SQLite has judged, and our lock would be its own
        return JOURNAL in present
    with _opened(path) as file:
        for suffix, judge in ((JOURNAL, _judge_journal), (_WAL, _judge_wal)):
            if suffix in present:
                _set_aside_unless_own(path, file, beside(path, suffix), judge)
    return beside(path, JOURNAL).exists()


def _is_there(path: Path, file: Path) -> bool:
    try:
        mode = file.lstat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode):
        raise LedgerUnusable(
            f"The ledger {path} cannot be used: {file} is {kind_of(mode)}.",
            "It was left as it is. Move it away: its name belongs to the ledger.",
        )
    return True


def _set_aside_unless_own(
    path: Path, file: BinaryIO, side: Path, judge: Callable[[BinaryIO, Path], Verdict]
) -> None:
    verdict = judge(file, side)
    for _ in range(_TRIES):
        if verdict or not file.writable():  # SQLite could take nothing into it either
            return
        if _hold(file):
            break
        sleep(_BETWEEN_TRIES_SECONDS)  # whoever writes now will have finished
        verdict = judge(file, side)
    else:
        if verdict is None:
            return  # for SQLite to find out whose it is
        raise LedgerUnusable(
            f"The ledger {path} is in use by another program, and {side} is not of it.",
            "Nothing was written. Try again when that has finished.",
        )
    verdict = judge(file, side)
    if verdict is None:
        with closing(open_as_it_stands(path)) as connection:
            verdict = _is_unfinished(connection, side)
            if not verdict:
                _set_aside(side)
    elif not verdict:
        _set_aside(side)


def _judge_wal(file: BinaryIO, wal: Path) -> Verdict:
    """Whether a write-ahead log may be the ledger's: netlog keeps none, other programs may.

    What an encrypted ledger keeps, only its key tells.
    """
    with suppress(FileNotFoundError):
        if wal.stat().st_size == 0:
            return True
        file.seek(0)
        header = file.read(_WRITE_VERSION + 1)
        if not header.startswith(MAGIC):
            return None
        return not header.endswith(_KEEPS_NO_WAL)
    return True


def _judge_journal(file: BinaryIO, journal: Path) -> Verdict:
    """Whether rolling in that journal takes the ledger back to what it was."""
    from netlog.ledger.file.rollback_journal import belongs  # noqa: PLC0415 - hardly ever

    cipher = cipher_of(journal.with_name(journal.name.removesuffix(JOURNAL)))
    with suppress(FileNotFoundError), journal.open("rb") as saved:
        return belongs(file, saved, cipher)
    return True


def _is_unfinished(connection: sqlite3.Connection, journal: Path) -> bool:
    """Whether a command that wrote this journal wrote the ledger, or broke off writing it.

    A whole ledger with no command of that time needs nothing rolled back, whosever it is; nor does
    one that is encrypted, of which nobody can tell which of two versions is the older.
    """
    from netlog.ledger.file.audit import is_damaged  # noqa: PLC0415 - hardly ever

    # Where names in the schema are torn, SQLite's own message cannot be read: a ValueError.
    with suppress(sqlite3.Error, TypeError, ValueError):
        if cipher_behind(connection) is not None:
            return is_damaged(connection)
        (made_at,) = connection.execute("SELECT max(made_at) FROM change").fetchone()
        earlier = journal.stat().st_mtime - made_at / 1_000_000
        if -_CLOCK_SECONDS <= earlier <= _LONGEST_COMMAND_SECONDS:
            return True
    return is_damaged(connection)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The ledger as bytes, to be locked where it may be written."""
    mode = "r+b" if os.access(path, os.W_OK) else "rb"
    with opened(path, mode) as file:
        place = taken_by_sqlite(path)  # whatever else looks into it must not take our lock away
        try:
            yield file
        finally:
            let_go_by_sqlite(place)


def _hold(file: BinaryIO) -> bool:
    """Lock the ledger as SQLite does to write it; False where somebody is at it."""
    if os.name == "nt":
        return False
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKS, _LOCKS_AT)
    except OSError:
        return False
    return True


def _set_aside(file: Path) -> None:
    names = (file.with_name(f"{file.name}-of-another-{number}") for number in count(1))
    kept = next(name for name in names if not name.exists())
    file.rename(kept)
    notify(SetAside(str(file), str(kept)))
