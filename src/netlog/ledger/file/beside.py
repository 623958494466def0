"""Copies of the ledger that a synced folder puts beside it where two machines wrote at once."""

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from netlog.errors import NetlogError
from netlog.ledger.file.backups import backups_of
from netlog.ledger.file.connect import open_reader
from netlog.ledger.file.identity import identify, is_ledger

# Between the name of the ledger and its ending: "ledger (Kim's conflicted copy 2026-11-20).db",
# "ledger.sync-conflict-20261120-101112-ABCDEFG.db", "ledger-LAPTOP.db", "ledger 2.db".
_MARK = r" \(.+\)| \d+|-.+|[.~]sync-conflict-.+|_conf\(.+\)"  # compiled where a name is alike
_LAST = "SELECT id, hash FROM change ORDER BY id DESC LIMIT 1"
ORIGIN = "SELECT name FROM origin WHERE id = 1"  # a file of anybody's may have none
_MOMENTS = (  # but of what was waived, as forgetting does by itself
    "SELECT told FROM event UNION ALL SELECT told FROM acknowledgement"
    " UNION ALL SELECT told FROM statement WHERE kind <> 'waived'"
)
_AT = "SELECT hash FROM change WHERE id = ?"


def conflicted_copies(ledger: Path) -> list[Path]:
    """The copies beside a ledger that began as it did and hold what it does not, by name.

    Every command asks: where no file has such a name, it is one look at the folder.
    """
    return _apart(ledger, sorted(named_alike(ledger)))


def unjoined_copies(ledger: Path) -> list[Path]:
    """The same of whatever name, as whoever copies the file gives it one: all files are looked at.

    Backups are in a folder of their own, and hold nothing that the ledger does not.
    """
    file = ledger.resolve()
    with suppress(OSError):
        return _apart(file, sorted(path for path in file.parent.iterdir() if path.is_file()))
    return []


def _apart(ledger: Path, copies: Sequence[Path]) -> list[Path]:
    """Those that began as a ledger did and hold what it does not."""
    if not copies:
        return []
    try:
        with closing(open_reader(ledger)) as ours:
            return [path for path in copies if went_apart(ours, path)]
    except sqlite3.Error:
        return []  # whatever is wrong with the ledger, the command itself will say


def left_behind(ledger: Path) -> Path | None:
    """Where there is no ledger, the newest file beside its place that was one, if there is any.

    It was renamed or taken away then, and what begins anew in its place is another ledger.
    """
    if os.path.lexists(ledger):
        return None
    with suppress(OSError):  # one of them may be gone by now
        made = [backup.path for backup in backups_of(ledger)]
        files = [*made, *filter(is_ledger, named_alike(ledger))]
        return max(files, key=lambda path: path.stat().st_mtime, default=None)
    return None


def cut_off_copies(ledger: Path) -> list[Path]:
    """The copies beside a ledger that were told what it was not, and cannot be joined as they are.

    The journal of one of the two began anew since they were one.
    """
    with closing(open_reader(ledger)) as ours:
        return [path for path in sorted(named_alike(ledger)) if _is_cut_off(ours, path)]


def named_alike(ledger: Path) -> Iterator[Path]:
    """The files beside a ledger whose names read as services call their copies of it."""
    if ledger.is_symlink():
        ledger = ledger.resolve()  # beside the file, not beside a link to it
    stem, suffix = ledger.stem, ledger.suffix
    with suppress(OSError):
        for name in os.listdir(ledger.parent):  # noqa: PTH208 - half the time of making paths
            if name.startswith(stem) and name.endswith(suffix):
                mark = name[len(stem) : len(name) - len(suffix)]
                if mark and re.fullmatch(_MARK, mark):
                    yield ledger.with_name(name)


def _is_cut_off(ours: sqlite3.Connection, path: Path) -> bool:
    try:
        if identify(path).is_behind:
            return False
        with closing(open_reader(path)) as theirs:
            first, began = ((each.execute(_AT, (1,)).fetchone()) for each in (ours, theirs))
            is_same = theirs.execute(ORIGIN).fetchone() == ours.execute(ORIGIN).fetchone()
            moments, known = (set(each.execute(_MOMENTS)) for each in (theirs, ours))
            return first != began and is_same and not moments <= known
    except (NetlogError, OSError, sqlite3.Error):
        return False


def went_apart(ours: sqlite3.Connection, path: Path) -> bool:
    """Whether a file is a copy of the ledger that went on by itself, and was not joined yet."""
    try:
        if identify(path).is_behind:
            return False
        with closing(open_reader(path)) as theirs:
            if theirs.execute(_AT, (1,)).fetchone() != ours.execute(_AT, (1,)).fetchone():
                return False
            last, digest = theirs.execute(_LAST).fetchone() or (0, b"")
    except (NetlogError, OSError, sqlite3.Error):
        return False
    if ours.execute(_AT, (last,)).fetchone() == (digest,):
        return False
    taken = ours.execute("SELECT name FROM origin").fetchall()
    return not any(digest.hex() in name for (name,) in taken)
