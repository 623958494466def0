"""A disk that reports an error at the commit: what was written is told, whatever it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.ledger.file import commit as module
from netlog.ledger.file.connect import commit
from netlog.ledger.file.connection import WriterConnection
from tests.cli.looking import Netlog, names
from tests.support.ledgers import faults

Fail = Callable[[Callable[[WriterConnection], object]], None]


@pytest.fixture
def failing(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> Fail:
    """A ledger with Ada, and the next commit reports an error after something else was done."""
    netlog("meet", "Ada")

    def fail(instead: Callable[[WriterConnection], object]) -> None:
        def broken(connection: WriterConnection) -> None:
            instead(connection)
            raise sqlite3.OperationalError("disk I/O error")

        monkeypatch.setattr(module, "commit", broken)

    return fail


def test_what_was_written_is_told_to_be(netlog: Netlog, ledger: Path, failing: Fail) -> None:
    failing(commit)
    told = netlog("meet", "Bea")
    assert told.out.startswith("e2  You met Bea")
    assert "disk I/O error" in told.err
    assert (names(ledger), faults(ledger)) == (["Ada", "Bea"], [])


def test_what_was_not_written_is_told_not_to_be(
    netlog: Netlog, ledger: Path, failing: Fail
) -> None:
    failing(lambda connection: connection.execute("ROLLBACK"))
    told = netlog("meet", "Bea", code=4)
    assert (told.out, "disk I/O error" in told.err) == ("", True)
    assert (names(ledger), faults(ledger)) == (["Ada"], [])


def test_what_cannot_be_looked_at_may_have_been_written(
    netlog: Netlog, ledger: Path, failing: Fail
) -> None:
    def lose(connection: WriterConnection) -> None:
        commit(connection)
        ledger.write_bytes(b"x" * 4_096)

    failing(lose)
    told = netlog("meet", "Bea", code=4)
    assert told.out == ""
    assert f"The ledger {ledger} cannot be read or written: the disk reports an error" in told.err
    assert "It may have been written: netlog undo --list shows it." in told.err
