"""kill -9 at any moment: the ledger is as before or as after, and works at once."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.ledgers import dump, faults
from tests.support.program import Result

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
