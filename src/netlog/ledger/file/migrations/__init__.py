"""From older formats of the ledger to the newest, one explicit transaction each.

A migration is a file in this package with a function `upgrade(operations)`; `MIGRATIONS` lists
them. Version 1 is the first format.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from alembic.migration import MigrationContext
from alembic.operations import Operations

from netlog.errors import LedgerUnusable
from netlog.ledger.file.backup import back_up
from netlog.ledger.file.connect import open_writer, prepare
from netlog.ledger.file.identity import SCHEMA_VERSION
from netlog.ledger.file.migrations import v2_words
from netlog.ledger.write.orm import engine_on


class Migration(NamedTuple):
    """The step that leads to schema `version` from the one before."""

    version: int
    upgrade: Callable[[Operations], None]


MIGRATIONS: tuple[Migration, ...] = (Migration(2, v2_words.upgrade),)


def migrate(
    path: Path, migrations: Sequence[Migration] = MIGRATIONS, target: int = SCHEMA_VERSION
) -> Path | None:
    """Bring the ledger at `path` to schema version `target`, after a verified backup.

    Each step is one transaction: a ledger that is killed in between is of the version before.

    Returns:
        The path of the backup; None where another command was quicker.

    Raises:
        LedgerUnusable: there is no way from its version to the target; it stays as it was.
    """
    backup = None
    with closing(open_writer(path)) as connection:
        prepare(connection)
        connection.execute("PRAGMA foreign_keys = OFF")  # no effect inside a transaction
        while (version := _begin(connection)) < target:
            steps = [
                _leading_to(later, migrations, path) for later in range(version + 1, target + 1)
            ]
            backup = backup or back_up(path)  # the lock is held, and nothing written yet
            _step(connection, steps[0])
            connection.execute("COMMIT")
    return backup


def _begin(connection: sqlite3.Connection) -> int:
    connection.execute("BEGIN IMMEDIATE")
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _leading_to(version: int, migrations: Sequence[Migration], path: Path) -> Migration:
    for migration in migrations:
        if migration.version == version:
            return migration
    raise LedgerUnusable(
        f"There is no way from the format of {path} to version {version}. It was left as it is.",
        "Restore it from a backup.",
    )


def _step(connection: sqlite3.Connection, migration: Migration) -> None:
    before, given = _row_counts(connection), _ids_given(connection)
    with engine_on(connection).connect() as bound:
        migration.upgrade(Operations(MigrationContext.configure(bound)))
    after = _row_counts(connection)
    lost = sorted(table for table, rows in before.items() if after.get(table, 0) < rows)
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if lost or orphans:
        raise LedgerUnusable(
            f"Bringing the ledger to version {migration.version} would lose rows of"
            f" {', '.join(lost) or 'linked tables'}. It was left as it is.",
            "This is a fault of netlog; please report it.",
        )
    for table, key in given.items():  # a table that was rebuilt has forgotten them
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, key))
    connection.execute(f"PRAGMA user_version = {migration.version}")


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }


def _ids_given(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
