"""What SQLite's errors mean to the person at the terminal."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netlog.errors import LedgerDamaged, LedgerUnusable, NetlogError
from netlog.ledger.file.backups import way_back
from netlog.ledger.file.digests import AlteredRow
from netlog.ledger.file.key import is_plain

_BUSY = "is in use by another program"
_LEFT = "It was left as it is."
# By result code (sqlite.org/rescode.html), or the primary one: what happened, and what to do now.
_FAULTS = {
    "SQLITE_BUSY": (_BUSY, "Nothing was written. Try again when it has finished."),
    "SQLITE_LOCKED": (_BUSY, "Nothing was written. Try again."),
    "SQLITE_READONLY": (
        "cannot be written: it, or its folder, is read-only",
        "Nothing was written. Check the rights of the file and of its folder.",
    ),
    "SQLITE_READONLY_DBMOVED": (
        "was replaced by another file meanwhile",
        "Nothing was written. Try again.",
    ),
    "SQLITE_PERM": ("cannot be used: rights are missing", "Check the rights of the file."),
    "SQLITE_CANTOPEN": ("cannot be opened", "Check the rights of the file and of its folder."),
    "SQLITE_FULL": (
        "cannot grow: the disk is full",
        "Nothing was written. Make room and try again.",
    ),
    "SQLITE_IOERR": (
        "cannot be read or written: the disk reports an error",
        "Nothing was written. Check the disk, and keep a copy of the file.",
    ),
    "SQLITE_CORRUPT": ("is damaged", _LEFT),
    "SQLITE_NOTADB": ("is not a netlog ledger", _LEFT),
}
_OTHERWISE = ("does not hold what a ledger holds", _LEFT)
_IS_IT_WHOLE = (
    "Nothing was written. netlog doctor tells whether the ledger is whole; if so, this is a fault"
    " of netlog."
)


class NoRoom(LedgerUnusable):
    """What was to be written does not fit on the disk on which it was to be."""


def damaged(path: Path, how: str) -> LedgerDamaged:
    """The error that a ledger does not hold what was written to it."""
    return LedgerDamaged(f"The ledger {path} is damaged: {how}. {_LEFT}", way_back(path))


def altered(path: Path, error: AlteredRow) -> LedgerDamaged:
    """The error that a row which a command came upon is not as netlog left it."""
    from netlog.domain.health import differing  # noqa: PLC0415 - hardly ever

    damage = differing("facts", error.table, error.key, "is not as netlog left it")
    return LedgerDamaged(
        f"The ledger {path} is damaged: {damage.sentence} Nothing was written.",
        "netlog doctor tells all that is wrong, and netlog doctor --repair mends it.",
    )


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Turn SQLite's and the operating system's errors into `LedgerUnusable`."""
    try:
        yield
    except NetlogError:
        raise
    except AlteredRow as error:
        raise altered(path, error) from error
    except sqlite3.Error as error:
        raise _unusable(path, error) from error
    except OSError as error:
        raise LedgerUnusable(
            f"The ledger {path} cannot be used: {error.strerror}.",
            "Nothing was written. Check the disk, and the rights of the folder.",
        ) from error


@contextmanager
def told_of_room(copy: Path) -> Iterator[None]:
    """Say of a disk that is full that the copy does not fit: what is copied is only read."""
    try:
        yield
    except sqlite3.Error as error:
        if _name(error) != "SQLITE_FULL":
            raise
        raise NoRoom(
            f"A copy does not fit into {copy.parent}: the disk is full.",
            "Nothing was written. Make room and try again.",
        ) from error


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", None) or ""


def _unusable(path: Path, error: sqlite3.Error) -> LedgerUnusable:
    name = _name(error)
    primary = "_".join(name.split("_")[:2])
    if primary == "SQLITE_NOTADB" and not is_plain(path):
        name = primary = "SQLITE_CORRUPT"  # its key is known to fit
    what, hint = _FAULTS.get(name) or _FAULTS.get(primary, _OTHERWISE)
    detail = f" ({error})" if (what, hint) == _OTHERWISE else ""
    if primary == "SQLITE_CONSTRAINT":  # may be damage, and restore goes on as with any
        what = "does not take what was to be written"
        return LedgerDamaged(f"The ledger {path} {what}{detail}.", _IS_IT_WHOLE)
    if hint == _LEFT:
        return LedgerDamaged(f"The ledger {path} {what}{detail}.", f"{hint} {way_back(path)}")
    return LedgerUnusable(f"The ledger {path} {what}{detail}.", hint)
