"""From older formats of the ledger to the newest, in one explicit transaction.

A migration is a file or a package beside this one with a function `upgrade(operations)`;
`MIGRATIONS` lists them. Version 1 is the first format.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from alembic.migration import MigrationContext
from alembic.operations import Operations

from netlog.domain.migrated import Changed, Migrated, Progress, unheard
from netlog.errors import LedgerUnusable, NoLedger
from netlog.ledger.file.backup import back_up_once
from netlog.ledger.file.backups import way_back
from netlog.ledger.file.connect import commit, open_writer, prepare, take_write_lock
from netlog.ledger.file.identity import SCHEMA_VERSION
from netlog.ledger.file.migrations import v3, v4, v5
from netlog.ledger.file.migrations.comparing import compare, remember
from netlog.ledger.file.migrations.fingerprints import columns_of_all, count_rows, fingerprints
from netlog.ledger.write.anew import begin_journal, project_anew
from netlog.ledger.write.orm import engine_on

# Where all else is made anew, what every format so far has.
_KEPT: Mapping[str, Sequence[str]] = {
    "contact": ("id", "name", "key", "is_me"),
    "detail": ("id", "contact_id", "kind", "value", "key"),
    "event": ("id", "kind", "happened_on", "about", "via", "note"),
    "party": ("id", "event_id", "contact_id", "role"),
}
_COUNTED = ("contact", "event", "acknowledgement", "statement", "interval")
_JOURNALLED_AS = "netlog"  # no command: any of them may be the first that finds the file behind


class Migration(NamedTuple):
    """The step that leads to schema `version`, from `since` or, if that is None, the one before.

    Where it leaves only facts, `begins_anew`, the postings are projected and the journal begins
    anew once all steps are done.
    """

    version: int
    upgrade: Callable[[Operations], None]
    since: int | None = None
    begins_anew: bool = False


MIGRATIONS: tuple[Migration, ...] = (
    Migration(3, v3.upgrade, since=1, begins_anew=True),
    Migration(4, v4.upgrade, begins_anew=True),
    Migration(5, v5.upgrade),
)


def migrate(
    path: Path,
    migrations: Sequence[Migration] = MIGRATIONS,
    target: int = SCHEMA_VERSION,
    progress: Progress = unheard,
    *,
    backs_up: bool = True,
) -> Migrated | None:
    """Bring the ledger at `path` to schema version `target`, after a verified backup.

    All steps are one transaction: a ledger that is killed in between is as it was.

    Returns:
        What was done; None where another command was quicker.

    Raises:
        LedgerUnusable: there is no way from its version to the target; it stays as it was.
    """
    with closing(open_writer(path)) as connection:
        prepare(connection)
        connection.execute("PRAGMA foreign_keys = OFF")  # no effect inside a transaction
        take_write_lock(connection, path)
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version >= target:
            return None
        steps = _way(version, target, migrations, path)
        progress("backup")
        backup = back_up_once(path) if backs_up else ""  # the lock is held, and nothing written yet
        changed = _take(connection, steps, progress)
        connection.execute(f"PRAGMA user_version = {target}")
        facts = {table: count_rows(connection, table) for table in _COUNTED}
        commit(connection)
    return Migrated(target, str(backup), facts, changed)


def migrate_in_memory(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a copy in memory of the ledger at `path` to the newest version, for who only reads.

    Raises:
        LedgerUnusable: there is no way from its version to the newest.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    _take(connection, _way(version, SCHEMA_VERSION, MIGRATIONS, path), unheard)
    connection.execute("COMMIT")


def _way(version: int, target: int, migrations: Sequence[Migration], path: Path) -> list[Migration]:
    steps = []
    while version < target:
        step = next((each for each in migrations if _leads_on(each, version)), None)
        if step is None:
            raise NoLedger(
                f"There is no way from the format of {path} to version {target}."
                " It was left as it is.",
                way_back(path),
            )
        steps.append(step)
        version = step.version
    return steps


def _leads_on(migration: Migration, version: int) -> bool:
    first = migration.version - 1 if migration.since is None else migration.since
    return first <= version < migration.version


def _take(
    connection: sqlite3.Connection, steps: Sequence[Migration], progress: Progress
) -> Changed | None:
    begins_anew = any(step.begins_anew for step in steps)
    if begins_anew:
        remember(connection)
    progress("facts")
    for step in steps:
        _step(connection, step)
    if not begins_anew:
        return None
    progress("postings")
    project_anew(connection)
    progress("journal")
    begin_journal(connection, _JOURNALLED_AS, f"Moved to format {steps[-1].version}")
    _refuse_orphans(connection, steps[-1].version)
    return compare(connection)


def _step(connection: sqlite3.Connection, migration: Migration) -> None:
    kept = _KEPT if migration.begins_anew else columns_of_all(connection)
    before, given = fingerprints(connection, kept), _ids_given(connection)
    with engine_on(connection).connect() as bound:
        migration.upgrade(Operations(MigrationContext.configure(bound)))
    if lost := [each.table for each in before if not each.is_kept_in(connection)]:
        raise _would_lose(migration.version, ", ".join(sorted(lost)))
    _refuse_orphans(connection, migration.version)
    for table in given.keys() & kept.keys():  # one that was rebuilt has forgotten them
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, given[table]))


def _refuse_orphans(connection: sqlite3.Connection, version: int) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise _would_lose(version, "linked tables")


def _would_lose(version: int, tables: str) -> LedgerUnusable:
    return LedgerUnusable(
        f"Bringing the ledger to version {version} would lose rows of {tables}."
        " It was left as it is.",
        "This is a fault of netlog; please report it.",
    )


def _ids_given(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
