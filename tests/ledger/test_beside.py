"""Conflicted copies beside the ledger: which files are taken for one, and what is told of them."""

import os
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.errors import shell_word
from netlog.ledger.file.backups import folder_of
from netlog.ledger.file.beside import conflicted_copies, cut_off_copies, unjoined_copies
from netlog.ledger.file.copies import plain_beside
from tests.support.ledgers import query, snapshot
from tests.support.program import Result

Netlog = Callable[..., Result]

NAMES = (
    "ledger (Kim's conflicted copy 2026-11-20).db",
    "ledger (conflicted copy 2026-11-20 101112).db",
    "ledger.sync-conflict-20261120-101112-ABCDEFG.db",
    "ledger-LAPTOP.db",
    "ledger 2.db",
    "ledger (1).db",
)


@pytest.fixture
def apart(ledger: Path, netlog: Netlog) -> Path:
    """A copy beside the ledger that went on by itself, under a name that says nothing."""
    netlog("meet", "Ann")
    other = ledger.with_name("elsewhere")
    shutil.copy(ledger, other)
    netlog("meet", "Bob")
    netlog("--ledger", str(other), "meet", "Cyd")
    return other


def test_beside_a_ledger_that_is_gone_nothing_is_to_be_joined(
    ledger: Path, apart: Path, netlog: Netlog
) -> None:
    apart.rename(ledger.with_name(NAMES[0]))
    ledger.unlink()
    assert conflicted_copies(ledger) == []
    assert "netlog join" not in netlog("due").text


@pytest.mark.parametrize(
    "argv", [["meet", "Dan"], ["due", "--json"], ["report"], ["doctor"], ["undo"], []]
)
def test_what_is_left_of_a_ledger_that_is_gone_is_told_before_another_begins(
    argv: list[str], ledger: Path, apart: Path, netlog: Netlog
) -> None:
    netlog("backup")
    (backup,) = folder_of(ledger).iterdir()
    ledger.unlink()
    code = 3 if argv == ["undo"] else 0
    assert backup.name in netlog(*argv, code=code).err
    ledger.unlink(missing_ok=True)
    copy = apart.rename(ledger.with_name(NAMES[-1]))
    os.utime(copy, (backup.stat().st_mtime + 10,) * 2)
    said = netlog(*argv, code=code).err
    assert f"but what may be a copy of it: {copy.name}" in said
    netlog(*shlex.split(said[said.index("netlog restore") : said.index(" goes on")])[1:], "--yes")
    assert "Cyd" in netlog("people").out
    assert netlog("people").err == ""


def test_a_link_to_nothing_is_nothing_left(ledger: Path, apart: Path, netlog: Netlog) -> None:
    netlog("backup")
    (backup,) = folder_of(ledger).iterdir()
    for file in (ledger, backup, apart):
        file.unlink()
    backup.symlink_to("nowhere.db")
    assert netlog("due").err.startswith("Nothing is recorded yet")


def test_where_there_is_no_folder_nothing_is_to_be_joined(tmp_path: Path) -> None:
    assert unjoined_copies(tmp_path / "nowhere" / "ledger.db") == []


def test_beside_what_is_no_ledger_another_begins_without_a_word(
    ledger: Path, netlog: Netlog
) -> None:
    ledger.parent.mkdir()
    ledger.with_name("ledger 2.db").write_text("a text", encoding="utf-8")
    assert netlog("meet", "Ann").err == ""


@pytest.mark.parametrize("name", NAMES)
def test_what_synced_folders_call_it(name: str, ledger: Path, apart: Path) -> None:
    copy = apart.rename(ledger.with_name(name))
    assert conflicted_copies(ledger) == [copy]


def test_they_are_beside_the_file_and_not_beside_a_link_to_it(
    tmp_path: Path, ledger: Path, apart: Path, netlog: Netlog
) -> None:
    copy = apart.rename(ledger.with_name(NAMES[0]))
    link = tmp_path / "link.db"
    link.symlink_to(ledger)
    assert conflicted_copies(link) == [copy.resolve()]
    assert "there is a conflicted copy" in netlog("--ledger", str(link), "due").err
    assert (
        "a copy that was told other things" in netlog("--ledger", str(link), "doctor", code=4).out
    )
    assert "Take it in first" in netlog("--ledger", str(link), "forget", "Ann", "--yes", code=3).err


@pytest.mark.parametrize(
    "name", ["ledgers.db", "ledger2.db", "old ledger 2.db", "ledger 2.db.backup-1", "ledger 2.txt"]
)
def test_other_names_are_nobodys(name: str, ledger: Path, apart: Path) -> None:
    apart.rename(ledger.with_name(name))
    assert conflicted_copies(ledger) == []


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: path.write_text("x" * 500), id="text"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.mkdir(), id="folder"),
        pytest.param(lambda path: path.symlink_to("nowhere"), id="link to nothing"),
    ],
)
def test_what_is_no_ledger_is_none(
    make: Callable[[Path], object], ledger: Path, netlog: Netlog
) -> None:
    netlog("meet", "Ann")
    make(ledger.with_name("ledger 2.db"))
    assert conflicted_copies(ledger) == []
    assert cut_off_copies(ledger) == []
    assert plain_beside(ledger) == []


def test_another_ledger_is_none(ledger: Path, netlog: Netlog) -> None:
    netlog("meet", "Ann")
    netlog("--ledger", str(ledger.with_name("ledger-work.db")), "meet", "Ann")
    assert conflicted_copies(ledger) == []


def test_an_older_copy_holds_nothing_new(ledger: Path, netlog: Netlog) -> None:
    netlog("meet", "Ann")
    shutil.copy(ledger, ledger.with_name("ledger 2.db"))
    assert conflicted_copies(ledger) == []
    netlog("meet", "Bob")
    assert conflicted_copies(ledger) == []


@pytest.mark.parametrize("version", [3, 99])
def test_what_cannot_be_joined_is_none(version: int, ledger: Path, apart: Path) -> None:
    copy = apart.rename(ledger.with_name("ledger 2.db"))
    query(copy, f"PRAGMA user_version = {version}")
    assert conflicted_copies(ledger) == []
    assert cut_off_copies(ledger) == []


def test_nothing_is_looked_for_where_there_is_no_ledger(ledger: Path) -> None:
    assert conflicted_copies(ledger) == []
    assert plain_beside(ledger) == []


def test_what_may_be_encrypted_is_no_plain_copy(ledger: Path, netlog: Netlog) -> None:
    netlog("meet", "Ann")
    ledger.with_name("noise").write_bytes(bytes(range(256)) * 16)
    assert plain_beside(ledger) == []


def test_every_command_tells_of_it_until_it_is_joined(
    ledger: Path, apart: Path, netlog: Netlog
) -> None:
    copy = apart.rename(ledger.with_name("ledger 2.db"))
    before = snapshot(ledger.parent)
    for line in (["due"], ["due", "--json"], ["history"], ["undo", "--list"]):
        result = netlog(*line)
        assert "there is a conflicted copy beside the ledger: ledger 2.db" in result.err
        assert f"netlog join {shell_word(str(copy))} takes it in." in result.err
    assert "conflicted" in netlog("meet", "Dee", "-q").err
    assert netlog("join", str(copy)).err == ""
    assert netlog("due").err == ""
    netlog("undo")
    assert "conflicted" in netlog("due").err
    assert snapshot(ledger.parent)[copy.name] == before[copy.name]
