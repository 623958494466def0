"""A ledger of an older format: brought up whole after a verified backup, or left as it was."""

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.errors import LedgerUnusable
from netlog.ledger.file import access, identity, migrations
from netlog.ledger.file.backups import backups_of
from netlog.ledger.file.migrations import migrate
from tests.support.killing import Killing, strace_works
from tests.support.ledgers import clear, dump, query, snapshot
from tests.support.migrating import BOTH, LAST, NEWEST, NEXT, STEPS
from tests.support.program import Result, environment

HERE = Path(__file__).parents[2]


@pytest.fixture
def old(netlog: Callable[..., Result], ledger: Path) -> Path:
    """A ledger of the newest version, which is old for the steps of these tests."""
    netlog("meet", "Dana Park", "Sam")
    netlog("intro", "Dana", "Acme HR")
    netlog("person", "Dana", "--skill", "law")
    netlog("meet", "Jo Young")
    return ledger


def schema(ledger: Path) -> list[tuple[object, ...]]:
    """The columns of every table; the order of its CHECKs is no matter."""
    return query(
        ledger,
        "SELECT t.name, c.* FROM sqlite_schema t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table' ORDER BY t.name, c.cid",
    )


def version(ledger: Path) -> object:
    return query(ledger, "PRAGMA user_version")[0][0]


def assert_sound(ledger: Path) -> None:
    assert query(ledger, "PRAGMA integrity_check") == [("ok",)]
    assert query(ledger, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("name", ["add_a_column", "rebuild_a_table"])
def test_every_row_is_kept_and_a_private_backup_made(
    name: str, old: Path, netlog: Callable[..., Result]
) -> None:
    netlog("undo")
    before, contacts = dump(old), query(old, "SELECT id, key, kind FROM contact")
    given = query(old, "SELECT * FROM sqlite_sequence ORDER BY name")
    migrated = migrate(old, [STEPS[name]], NEXT)
    assert migrated is not None
    backup = Path(migrated.backup)
    assert backups_of(old)[0].path == backup
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert (dump(backup), version(backup), version(old)) == (before, NEWEST, NEXT)
    assert query(old, "SELECT id, key, kind FROM contact") == contacts
    assert query(old, "SELECT * FROM sqlite_sequence ORDER BY name") == given
    assert {**dump(old), "contact": []} == {**before, "contact": []}
    assert_sound(old)
    assert set(snapshot(old.parent)) == {old.name}


def test_several_steps_make_one_backup(old: Path) -> None:
    migrate(old, BOTH, LAST)
    assert version(old) == LAST
    assert set(snapshot(old.parent)) == {old.name}
    assert len(backups_of(old)) == 1
    assert query(old, "SELECT DISTINCT birthday FROM contact") == [("2000-01-01",)]


def test_a_ledger_that_is_up_to_date_is_left_alone(old: Path) -> None:
    before = snapshot(old.parent)
    assert migrate(old, (), NEWEST) is None
    assert snapshot(old.parent) == before


@pytest.mark.parametrize("name", ["lose_rows", "lose_a_table", "orphan_rows", "add_an_orphan"])
def test_a_step_that_loses_rows_leaves_the_ledger_as_it_was(name: str, old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(LedgerUnusable, match="would lose rows"):
        migrate(old, [STEPS[name]], NEXT)
    assert old.read_bytes() == before


def test_a_step_that_raises_leaves_the_ledger_as_it_was(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(sqlite3.OperationalError):
        migrate(old, [STEPS["fail"]], NEXT)
    assert old.read_bytes() == before


def test_without_a_way_nothing_is_written_at_all(old: Path) -> None:
    before = snapshot(old.parent)
    with pytest.raises(LedgerUnusable, match="no way"):
        migrate(old, [BOTH[0]], LAST)
    assert snapshot(old.parent) == before


def test_a_damaged_ledger_is_neither_migrated_nor_backed_up(old: Path) -> None:
    page = int(str(query(old, "SELECT rootpage FROM sqlite_schema WHERE name = 'change'")[0][0]))
    damaged = bytearray(old.read_bytes())
    damaged[(page - 1) * 4096 : page * 4096] = bytes(4096)
    old.write_bytes(damaged)
    before = snapshot(old.parent)
    with pytest.raises((LedgerUnusable, sqlite3.DatabaseError)):
        migrate(old, BOTH, LAST)
    assert snapshot(old.parent) == before


def test_a_ledger_that_breaks_its_own_rules_is_not_backed_up(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as careless:
        careless.execute("PRAGMA ignore_check_constraints = ON")
        careless.execute("UPDATE event SET happened_on = 'once'")
    before = snapshot(old.parent)
    with pytest.raises(LedgerUnusable, match="damaged"):
        migrate(old, BOTH, LAST)
    assert snapshot(old.parent) == before


def test_two_at_once_migrate_once(old: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.migrating", str(old), "both"], cwd=HERE
        )
        for _ in range(2)
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert version(old) == LAST
    assert set(snapshot(old.parent)) == {old.name}
    assert len(backups_of(old)) == 1
    assert_sound(old)


@pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")
def test_a_torn_migration_is_rolled_back_before_the_version_is_believed(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE)
    program = ["-m", "tests.support.migrating", str(old), "add_a_column"]
    killing = Killing(program, environment(old), old.parent)
    before = old.read_bytes()
    journals = f"{old.name}-journal"
    last = [point for point in killing.points(journals) if point[0] == "unlink"][-1]
    clear(old.parent)
    old.write_bytes(before)
    killing.at(last)
    monkeypatch.setattr(identity, "SCHEMA_VERSION", NEXT)
    assert identity.identify(old).schema_version == NEXT  # which is not so: the journal is hot
    monkeypatch.setattr(
        migrations, "migrate", lambda path, **how: migrate(path, [BOTH[0]], NEXT, **how)
    )
    with access.reading(old) as connection:
        assert connection.execute("SELECT DISTINCT birthday FROM contact").fetchall() == [
            ("2000-01-01",)
        ]


def test_what_fails_again_and_again_leaves_one_backup(
    old: Path, netlog: Callable[..., Result]
) -> None:
    def fail(_operations: object) -> None:
        message = "a fault of netlog"
        raise AssertionError(message)

    for _ in range(5):
        with pytest.raises(AssertionError, match="a fault of netlog"):
            migrate(old, [migrations.Migration(NEXT, fail)], NEXT)
    assert len(backups_of(old)) == 1
    netlog("meet", "Somebody Else")
    with pytest.raises(AssertionError, match="a fault of netlog"):
        migrate(old, [migrations.Migration(NEXT, fail)], NEXT)
    assert len(backups_of(old)) == 2
