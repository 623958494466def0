"""A file that is no sound ledger is told, and left byte for byte as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file.identity import SCHEMA_VERSION
from tests.support.ledgers import query, snapshot
from tests.support.program import Result

COMMANDS = (["due"], ["report"], ["meet", "Somebody"], ["done", "1"], ["undo"])


@pytest.fixture
def sound(netlog: Callable[..., Result], ledger: Path) -> bytes:
    """The bytes of a sound ledger, which is at its path as well."""
    netlog("meet", "Dana Park", "Sam")
    netlog("intro", "Dana", "Acme HR", "--for", "employee handbook")
    netlog("promise", "two referrals", "--by", "Dana", "--times", "2")
    netlog("done", "1")
    return ledger.read_bytes()


@pytest.fixture
def is_refused(
    netlog: Callable[..., Result], capsys: pytest.CaptureFixture[str], ledger: Path
) -> Callable[[], str]:
    """All commands refuse the ledger as it is, and leave everything as it was."""

    def refuse() -> str:
        said = ""
        before = snapshot(ledger.parent)
        for argv in COMMANDS:
            result = netlog(*argv, code=4)
            said = result.err
            sentence, *hint = said.splitlines()
            assert result.out == ""
            assert sentence.startswith("netlog: ")
            assert str(ledger) in sentence
            assert sentence.endswith(".")
            assert len(hint) == 1
            assert snapshot(ledger.parent) == before
        return said

    return refuse


def test_an_empty_file(ledger: Path, is_refused: Callable[[], str]) -> None:
    ledger.parent.mkdir()
    ledger.touch()
    assert "0 bytes" in is_refused()


@pytest.mark.parametrize("length", [1, 15, 16, 99, 100, 5000])
def test_a_text(length: int, ledger: Path, is_refused: Callable[[], str]) -> None:
    ledger.parent.mkdir()
    ledger.write_text("dear diary, " * length, encoding="utf-8")
    assert "is not a netlog ledger" in is_refused()


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program(
    mode: str, ledger: Path, is_refused: Callable[[], str]
) -> None:
    ledger.parent.mkdir()
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("CREATE TABLE contact (id, name)")
        connection.commit()
    assert "another program" in is_refused()


def test_a_newer_ledger(ledger: Path, sound: bytes, is_refused: Callable[[], str]) -> None:
    query(ledger, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    said = is_refused()
    assert f"version {SCHEMA_VERSION + 1}" in said
    assert "Update netlog" in said


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_never_was(
    version: int, ledger: Path, sound: bytes, is_refused: Callable[[], str]
) -> None:
    query(ledger, f"PRAGMA user_version = {version}")
    is_refused()


def test_a_folder(ledger: Path, is_refused: Callable[[], str]) -> None:
    ledger.mkdir(parents=True)
    assert "is a folder" in is_refused()


@pytest.mark.parametrize("root", ["/", "//", "/.."])
def test_the_root_is_a_folder_too(root: str, sound: bytes, netlog: Callable[..., Result]) -> None:
    for argv in (*COMMANDS, ["doctor"], ["backup"], ["encrypt", "--key-file", "key"]):
        assert f"netlog: {root} is a folder, " in netlog("--ledger", root, *argv, code=4).err
    for argv in (["join", root], ["restore", root, "--yes"]):
        assert f"netlog: {root} is a folder, " in netlog(*argv, code=4).err


def test_a_path_that_begins_with_two_slashes(
    ledger: Path, sound: bytes, netlog: Callable[..., Result]
) -> None:
    twice, copy = f"/{ledger}", f"/{ledger.parent / 'copy.db'}"
    netlog("--ledger", twice, "meet", "Bo")
    netlog("backup", copy)
    netlog("undo")
    netlog("restore", copy, "--yes")
    assert "Bo" in netlog("--ledger", twice, "due", "--all").out
    assert "nothing was changed" in netlog("join", copy).out


def test_a_path_through_a_file(ledger: Path, netlog: Callable[..., Result]) -> None:
    ledger.parent.touch()
    for argv in COMMANDS:
        netlog(*argv, code=4)


def test_a_link_to_nowhere(ledger: Path, is_refused: Callable[[], str]) -> None:
    ledger.parent.mkdir()
    ledger.symlink_to("/nowhere/at/all/ledger.db")
    assert "link to /nowhere/at/all/ledger.db" in is_refused()


def test_a_link_to_itself(ledger: Path, is_refused: Callable[[], str]) -> None:
    ledger.parent.mkdir()
    ledger.symlink_to(ledger)
    assert "cannot be read" in is_refused()


def test_a_row_that_refers_to_a_dangling_contact(
    ledger: Path, sound: bytes, netlog: Callable[..., Result]
) -> None:
    query(ledger, "DELETE FROM contact WHERE name = 'Sam'")
    assert "is damaged" in netlog("due", code=4).err
    assert "is damaged" in netlog("done", "3", code=4).err
