"""All that lies about of a ledger beside itself: backups of whatever age, and conflicted copies."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from netlog.domain.people.forgetting import Traces
from netlog.errors import NetlogError
from netlog.ledger.file.backups import folder_of
from netlog.ledger.file.beside import ORIGIN, named_alike
from netlog.ledger.file.connect import open_as_it_stands
from netlog.ledger.file.identity import identify
from netlog.ledger.file.key import KeyUnknown, may_be_encrypted

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


def copies_of(ledger: Path) -> list[Path]:
    """The files that netlog, or a synced folder, made of a ledger, by name."""
    file = ledger.resolve()
    made: list[Path] = []
    with suppress(OSError):
        made += (path for path in folder_of(file).iterdir() if path.is_file())
    made += (path for path in file.parent.glob(f"{_literal(file.name)}.backup-*") if path.is_file())
    return sorted(made) + [path for path in sorted(named_alike(file)) if is_taken_for_ledger(path)]


def plain_beside(ledger: Path) -> list[Path]:
    """The files in the folder of a ledger, of whatever name, that are it in plain, by name.

    `netlog backup FILE` makes such, and whoever copies the file.
    """
    file = ledger.resolve()
    known = {file, *copies_of(ledger)}
    with suppress(OSError, sqlite3.Error), closing(open_as_it_stands(file)) as ours:
        began = ours.execute(ORIGIN).fetchone()
        others = (path for path in sorted(file.parent.iterdir()) if path not in known)
        return [path for path in others if path.is_file() and _began_so(path, began)]
    return []


def _began_so(path: Path, began: object) -> bool:
    """Whether a file is a ledger in plain that began as another one did."""
    try:
        if may_be_encrypted(path):
            return False
        identify(path)
        with closing(open_as_it_stands(path)) as theirs:
            return bool(theirs.execute(ORIGIN).fetchone() == began)
    except (NetlogError, OSError, sqlite3.Error):
        return False


def is_made_by_netlog(copy: Path, ledger: Path) -> bool:
    """Whether a copy is a backup, which nobody but netlog has to do with."""
    file = ledger.resolve()
    return copy.parent == folder_of(file) or copy.name.startswith(f"{file.name}.backup-")


def names(copy: Path, traces: Traces) -> bool:
    """Whether somebody is named in a copy, wherever in it, and whatever state it is in.

    Raises:
        KeyUnknown: nobody knows its key, so that it may name anybody.
    """
    try:
        with closing(open_as_it_stands(copy)) as connection:
            return any(map(traces.is_in, _texts(connection)))
    except sqlite3.Error:
        return traces.is_in(_unescaped(copy.read_bytes().decode("utf-8", errors="replace")))


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    for (table,) in connection.execute(_TABLES).fetchall():
        quoted = table.replace('"', '""')
        for row in connection.execute(f'SELECT * FROM "{quoted}"'):
            for value in row:
                if isinstance(value, str):
                    yield _unescaped(value)


def _unescaped(text: str) -> str:
    """A text with the letters in it that JSON has escaped, some of them as two halves."""
    halves = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_taken_for_ledger(path: Path) -> bool:
    """Whether a file says that it is a ledger, of a version that is known, or nobody can tell."""
    try:
        identify(path)
    except KeyUnknown:
        return True
    except (NetlogError, OSError):
        return False
    return True


def _literal(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)
