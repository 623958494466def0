"""`encrypt` and `decrypt` let a ledger be as it was, in another file, whole or not at all."""

import errno
import os
import re
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.errors import LedgerUnusable
from netlog.ledger.file import encrypting
from netlog.ledger.file.access import writing
from netlog.ledger.file.backups import backups_of
from netlog.ledger.file.connect import open_reader, open_writer, take_write_lock
from netlog.ledger.file.encrypting import encrypt
from netlog.ledger.file.faults import told_of
from netlog.ledger.file.key import is_plain, key_of, own_keys
from netlog.ledger.file.restore import replace_rows
from tests.support.encrypted import CANARY, RANDOM, TOLD, holding, needs_sqlcipher
from tests.support.killing import Killing, spread, strace_works
from tests.support.ledgers import dump, found
from tests.support.program import Result, environment

pytestmark = needs_sqlcipher
traced = pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")
Netlog = Callable[..., Result]


def test_a_ledger_is_encrypted_and_in_plain_again_with_all_that_is_in_it(
    netlog: Netlog, ledger: Path, own_home: Path
) -> None:
    for argv in TOLD:
        netlog(*argv)
    before, journal, history = dump(ledger), changes(ledger), netlog("history").out
    ledger.chmod(0o640)
    file = own_home / "new.key"
    said = netlog("--key-file", str(file), "encrypt")
    assert re.fullmatch("[0-9a-f]{64}\n", file.read_text("ascii"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o640
    assert file.read_text("ascii").strip() not in said.text
    assert str(file) in said.out
    assert holding(ledger.parent, CANARY) == []
    assert netlog("history", "--key-file", str(file)).out == history
    netlog("decrypt", "--key-file", str(file))
    assert (dump(ledger), changes(ledger)) == (before, journal)
    assert ledger.stat().st_mode & 0o777 == 0o640
    assert netlog("doctor", code=4).out.count("others may read") == 1


def test_a_key_of_the_keyring_opens_the_backups_of_before_once_it_is_encrypted_again(
    netlog: Netlog, ledger: Path, kept: dict[tuple[str, str], str]
) -> None:
    netlog("meet", "Dana Park")
    netlog("encrypt", "--keyring")
    before = dict(kept)
    netlog("backup")
    netlog("meet", "Sam")
    netlog("decrypt")
    netlog("encrypt", "--keyring")
    assert kept == before
    (backup,) = backups_of(ledger)
    assert "Went back" in netlog("restore", str(backup.path), "--yes").out


def test_a_key_of_the_keyring_opens_a_backup_of_a_ledger_that_is_gone(
    netlog: Netlog, ledger: Path, tmp_path: Path, kept: dict[tuple[str, str], str]
) -> None:
    netlog("meet", "Dana Park")
    netlog("encrypt", "--keyring")
    backup = tmp_path / "backup.db"
    netlog("backup", str(backup))
    ledger.unlink()
    netlog("restore", str(backup), "--yes")
    assert "Dana Park" in netlog("people").out
    assert not is_plain(ledger)


def test_a_plain_copy_of_any_name_in_the_folder_is_listed(
    netlog: Netlog, ledger: Path, own_home: Path
) -> None:
    netlog("meet", "Dana Park")
    plain, other = ledger.with_name("plain.db"), ledger.with_name("other.db")
    netlog("backup", str(plain))
    netlog("--ledger", str(other), "meet", "Sam")
    ledger.with_name("notes.db").write_text("no ledger")
    said = netlog("encrypt", "--key-file", str(own_home / "new.key"))
    assert f"1 file of before can be read without it:\n  {plain}\nTo erase one: rm {plain}\n" in (
        said.out
    )


def test_copies_in_plain_are_listed(netlog: Netlog, ledger: Path, own_home: Path) -> None:
    netlog("meet", "Dana Park")
    netlog("backup")
    (plain,) = ledger.with_name("ledger.db.backups").iterdir()
    file = str(own_home / "new.key")
    said = netlog("encrypt", "--key-file", file)
    assert f"  {plain}\nTo erase one: rm {plain}\n" in said.out
    netlog("backup", "--key-file", file)
    said = netlog("decrypt", "--key-file", file, "--json")
    (copy,) = said.json["encrypted_copies"]
    assert copy != str(plain)


def test_nothing_is_done_twice(netlog: Netlog, encrypted: Path, own_home: Path) -> None:
    assert "is encrypted already" in netlog("encrypt", code=3).err
    netlog("decrypt")
    assert "is not encrypted" in netlog("decrypt", code=3).err
    assert "Leave one of them out" in netlog("encrypt", "--keyring", code=2).err


def test_an_idle_encrypt_makes_no_key(netlog: Netlog, ledger: Path, own_home: Path) -> None:
    file = own_home / "new.key"
    assert "nothing is recorded yet" in netlog("encrypt", "--key-file", str(file)).err
    ledger.parent.mkdir()
    ledger.write_text("dear diary, " * 1000, encoding="utf-8")
    assert "is not a netlog ledger" in netlog("encrypt", "--key-file", str(file), code=4).err
    assert not file.exists()


def test_half_a_key_is_not_left(
    netlog: Netlog, ledger: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    netlog("meet", "Dana Park")
    file = str(own_home / "new.key")
    with monkeypatch.context() as broken:
        broken.setattr("netlog.ledger.file.key.os.fsync", fail)
        said = netlog("encrypt", "--key-file", file, code=4).err
    assert "No space left on device" in said
    assert "Nothing was encrypted. Check the disk" in said
    assert "in a new file" in netlog("encrypt", "--key-file", file).out


@pytest.mark.parametrize("around", ["{} ", " {}\n", "{}\r\n", "{}\t\n\n", "\n{}\n", "\ufeff{}\n"])
def test_what_an_editor_puts_around_a_random_key_is_none_of_it(
    around: str, netlog: Netlog, encrypted: Path, key_file: Path
) -> None:
    key_file.write_text(around.format(RANDOM), encoding="utf-8", newline="")
    netlog("due", "--key-file", str(key_file))


def test_who_waited_for_a_file_that_was_replaced_writes_to_the_new_one(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(ledger)
    waited: list[sqlite3.Connection] = []

    def wait(connection: sqlite3.Connection, path: Path) -> None:
        if not waited:
            waited.append(connection)
            encrypt(ledger, key_of(RANDOM))
        take_write_lock(connection, path)

    monkeypatch.setattr("netlog.ledger.file.access.take_write_lock", wait)
    with own_keys():
        with writing(ledger) as connection:
            connection.execute("UPDATE contact SET name = 'kept' WHERE id = 1")
            connection.keep()
        with closing(open_reader(ledger)) as reader:
            assert reader.execute("SELECT name FROM contact WHERE id = 1").fetchone() == ("kept",)


def test_what_was_replaced_is_not_written_any_more(ledger: Path) -> None:
    found(ledger)
    with own_keys(), closing(open_writer(ledger)) as late:
        late.execute("PRAGMA user_version")
        encrypt(ledger, key_of(RANDOM))
        with pytest.raises(LedgerUnusable, match="replaced by another file"), told_of(ledger):
            late.execute("UPDATE contact SET name = 'lost' WHERE id = 1")


@traced
@pytest.mark.parametrize(
    ("command", "most"),
    [
        ("encrypt", 2),
        *(pytest.param(each, 10_000, marks=pytest.mark.sweep) for each in ("encrypt", "decrypt")),
    ],
)
def test_a_command_that_is_killed_leaves_a_whole_ledger(
    command: str, most: int, netlog: Netlog, ledger: Path, own_home: Path
) -> None:
    netlog("meet", f"{CANARY} Park")
    history = netlog("history").out
    file = own_home / "ledger.key"
    if command == "decrypt":
        netlog("encrypt", "--key-file", str(file))
    elif not file.exists():
        file.write_text(RANDOM, encoding="ascii")
    before = ledger.read_bytes()
    environ = environment(ledger, NETLOG_KEY_FILE=str(file))
    killing = Killing(["-m", "netlog", command], environ, ledger.parent)
    points = killing.points()
    for point in spread(points, most):
        ledger.write_bytes(before)
        killing.at(point)
        assert netlog("history", "--key-file", str(file)).out == history
        assert [one.name for one in ledger.parent.iterdir()] == [ledger.name]


def test_what_goes_out_of_it_can_be_read_and_that_is_told(
    netlog: Netlog, ledger: Path, own_home: Path
) -> None:
    netlog("meet", "Dana Park")
    out = str(own_home / "all.json")
    assert netlog("export", out).err == ""
    key = str(own_home / "key")
    netlog("encrypt", "--key-file", key)
    told = netlog("export", out, "--force", "--key-file", key)
    assert told.err == "It can be read without the key of the ledger.\n"


def changes(ledger: Path) -> list[object]:
    """The journal, hashes and all."""
    with closing(sqlite3.connect(ledger)) as connection:
        return connection.execute("SELECT * FROM change ORDER BY id").fetchall()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root")
def test_a_ledger_of_somebody_else_stays_theirs(
    netlog: Netlog, ledger: Path, own_home: Path
) -> None:
    netlog("meet", "Dana Park")
    os.chown(ledger, 1_234, 1_235)
    ledger.chmod(0o640)
    netlog("encrypt", "--key-file", str(own_home / "new.key"))
    status = ledger.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1_234, 1_235, 0o640)


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        ("DELETE FROM settlement", "is damaged"),
        ("everything", "Writing {ledger} anew would lose something"),
    ],
)
def test_what_would_lose_something_leaves_the_ledger_as_it_was(
    netlog: Netlog,
    ledger: Path,
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    lost: str,
    words: str,
) -> None:
    netlog("meet", "Dana Park")
    netlog("done", "1")
    before = ledger.read_bytes()

    def losing(source: sqlite3.Connection, made: sqlite3.Connection) -> None:
        if lost != "everything":
            replace_rows(source, made)
            made.execute(lost)

    monkeypatch.setattr(encrypting, "replace_rows", losing)
    told = netlog("encrypt", "--key-file", str(own_home / "new.key"), code=4).err
    assert words.format(ledger=ledger) in told
    assert ledger.read_bytes() == before
    assert [file.name for file in ledger.parent.iterdir() if file.suffix == ".new"] == []


@pytest.mark.parametrize("name", ["none/new.key", "a folder"])
def test_a_key_file_that_cannot_be_made_is_told(
    netlog: Netlog, ledger: Path, own_home: Path, name: str
) -> None:
    netlog("meet", "Dana Park")
    (own_home / "a folder").mkdir()
    before = ledger.read_bytes()
    told = netlog("encrypt", "--key-file", str(own_home / name), code=4).err
    assert str(own_home / name) in told
    assert ledger.read_bytes() == before


def test_an_encrypted_backup_asks_for_its_key_beside_a_plain_ledger(
    netlog: Netlog, ledger: Path, own_home: Path
) -> None:
    other, key = own_home / "other.db", own_home / "key"
    netlog("meet", "Dana Park")
    netlog("--ledger", str(other), "meet", "Sam")
    netlog("--ledger", str(other), "encrypt", "--key-file", str(key))
    said = netlog("restore", str(other), "--yes", code=4).err
    assert "--key-file" in said
    assert "Name another backup" not in said
