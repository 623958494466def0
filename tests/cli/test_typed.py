"""What is told to be typed is for the ledger that the options of a command named."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.program import Result

Netlog = Callable[..., Result]


@pytest.fixture
def other(netlog: Netlog, ledger: Path) -> str:
    """Another ledger than the usual one, in which an introduction went wrong."""
    file = str(ledger.with_name("my clients.db"))
    netlog("meet", "Zed")
    netlog("intro", "Ann Lee", "Bob Kay", "--ledger", file)
    netlog("problem", "e1", "rude", "--with", "Bob", "--ledger", file)
    return file


def told(said: str, after: str) -> list[str]:
    """The command that stands behind some words."""
    return shlex.split(said.partition(f"{after}: netlog ")[2].splitlines()[0])


def test_undo_is_for_the_ledger_that_was_written(netlog: Netlog, other: str) -> None:
    said = netlog("--ledger", other, "meet", "Kim").out
    said = netlog(*told(said, "Undo with")).out
    assert "Took back: You met Kim" in said
    said = netlog(*told(said, "Put it back with")).out
    assert "Put back: You met Kim" in said
    assert "Took back: You met Kim" in netlog(*told(said, "Take it back with")).out
    assert netlog("meet", "Lee").out.endswith("Undo with: netlog undo\n")


def test_what_is_next_is_for_the_ledger_that_was_read(netlog: Netlog, other: str) -> None:
    netlog("--ledger", other, "meet", "Kim", "--on", "2026-01-05")
    said = netlog("due", "Kim", "--ledger", other).out
    netlog(*told(said.replace(":\n  netlog ", ": netlog "), "Next, once done"))
    assert "You thanked Kim" in netlog("history", "--ledger", other).out


def test_a_hint_is_for_the_ledger_that_refused(netlog: Netlog, other: str) -> None:
    said = netlog("delete", "e1", "--ledger", other, code=3).err
    netlog(*told(said, "Take that out first"))
    assert "e2" not in netlog("history", "--ledger", other).out
    assert "Zed" in netlog("history").out


def test_a_backup_is_for_the_ledger_that_it_is_of(netlog: Netlog, other: str) -> None:
    said = netlog("backup", "--ledger", other).out
    netlog("--ledger", other, "meet", "Kim")
    netlog(*told(said, "Go back to it with"), "--yes")
    assert "Kim" not in netlog("people", "--ledger", other).out
    said = netlog("--ledger", other, "forget", "Ann", "--yes").out
    netlog(*told(said, "To forget it there too"), "--yes")
