"""Ctrl-C while a command is committed: it is written, and told, before the command ends."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.killing import Killing, strace_works
from tests.support.ledgers import faults, query
from tests.support.program import Result, environment

pytestmark = pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")


@pytest.mark.parametrize(
    ("exists", "point", "name", "codes"),
    [
        (True, ("fdatasync", 4), "INT", (130,)),
        (False, ("unlink", 1), "TERM", (-15, 143)),
    ],
)
def test_a_commit_is_finished_and_told_before_a_signal_is_heard(
    exists: bool,
    point: tuple[str, int],
    name: str,
    codes: tuple[int, ...],
    ledger: Path,
    netlog: Callable[..., Result],
) -> None:
    if exists:
        netlog("meet", "Dana Park")
    killing = Killing(["-m", "netlog", "meet", "Sam"], environment(ledger), ledger.parent)
    ended = killing.signalled(point, name)
    assert ended.returncode in codes, ended.stderr
    assert "Undo with" in ended.stdout
    assert query(ledger, "SELECT count(*) FROM contact WHERE name = 'Sam'") == [(1,)]
    assert faults(ledger) == []


def test_before_the_commit_a_signal_breaks_the_command_off(
    ledger: Path, netlog: Callable[..., Result]
) -> None:
    netlog("meet", "Dana Park")
    before = ledger.read_bytes()
    killing = Killing(["-m", "netlog", "meet", "Sam"], environment(ledger), ledger.parent)
    ended = killing.signalled(killing_point(killing, ledger, before), "INT")
    assert (ended.returncode, ended.stdout) == (130, "")
    assert query(ledger, "SELECT count(*) FROM contact WHERE name = 'Sam'") == [(0,)]


def killing_point(killing: Killing, ledger: Path, before: bytes) -> tuple[str, int]:
    """The call by which the command takes its lock; the ledger is as before."""
    first, *_ = killing.points(calls="fcntl")
    ledger.write_bytes(before)
    return first
