"""kill -9 at any moment: the ledger is as before or as after, and works at once."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.killing import Killing, spread, strace_works
from tests.support.ledgers import Dump, dump, faults
from tests.support.program import Result, environment

traced = pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")

A_MOMENT = 10**15  # microseconds; nothing else in a ledger is as large

# Writes many rows in an open transaction with next to no cache, so that changed pages reach the
# file before the end, and is killed: what is left is a torn ledger with a hot journal.
SPILLING = """
import os, signal, sys
from pathlib import Path
from netlog.ledger.file.access import writing
with writing(Path(sys.argv[1])) as connection:
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("UPDATE contact SET name = 'torn' WHERE id > 1")
    for number in range(2000):
        connection.execute(
            "INSERT INTO contact (name, key, kind, is_me) VALUES (?, ?, 'person', 0)",
            ("x" * 200, f"x{number}"),
        )
    os.kill(os.getpid(), signal.SIGKILL)
"""


def kill_while_spilling(ledger: Path) -> None:
    """Leave a torn ledger and its hot journal behind."""
    whole = ledger.read_bytes()
    ended = subprocess.run([sys.executable, "-c", SPILLING, str(ledger)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert ledger.read_bytes() != whole
    assert ledger.with_name(ledger.name + "-journal").stat().st_size > 0


@pytest.mark.parametrize("then", [["due"], ["meet", "Sam"], ["undo"]], ids=" ".join)
def test_a_hot_journal_is_rolled_back_by_whoever_comes_next(
    then: list[str], ledger: Path, netlog: Callable[..., Result]
) -> None:
    netlog("meet", "Dana Park")
    kill_while_spilling(ledger)
    netlog(*then)
    assert "torn" not in str(dump(ledger))
    assert faults(ledger) == []
    assert [one.name for one in ledger.parent.iterdir()] == [ledger.name]


def test_a_hot_journal_is_found_beside_the_file_that_a_link_leads_to(
    ledger: Path, netlog: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netlog("meet", "Dana Park")
    link = tmp_path / "link.db"
    link.symlink_to(ledger)
    monkeypatch.setenv("NETLOG_LEDGER", str(link))
    kill_while_spilling(ledger)
    assert "Dana Park" in netlog("due").out
    assert faults(ledger) == []


@traced
@pytest.mark.parametrize(
    "argv", [["meet", "Dana Park"], ["intro", "Dana", "Acme HR"]], ids=" ".join
)
@pytest.mark.parametrize("most", [2, pytest.param(10_000, marks=pytest.mark.sweep)])
def test_a_command_is_killed_at_its_system_calls(
    argv: list[str], most: int, ledger: Path, netlog: Callable[..., Result]
) -> None:
    if argv[0] == "intro":
        netlog("meet", "Dana Park")
    state = {one.name: one.read_bytes() for one in folder(ledger).iterdir()}
    before = dump(ledger)
    killing = Killing(["-m", "netlog", *argv], environment(ledger), ledger.parent)
    points = killing.points()
    assert len(points) > 10
    after = dump(ledger)
    assert after != before
    for point in spread(points, most):
        put_back(ledger, state)
        killing.at(point)
        check(ledger, netlog, before, after)


def without_moments(found: Dump) -> Dump:
    """The same but for when it was told, which differs from run to run."""
    return {
        table: [
            tuple(value for value in row if not (isinstance(value, int) and value > A_MOMENT))
            for row in rows
        ]
        for table, rows in found.items()
    }


def folder(ledger: Path) -> Path:
    ledger.parent.mkdir(exist_ok=True)
    return ledger.parent


def put_back(ledger: Path, state: dict[str, bytes]) -> None:
    shutil.rmtree(ledger.parent)
    for name, content in state.items():
        folder(ledger).joinpath(name).write_bytes(content)
    folder(ledger)


def check(ledger: Path, netlog: Callable[..., Result], before: Dump, after: Dump) -> None:
    """All or nothing; readers and writers go on at once; nothing but a draft may be left."""
    netlog("due")
    found = dump(ledger)
    assert without_moments(found) in (without_moments(before), without_moments(after))
    netlog("meet", "Somebody Else")
    assert faults(ledger) == []
    left = {one.name for one in ledger.parent.iterdir()} - {ledger.name}
    assert all(name.startswith(f".{ledger.name}.") for name in left)
