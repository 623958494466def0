"""Many commands at once: each waits its turn, and none is lost."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netlog.ledger.file import connect
from netlog.ledger.file.access import reading
from netlog.ledger.file.connect import open_writer
from tests.support.killing import strace_works
from tests.support.ledgers import faults, found, query
from tests.support.program import Result, environment

MANY = 12
FEW = 5


def all_at_once(ledger: Path, many: int, *before: str) -> None:
    """Record a meeting with each of the guests, each in a process of its own."""
    running = [
        subprocess.Popen(
            [*before, sys.executable, "-m", "netlog", "meet", name, "--new"],
            env=environment(ledger),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in (f"Guest {number}" for number in range(many))
    ]
    ended = [(process.communicate()[1], process.returncode) for process in running]
    assert ended == [("", 0)] * many


def assert_nothing_is_lost(ledger: Path, many: int) -> None:
    assert query(ledger, "SELECT count(*), count(DISTINCT name) FROM contact WHERE NOT is_me") == [
        (many, many)
    ]
    assert query(ledger, "SELECT count(*) FROM obligation") == [(2 * many,)]
    assert query(ledger, "SELECT count(*), max(id) FROM change") == [(many, many)]
    assert faults(ledger) == []
    assert [one.name for one in ledger.parent.iterdir()] == [ledger.name]


@pytest.mark.parametrize("exists", [False, True])
def test_twelve_at_once_all_succeed(exists: bool, ledger: Path) -> None:
    if exists:
        found(ledger)
    all_at_once(ledger, MANY)
    assert_nothing_is_lost(ledger, MANY)


@pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")
def test_some_begin_a_ledger_where_there_are_no_hard_links(ledger: Path) -> None:
    ledger.parent.mkdir(parents=True)
    no_links = ("-etrace=link,linkat", "-einject=link,linkat:error=EPERM")
    all_at_once(ledger, FEW, "strace", "-f", "--seccomp-bpf", "-o", os.devnull, *no_links)
    assert_nothing_is_lost(ledger, FEW)


@contextmanager
def locked(ledger: Path, lock: str) -> Iterator[None]:
    """Another program that holds a lock on the ledger."""
    other = open_writer(ledger)
    try:
        other.execute(f"BEGIN {lock}")
        other.execute("SELECT * FROM contact").fetchall()
        yield
    finally:
        other.close()


@pytest.mark.parametrize("argv", [["meet", "Dana Park"], ["due"]], ids=" ".join)
def test_a_lock_is_waited_for(argv: list[str], ledger: Path, netlog: Callable[..., Result]) -> None:
    found(ledger)
    held = threading.Event()

    def hold() -> None:
        with locked(ledger, "EXCLUSIVE"):
            held.set()
            time.sleep(0.5)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    netlog(*argv)
    holder.join()


@pytest.mark.parametrize(
    ("lock", "argv"),
    [
        ("EXCLUSIVE", ["meet", "Dana Park"]),
        ("EXCLUSIVE", ["due"]),
        ("IMMEDIATE", ["meet", "Dana Park"]),
        ("DEFERRED", ["meet", "Dana Park"]),
    ],
)
def test_a_lock_that_stays_is_told(
    lock: str,
    argv: list[str],
    ledger: Path,
    netlog: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connect, "BUSY_TIMEOUT_SECONDS", 0.2)
    before = found(ledger).read_bytes()
    with locked(ledger, lock):
        result = netlog(*argv, code=4)
    assert "is in use by another program" in result.err
    assert "Try again" in result.err
    assert result.out == ""
    assert ledger.read_bytes() == before


def test_a_reader_sees_one_moment_while_others_wait_to_write(
    ledger: Path, netlog: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "BUSY_TIMEOUT_SECONDS", 0.2)
    with reading(found(ledger)) as connection:
        before = connection.execute("SELECT count(*) FROM event").fetchone()
        netlog("meet", "Dana Park", code=4)
        assert connection.execute("SELECT count(*) FROM event").fetchone() == before
    netlog("meet", "Dana Park")
