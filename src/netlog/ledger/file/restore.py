"""A backup, to be gone back to: checked and compared, and its rows copied, never its file.

What a backup is can be anybody's file: it is looked at in a private copy, refused where it has
anything but the tables of a ledger, and judged as `audit` judges the ledger itself.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from netlog.domain.health import Damage
from netlog.domain.restoring import MOST_NAMED, Comparison, Contents
from netlog.errors import LedgerUnusable, Refused
from netlog.folders import make_private
from netlog.ledger.file.access import make_ready
from netlog.ledger.file.audit import damages
from netlog.ledger.file.backup import copy
from netlog.ledger.file.backups import DAMAGED, folder_of, names_at
from netlog.ledger.file.connect import open_writer
from netlog.ledger.file.draft import drafting
from netlog.ledger.file.faults import NoRoom, damaged, told_of
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.file.key import (
    NAME_ANOTHER,
    KeyFileUnusable,
    KeyUnknown,
    know_key_of,
    may_be_encrypted,
)
from netlog.ledger.file.rebuilding import copy_table
from netlog.ledger.write.journal import last_in_common, latest
from netlog.ledger.write.schema import SQLModel

_STRANGE = (
    "SELECT count(*) FROM sqlite_schema"
    " WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
)
_CONTENTS = (
    "SELECT (SELECT count(*) FROM contact WHERE NOT is_me AND key >= '!'),"
    " (SELECT count(*) FROM event),"
    " (SELECT count(*) FROM obligation WHERE closed_on ISNULL), (SELECT max(made_at) FROM change)"
)


@contextmanager
def opened(
    backup: Path, ledger: Path, hint: str = "Nothing was changed. Name another backup."
) -> Iterator[sqlite3.Connection]:
    """A private copy of a backup, of the newest format and sound, for as long as the block.

    Args:
        backup: the file that was named.
        ledger: the ledger, beside which the copy is made.
        hint: what to do where the file is of no use.

    Raises:
        Refused: there is no such file.
        KeyUnknown: it is encrypted, and not with a key that is known.
        NoRoom: the private copy does not fit beside the ledger.
        LedgerUnusable: it is no sound ledger, or of a newer format; it was not touched.
    """
    with told_of(ledger):
        make_private(ledger.parent)
    with told_of(ledger), drafting(ledger) as draft:
        if may_be_encrypted(backup):
            know_key_of(ledger)  # which may be gone itself
        _take_in(backup, draft, hint)
        with told_of(backup), closing(open_writer(draft)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            yield connection


def _take_in(backup: Path, draft: Path, hint: str) -> None:
    """Copy a file that may be anybody's, and refuse it where it is no sound ledger."""
    try:
        copy(backup, draft)
        _refuse_damage(backup, draft, _beyond_tables)
        make_ready(draft, backs_up=False)
        _refuse_damage(backup, draft, damages)
    except NoLedgerYet:
        raise Refused(f"There is no file {backup}.", "netlog backup makes one.") from None
    except KeyUnknown as unknown:
        if unknown.wrong:
            unknown.hint = f"{NAME_ANOTHER} {hint}"
        raise
    except (KeyFileUnusable, NoRoom):  # which no other file mends
        raise
    except LedgerUnusable as error:
        raise LedgerUnusable(error.message, hint) from error


def _refuse_damage(
    backup: Path, draft: Path, search: Callable[[sqlite3.Connection], Iterator[Damage]]
) -> None:
    with closing(open_writer(draft)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        if (damage := next(search(connection), None)) is not None:
            raise damaged(backup, damage.sentence.rstrip("."))


def _beyond_tables(connection: sqlite3.Connection) -> Iterator[Damage]:
    """What could run when rows are read or written, looked for before a migration does."""
    if connection.execute(_STRANGE).fetchone()[0]:
        yield Damage("file", "it has more than the tables of a ledger.")


def compare(now: sqlite3.Connection | None, then: sqlite3.Connection) -> Comparison:
    """What going back from one ledger to another would change."""
    if now is None:
        return Comparison(None, contents(then))
    common = last_in_common(now, then)
    gone = now.execute(
        "SELECT kind, summary FROM change WHERE id > ? ORDER BY id DESC", (common,)
    ).fetchall()
    come = then.execute("SELECT count(*) FROM change WHERE id > ?", (common,)).fetchone()[0]
    return Comparison(contents(now), contents(then), len(gone), come, gone[:MOST_NAMED])


def contents(connection: sqlite3.Connection) -> Contents:
    """How much a ledger holds."""
    contacts, events, open_items, last_told = connection.execute(_CONTENTS).fetchone()
    last = None if last_told is None else datetime.fromtimestamp(last_told // 1_000_000, UTC)
    return Contents(contacts, events, open_items, last)


def replace_rows(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Let a ledger hold exactly the rows of another one of the same format.

    The target's own tables stay, with their rules; its transaction is the caller's.
    """
    target.execute("PRAGMA defer_foreign_keys = ON")  # a change refers to changes, and so on
    tables = [table.name for table in SQLModel.metadata.sorted_tables]
    for table in reversed(tables):
        target.execute(f"DELETE FROM {table}")
    for table in (*tables, "sqlite_sequence"):
        copy_table(source, target, table)


def put_aside(ledger: Path) -> Path:
    """Give a file that cannot be used a name among the backups, where it is out of the way."""
    make_private(folder_of(ledger))
    names = names_at(datetime.now().astimezone(), ledger, DAMAGED)
    aside = next(name for name in names if not name.exists())
    ledger.resolve().rename(aside)
    return aside


def last_change(connection: sqlite3.Connection) -> tuple[int, bytes] | None:
    """The id and the hash of the last change."""
    change = latest(connection)
    return None if change is None else (change.id, change.hash)
