"""Whether a file is a ledger that this version understands, told without touching it.

The first 100 bytes of an SQLite file say what it is (sqlite.org/fileformat2, section 1.3). They
are read as plain bytes, because opening a file with SQLite can already change it. Those of an
encrypted ledger are read by who has its key, in a way that changes nothing either.
"""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from netlog.errors import LedgerDamaged, LedgerUnusable, NetlogError, NoLedger
from netlog.ledger.file.backups import way_back
from netlog.ledger.file.connect import open_as_it_stands
from netlog.ledger.file.faults import damaged
from netlog.ledger.file.handles import opened
from netlog.ledger.file.key import MAGIC, cipher_of, may_be_encrypted

SCHEMA_VERSION = 5
APPLICATION_ID = 0x6E65746C  # "netl"

_HEADER = 100
_ANOTHER = "Name another file with --ledger or NETLOG_LEDGER."
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISLNK, "a link"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class NoLedgerYet(NetlogError):
    """There is no file at the ledger's path: no fault, nothing has been recorded yet."""

    exit_code = 0

    def __init__(self, path: Path) -> None:
        """Take the path where no ledger is, and say how to begin."""
        super().__init__(
            f"nothing is recorded yet: there is no ledger at {path}.",
            'Begin with what happened last, such as: netlog meet "Dana Park" --on yesterday',
        )


class Identity(NamedTuple):
    """What the header of a ledger says."""

    schema_version: int

    @property
    def is_behind(self) -> bool:
        """Whether the file must be migrated before this version can use it."""
        return self.schema_version < SCHEMA_VERSION


def identify(path: Path) -> Identity:
    """Read the header of the ledger at `path`.

    Raises:
        NoLedgerYet: nothing is there.
        LedgerUnusable: it is empty, not a ledger, or from a newer netlog, or nobody knows its key;
            it stays as it was.
    """
    header = _header(path)
    if not header:
        raise LedgerDamaged(
            f"The ledger {path} is empty: 0 bytes. It was left as it is.", _ways_out(path)
        )
    numbers = _numbers(path, header)
    if numbers is None:
        raise NoLedger(f"{path} is not a netlog ledger. It was left as it is.", _ways_out(path))
    application, version = numbers
    if application != APPLICATION_ID:
        raise NoLedger(
            f"{path} is a database of another program. It was left as it is.", _ways_out(path)
        )
    if version > SCHEMA_VERSION:
        raise LedgerUnusable(
            f"{path} was written by a newer netlog: its format is version {version},"
            f" and this one knows up to {SCHEMA_VERSION}. It was left as it is.",
            "Update netlog: pip install --upgrade netlog-ledger.",
        )
    return Identity(version)


def is_ledger(path: Path) -> bool:
    """Whether there is a file that says it is a ledger, of whatever version and however damaged.

    One that may be encrypted says nothing, and is taken for one.
    """
    if not path.is_file():
        return False
    header = _header(path)
    says_so = header.startswith(MAGIC) and int.from_bytes(header[68:72]) == APPLICATION_ID
    return says_so or may_be_encrypted(path)


def _numbers(path: Path, header: bytes) -> tuple[int, int] | None:
    """The numbers of the program and of the format, where it is a database that can be opened."""
    if header.startswith(MAGIC) and len(header) == _HEADER:
        return int.from_bytes(header[68:72]), int.from_bytes(header[60:64])
    return None if cipher_of(path) is None else _encrypted_numbers(path)


def _encrypted_numbers(path: Path) -> tuple[int, int]:
    file = path.resolve()
    for _ in range(2):  # somebody may just be writing the first page
        try:
            with closing(open_as_it_stands(path)) as connection:
                application, version = (
                    connection.execute(f"PRAGMA {name}").fetchone()[0]
                    for name in ("application_id", "user_version")
                )
                return int(application), int(version)
        except sqlite3.Error:
            if file.with_name(file.name + "-journal").exists():
                return APPLICATION_ID, SCHEMA_VERSION  # what it is, is told once it is rolled back
    raise damaged(path, "its first page is not as it was written")


def kind_of(mode: int) -> str:
    """What it is that has this mode, where it is no regular file."""
    return next((what for is_one, what in _KINDS if is_one(mode)), "no file")


def _refuse_what_is_no_file(path: Path) -> None:
    """Refuse what cannot be a file of SQLite, before reading it waits for ever."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise LedgerUnusable(f"{path} is {kind_of(mode)}, not a ledger file.", _ANOTHER)


def _ways_out(path: Path) -> str:
    return f"{way_back(path)}, or n{_ANOTHER[1:]}"


def _header(path: Path) -> bytes:
    try:
        _refuse_what_is_no_file(path)
        with opened(path) as file:
            return file.read(_HEADER)
    except FileNotFoundError as error:
        if path.is_symlink():
            raise LedgerUnusable(
                f"{path} is a link to {path.readlink()}, where no file is.",
                f"Is the drive connected? {_ANOTHER}",
            ) from error
        raise NoLedgerYet(path) from error
    except OSError as error:
        raise LedgerUnusable(
            f"The ledger {path} cannot be read: {error.strerror}.",
            "Check the rights of the file and of its folder.",
        ) from error
