"""What stands beside the ledger and is not of it is set aside before SQLite takes it in."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file.backups import folder_of
from tests.support.killing import Killing, strace_works
from tests.support.ledgers import dump, faults, snapshot
from tests.support.program import Result, environment, run_process

FORMATS = Path(__file__).parent / "formats"
traced = pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")


def journal_of(ledger: Path) -> Path:
    return ledger.with_name(ledger.name + "-journal")


def leave_a_hot_journal(ledger: Path, *argv: str) -> None:
    """Kill a command at the end of its commit, before it takes its journal away."""
    killing = Killing(["-m", "netlog", *argv], environment(ledger), ledger.parent)
    killing.at(("unlink", 1))
    assert journal_of(ledger).stat().st_size > 0


def assert_set_aside(ledger: Path, copy: bytes, netlog: Callable[..., Result]) -> None:
    """The ledger is as it was put there; the journal is kept, and told of once."""
    kept = ledger.with_name(f"{ledger.name}-journal-of-another-1")
    assert f"kept as {kept}" in netlog("due").err
    assert snapshot(ledger.parent).keys() == {ledger.name, kept.name}
    assert ledger.read_bytes() == copy
    assert netlog("due").err == ""
    netlog("meet", "Somebody Else")
    assert faults(ledger) == []


@traced
@pytest.mark.parametrize("older", [2, pytest.param(1, marks=pytest.mark.sweep)])
def test_a_journal_is_not_rolled_into_an_older_copy(
    older: int, ledger: Path, netlog: Callable[..., Result]
) -> None:
    netlog("meet", "Dana Park")
    copies = [ledger.read_bytes()]
    for name in ("Sam", "Jo", "Lee"):
        netlog("meet", name)
        copies.append(ledger.read_bytes())
    leave_a_hot_journal(ledger, "meet", "Kim")
    ledger.write_bytes(copies[-1 - older])
    assert_set_aside(ledger, copies[-1 - older], netlog)


@traced
@pytest.mark.parametrize("before", [0, pytest.param(1, marks=pytest.mark.sweep)])
def test_a_journal_is_not_rolled_into_a_copy_that_went_another_way(
    before: int, ledger: Path, netlog: Callable[..., Result]
) -> None:
    netlog("meet", "Dana Park")
    other = ledger.with_name("other.db")
    shutil.copy(ledger, other)
    for name in ("Sam", "Jo")[:before]:
        netlog("meet", name)
    assert run_process(other, "meet", "Lee").returncode == 0
    theirs = other.read_bytes()
    other.unlink()
    leave_a_hot_journal(ledger, "meet", "Kim")
    ledger.write_bytes(theirs)
    an_hour_later = time.time() + 3600
    os.utime(journal_of(ledger), (an_hour_later, an_hour_later))
    assert_set_aside(ledger, theirs, netlog)


@traced
def test_a_journal_of_the_ledger_itself_is_rolled_back(
    ledger: Path, netlog: Callable[..., Result]
) -> None:
    netlog("meet", "Dana Park")
    before = dump(ledger)
    leave_a_hot_journal(ledger, "meet", "Kim")
    assert netlog("due").err == ""
    assert dump(ledger) == before
    assert snapshot(ledger.parent).keys() == {ledger.name}


@traced
def test_a_journal_is_rolled_back_where_nothing_else_can_be_read_any_more(
    ledger: Path, netlog: Callable[..., Result]
) -> None:
    ledger.parent.mkdir(mode=0o700)
    with closing(sqlite3.connect(ledger)) as connection:
        connection.executescript((FORMATS / "v2.sql").read_text(encoding="utf-8"))
    ledger.chmod(0o600)
    before = ledger.read_bytes()
    killing = Killing(["-m", "netlog", "due"], environment(ledger), ledger.parent)
    *_, end_of_migration = killing.points(journal_of(ledger).name, "unlink")
    ledger.write_bytes(before)
    shutil.rmtree(folder_of(ledger))  # of the same as a backup that is there none is made
    killing.at(end_of_migration)
    assert journal_of(ledger).stat().st_size > 0
    torn = ledger.read_bytes().replace(b"tableeventevent", b"table\x81ventevent", 1)
    ledger.write_bytes(torn.replace(b"CREATE TABLE event", b"\x81REATE TABLE event", 1))
    assert "damaged" not in netlog("due").err
    assert faults(ledger) == []


def test_a_log_of_another_program_is_not_taken_in(
    ledger: Path, netlog: Callable[..., Result], tmp_path: Path
) -> None:
    netlog("meet", "Dana Park")
    other = tmp_path / "other.db"
    shutil.copy(ledger, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE contact SET name = 'Nobody' WHERE id > 1")
        shutil.copy(f"{other}-wal", f"{ledger}-wal")
    copy = ledger.read_bytes()
    due = netlog("due")
    assert "Dana Park" in due.out
    assert f"kept as {ledger}-wal-of-another-1" in due.err
    assert ledger.read_bytes() == copy


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda file: file.symlink_to("/dev/zero")])
def test_what_is_no_file_at_the_name_of_one_is_refused(
    suffix: str, make: Callable[[Path], None], ledger: Path, netlog: Callable[..., Result]
) -> None:
    netlog("meet", "Dana Park")
    before = snapshot(ledger.parent)
    make(Path(f"{ledger}{suffix}"))
    for argv in (["due"], ["meet", "Sam"], ["undo"]):
        said = netlog(*argv, code=4).err
        assert f"{ledger}{suffix} is a " in said
        assert "Move it away" in said
    assert snapshot(ledger.parent) == before
