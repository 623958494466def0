"""Without rights or room: reading works, writing explains, and nothing is half written."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.ledgers import dump, faults, query, snapshot
from tests.support.program import Result, environment, run_process
from tests.support.somebody_else import give_away, needs_root, run_without_capabilities

# Python would leave the byte code of what it imports cut off at the limit, for everybody after it.
LIMITED = """
import resource, sys
sys.dont_write_bytecode = True
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from netlog.__main__ import main
sys.exit(main(sys.argv[2:]))
"""
FORMATS = Path(__file__).parent / "formats"
Ended = subprocess.CompletedProcess[str]


def as_anybody(ledger: Path, *argv: str) -> Ended:
    """Run a command line with no more rights than the ledger gives to everybody."""
    return run_without_capabilities(environment(ledger), *argv)


def refused(ended: Ended) -> str:
    """What a command said that could not use the ledger: a sentence and a hint."""
    assert (ended.returncode, ended.stdout) == (4, ""), ended.stderr
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.splitlines()) == 2
    return ended.stderr


@pytest.fixture
def foreign(netlog: Callable[..., Result], ledger: Path) -> Path:
    """Somebody else's ledger with something in it, in a folder that everybody may read."""
    netlog("meet", "Dana Park")
    give_away(ledger, ledger.parent)
    ledger.parent.chmod(0o755)
    return ledger


@needs_root
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o444, 0o777), (0o666, 0o755)])
def test_a_read_only_ledger_is_read_and_not_written(file: int, folder: int, foreign: Path) -> None:
    foreign.chmod(file)
    foreign.parent.chmod(folder)
    before = snapshot(foreign.parent)
    for argv in (["due"], ["report", "Dana"]):
        assert as_anybody(foreign, *argv).returncode == 0
    for argv in (["meet", "Sam"], ["undo"]):
        assert "rights" in refused(as_anybody(foreign, *argv))
    assert snapshot(foreign.parent) == before


@needs_root
def test_in_a_read_only_folder_a_ledger_is_looked_over(foreign: Path) -> None:
    foreign.chmod(0o444)
    assert "others may read" in as_anybody(foreign, "doctor").stdout
    query(foreign, "UPDATE event SET about = 'x'")
    assert "about is 'x'" in as_anybody(foreign, "doctor").stdout


@needs_root
@pytest.mark.parametrize("argv", [["restore", "--yes"], ["join"]])
def test_a_read_only_folder_is_no_fault_of_the_file_that_is_named(
    argv: list[str], foreign: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    shutil.copy(foreign, other)
    foreign.chmod(0o444)
    other.chmod(0o444)
    assert f"The ledger {foreign} cannot be used" in refused(as_anybody(foreign, *argv, str(other)))


@needs_root
def test_a_ledger_of_somebody_else_is_explained(foreign: Path) -> None:
    foreign.chmod(0o600)
    for argv in (["due"], ["meet", "Sam"]):
        assert "Permission denied" in refused(as_anybody(foreign, *argv))


@needs_root
def test_a_folder_of_somebody_else_is_explained(foreign: Path) -> None:
    foreign.parent.chmod(0o700)
    for argv in (["due"], ["meet", "Sam"]):
        assert "Permission denied" in refused(as_anybody(foreign, *argv))


@needs_root
def test_a_ledger_cannot_be_begun_in_a_read_only_folder(foreign: Path) -> None:
    beside = foreign.with_name("new.db")
    assert "Permission denied" in refused(as_anybody(beside, "meet", "Sam"))
    assert not beside.exists()


@pytest.mark.parametrize("limit", [0, 20_000, 100_000])
@pytest.mark.parametrize("exists", [False, True])
def test_a_file_size_limit_leaves_nothing_half_written(
    limit: int, exists: bool, ledger: Path, netlog: Callable[..., Result]
) -> None:
    if exists:
        netlog("meet", "Dana Park", "--note", "x" * 2000)
    before = dump(ledger)
    ended = subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit), "meet", *(f"Guest {n}" for n in range(500))],
        env=environment(ledger),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Nothing was written" in refused(ended)
    assert dump(ledger) == before
    if ledger.parent.exists():
        assert [one.name for one in ledger.parent.iterdir()] == [ledger.name] * exists
    netlog("due")
    netlog("meet", "Sam")
    assert faults(ledger) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_nothing_half_written(small_disk: Path) -> None:
    ledger = small_disk / "ledger.db"
    assert run_process(ledger, "meet", "Dana Park").returncode == 0
    filler = small_disk / "filler"
    room = os.statvfs(small_disk)
    filler.write_bytes(b"x" * (room.f_bavail * room.f_frsize))
    before = dump(ledger)
    for argv in (["meet", "Sam"], ["undo"]):
        said = refused(run_process(ledger, *argv))
        assert "disk is full" in said
        assert "Nothing was written" in said
    assert run_process(ledger, "due").returncode == 0
    assert dump(ledger) == before
    beside = run_process(small_disk / "new.db", "meet", "Sam")
    assert "Nothing was written" in refused(beside)
    assert {one.name for one in small_disk.iterdir()} == {"ledger.db", "filler"}
    filler.unlink()
    assert run_process(ledger, "meet", "Sam").returncode == 0
    assert faults(ledger) == []


def test_on_a_full_disk_a_ledger_is_looked_over_and_what_is_full_is_told(
    small_disk: Path, tmp_path: Path
) -> None:
    ledger, elsewhere = small_disk / "ledger.db", tmp_path / "elsewhere.db"
    assert run_process(ledger, "meet", "Dana Park").returncode == 0
    assert run_process(ledger, "backup", str(elsewhere)).returncode == 0
    assert run_process(ledger, "meet", "Sam").returncode == 0
    room = os.statvfs(small_disk)
    filler = b"x" * (room.f_bavail * room.f_frsize)
    (small_disk / "filler").write_bytes(filler)
    small_disk.chmod(0o700)
    assert "The ledger is sound." in run_process(ledger, "doctor").stdout
    for said in (
        refused(run_process(ledger, "restore", str(elsewhere), "--yes")),
        refused(run_process(elsewhere, "backup", str(small_disk / "backup.db"))),
    ):
        assert f"A copy does not fit into {small_disk}: the disk is full" in said
        assert "Make room" in said


@needs_root
@pytest.mark.parametrize(("name", "file", "folder"), [("v1", 0o444, 0o777), ("v3", 0o666, 0o555)])
def test_a_ledger_of_an_older_format_is_read_where_it_cannot_be_written(
    name: str, file: int, folder: int, ledger: Path
) -> None:
    ledger.parent.mkdir()
    with closing(sqlite3.connect(ledger)) as connection:
        connection.executescript((FORMATS / f"{name}.sql").read_text(encoding="utf-8"))
    give_away(ledger, ledger.parent)
    ledger.chmod(file)
    ledger.parent.chmod(folder)
    before = snapshot(ledger.parent)
    for argv in (["due"], ["report", "me"]):
        ended = as_anybody(ledger, *argv)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout
    looked_over = json.loads(as_anybody(ledger, "doctor", "--json").stdout)
    assert {damage["part"] for damage in looked_over["damages"]} <= {"rights"}
    assert "of an older format" in refused(as_anybody(ledger, "meet", "Sam"))
    assert snapshot(ledger.parent) == before
