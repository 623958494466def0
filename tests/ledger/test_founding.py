"""Two commands begin a ledger at one moment: the second goes on with the ledger of the first."""

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.looking import Netlog, names
from tests.support.ledgers import faults


@pytest.fixture
def outrun(ledger: Path, tmp_path: Path, netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with Ada that is there just before a new one gets its name; and a backup of it."""
    first = tmp_path / "first.db"
    netlog("--ledger", str(first), "meet", "Ada")
    link = os.link

    def late(draft: Path, path: Path) -> None:
        if path == ledger and not path.exists():
            shutil.copy(first, path)
        link(draft, path)

    monkeypatch.setattr(os, "link", late)
    return first


def test_what_is_recorded_is_put_behind_it(netlog: Netlog, ledger: Path, outrun: Path) -> None:
    assert netlog("meet", "Bea").out.startswith("e2  You met Bea")
    assert names(ledger) == ["Ada", "Bea"]
    assert faults(ledger) == []
    assert [file.name for file in ledger.parent.iterdir()] == [ledger.name]


def test_what_is_restored_takes_its_place_and_it_is_kept(
    netlog: Netlog, ledger: Path, tmp_path: Path, outrun: Path
) -> None:
    backup = tmp_path / "backup.db"
    netlog("--ledger", str(backup), "meet", "Bea")
    netlog("restore", str(backup), "--yes")
    assert names(ledger) == ["Bea"]
    netlog("undo")
    assert (names(ledger), faults(ledger)) == (["Ada"], [])
