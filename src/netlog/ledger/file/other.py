"""Another ledger than the one in use: looked at in a private copy, and never touched itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from netlog.errors import LedgerUnusable, Refused
from netlog.ledger.file.audit import damages
from netlog.ledger.file.connect import WriterConnection, open_reader
from netlog.ledger.file.create import create_tables
from netlog.ledger.file.faults import damaged, told_of
from netlog.ledger.file.identity import identify

_COLUMNS = (
    "SELECT t.name, c.name, c.type, c.'notnull', c.pk FROM sqlite_schema t,"
    " pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
)
_MORE = "SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')"


@contextmanager
def copied(path: Path, ours: Path) -> Iterator[sqlite3.Connection]:
    """A copy, in memory and of this format, of a ledger that holds what its commands wrote.

    Args:
        path: the ledger.
        ours: the one in use.

    Raises:
        Refused: it is the one in use, or there is none.
        LedgerUnusable: it is no whole ledger, or a newer netlog wrote it.
    """
    _refuse(path, ours)
    with told_of(path), closing(_in_memory(path)) as copy:
        if not _is_laid_out(copy):
            raise damaged(path, "its tables are not those of a ledger")
        for damage in damages(copy):
            raise damaged(path, damage.rstrip("."))
        yield copy


def _refuse(path: Path, ours: Path) -> None:
    if not path.exists():
        raise Refused(f"There is no file {path}.", "netlog join FILE names another copy.")
    if ours.exists() and path.samefile(ours):
        raise Refused(f"{path} is this ledger itself.", "netlog join FILE names another copy.")
    journal = path.resolve().with_name(path.resolve().name + "-journal")
    if journal.exists():
        raise LedgerUnusable(
            f"A command was stopped while it wrote to {path}. It was left as it is.",
            f"Let it be mended first: netlog --ledger {path} due",
        )


def _in_memory(path: Path) -> sqlite3.Connection:
    """A copy of a ledger, brought up to date where that is of an older format."""
    if not identify(path).is_behind:
        return _copy(path)
    from netlog.ledger.file.migrations import migrate  # noqa: PLC0415 - hardly ever

    with TemporaryDirectory(prefix="netlog-") as folder:
        draft = Path(folder) / "ledger.db"
        draft.touch(mode=0o600)
        with closing(_copy(path)) as older, closing(sqlite3.connect(draft)) as target:
            older.backup(target)
        migrate(draft)
        return _copy(draft)


def _copy(path: Path) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None, factory=WriterConnection)
    with closing(open_reader(path)) as source:
        source.backup(copy)
    return copy


def _is_laid_out(copy: sqlite3.Connection) -> bool:
    """Whether it has the tables of a ledger, column by column, and nothing that acts by itself."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        create_tables(new)
        wanted = set(new.execute(_COLUMNS))
    return set(copy.execute(_COLUMNS)) == wanted and copy.execute(_MORE).fetchone() is None
