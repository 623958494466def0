"""An encrypted ledger is used as any other; without its key it tells nothing, and says why."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from contextvars import Context
from pathlib import Path

import pytest

from netlog.errors import LedgerDamaged
from netlog.ledger.file.cipher import PAGE, stretched
from netlog.ledger.file.connect import open_reader
from netlog.ledger.file.faults import told_of
from netlog.ledger.file.key import (
    Key,
    key_for_new,
    key_of,
    know,
    name_key_file,
    own_keys,
)
from netlog.ledger.file.restore import opened
from netlog.ledger.write.restoring import restore
from tests.support.encrypted import CANARY, RANDOM, flip, holding, needs_sqlcipher
from tests.support.killing import strace_works
from tests.support.ledgers import snapshot
from tests.support.program import Result, environment, run_process

pytestmark = needs_sqlcipher
traced = pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")
Netlog = Callable[..., Result]


def test_what_begins_with_a_key_is_never_in_plain(
    netlog: Netlog, encrypted: Path, own_home: Path, tmp_path: Path
) -> None:
    assert holding(own_home, CANARY) == []
    assert holding(own_home, "SQLite format") == []
    netlog("merge", "Sam", f"{CANARY} Jones")
    netlog("undo")
    netlog("backup")
    netlog("backup", str(own_home / "elsewhere.db"))
    netlog("doctor")
    netlog("meet", "Jo Young")
    netlog("restore", str(own_home / "elsewhere.db"), "--yes")
    netlog("undo")
    assert CANARY in netlog("report", "Sam").out
    assert holding(own_home, CANARY) == []
    assert holding(own_home, "SQLite format") == []


@pytest.mark.parametrize("argv", [["due"], ["meet", "Jo"], ["undo"], ["doctor"], ["backup"]])
def test_a_wrong_key_is_no_damage(
    argv: list[str], netlog: Netlog, encrypted: Path, own_home: Path
) -> None:
    other = own_home / "other.key"
    other.write_text("f" * 64, encoding="ascii")
    before = snapshot(encrypted.parent)
    said = netlog(*argv, "--key-file", str(other), code=4).err
    assert f"The key in {other} does not fit {encrypted}" in said
    assert "f" * 64 not in said
    assert snapshot(encrypted.parent) == before


def test_a_key_that_others_may_read_is_told(
    netlog: Netlog, encrypted: Path, key_file: Path
) -> None:
    key_file.chmod(0o644)
    said = netlog("doctor", code=4).out
    assert f"others may read {key_file}: chmod 600 {key_file}." in said
    netlog("decrypt")
    assert "The ledger is sound." in netlog("doctor").out


def test_damage_is_no_wrong_key(netlog: Netlog, encrypted: Path, capsys: object) -> None:
    pages = encrypted.stat().st_size // PAGE
    whole = encrypted.read_bytes()
    for page in (1, 2, pages):
        encrypted.write_bytes(whole)
        flip(encrypted, page * PAGE - 100)
        said = netlog("doctor", code=4)
        assert "not as it was written" in said.text
        assert f"page {page}" in said.text or page == 1
        assert "does not fit" not in said.text
        assert "not as it was written" in netlog("backup", code=4).err
    assert not list(encrypted.with_name("ledger.db.backups").glob("*"))


def test_a_broken_first_page_is_damage_where_the_key_is_known(
    netlog: Netlog, encrypted: Path
) -> None:
    flip(encrypted, 200)
    assert "is damaged: its first page is not as it was" in netlog("due", code=4).err
    with own_keys():
        know(key_of(RANDOM))
        with (
            pytest.raises(LedgerDamaged, match=r"is damaged\.$"),
            told_of(encrypted),  # where it broke after it was looked at
            closing(open_reader(encrypted)) as connection,
        ):
            connection.execute("SELECT * FROM contact")


def do_as_told(said: str, netlog: Netlog) -> None:
    """Type what stands behind the last "mv" of a message; it ends with a restore, if any."""
    move, _, rest = said.rpartition("mv ")[2].partition(" && ")
    old, new = shlex.split(move)
    Path(old).rename(new)
    if rest:
        netlog(*shlex.split(rest)[1:], "--yes")


def test_a_beginning_that_is_damaged_leads_to_a_backup(netlog: Netlog, encrypted: Path) -> None:
    netlog("backup", "--quiet")
    flip(encrypted, 3)
    damaged = encrypted.read_bytes()
    do_as_told(netlog("due", code=4).err, netlog)
    assert CANARY in netlog("due", "--all").out
    assert damaged in snapshot(encrypted.parent).values()


def test_without_its_key_a_ledger_can_make_way_for_a_plain_backup(
    netlog: Netlog, ledger: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, plain = own_home / "ledger.key", own_home / "plain.db"
    netlog("meet", "Dana Park")
    netlog("backup", str(plain))
    netlog("encrypt", "--key-file", str(key))
    key.unlink()
    lost = ledger.read_bytes()
    said = netlog("restore", str(plain), "--yes", code=4).err
    assert ledger.read_bytes() == lost
    do_as_told(said, netlog)
    netlog("restore", str(plain), "--yes")
    assert "Dana Park" in netlog("due", "--all").out


def test_a_backup_with_another_key_is_not_to_be_put_aside(
    netlog: Netlog, encrypted: Path, own_home: Path
) -> None:
    copy, other = own_home / "copy.db", own_home / "other.key"
    netlog("backup", str(copy))
    netlog("decrypt")
    netlog("encrypt", "--key-file", str(other))
    for command in ("restore", "join"):
        said = netlog(command, str(copy), "--key-file", str(other), code=4).err
        assert f"does not fit {copy}" in said
        assert "mv" not in said
    encrypted.unlink()
    gone = str(own_home / "gone.key")
    assert (
        "Name the one that has the key"
        in netlog("restore", str(copy), "--key-file", gone, code=4).err
    )


def test_its_end_is_missed(netlog: Netlog, encrypted: Path) -> None:
    encrypted.write_bytes(encrypted.read_bytes()[:-100])
    assert "damaged" in netlog("due", code=4).err


def test_without_a_key_it_says_what_is_needed(
    netlog: Netlog, encrypted: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NETLOG_KEY_FILE")
    said = netlog("due", code=4).err
    assert "seems to be encrypted, and its key is not known" in said
    assert "--key-file FILE, or NETLOG_KEY_FILE" in said
    monkeypatch.setenv("NETLOG_KEY_FILE", str(key_file) + ".gone")
    assert "cannot be used: No such file" in netlog("due", code=4).err
    key_file.write_text("two\nlines\n", encoding="ascii")
    assert "it holds no key" in netlog("due", "--key-file", str(key_file), code=4).err


def test_without_what_reads_it_that_is_said(
    netlog: Netlog, encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "netlog.ledger.file.sqlcipher")
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert 'pip install "netlog-ledger[encrypted]"' in netlog("due", code=4).err


def test_a_passphrase_is_as_good_as_a_random_key(
    netlog: Netlog, ledger: Path, own_home: Path
) -> None:
    netlog("meet", "Dana Park")
    file = own_home / "words.txt"
    file.write_text("correct horse battery staple\n", encoding="utf-8")
    netlog("encrypt", "--key-file", str(file))
    stretched.cache_clear()
    netlog("backup", "--key-file", str(file))
    assert stretched.cache_info().misses == 1  # the copy has the salt of the ledger
    assert "Dana Park" in netlog("due", "--key-file", str(file)).out


def test_a_plain_backup_is_taken_into_an_encrypted_ledger(
    netlog: Netlog, ledger: Path, own_home: Path
) -> None:
    netlog("meet", "Dana Park")
    netlog("backup", str(own_home / "plain.db"))
    file = str(own_home / "new.key")
    netlog("encrypt", "--key-file", file)
    netlog("meet", "Jo Young", "--key-file", file)
    netlog("restore", str(own_home / "plain.db"), "--yes", "--key-file", file)
    assert "Jo Young" not in netlog("people", "--key-file", file).out
    assert holding(ledger.parent, "Dana") == []
    other = own_home / "other.db"
    run_process(other, "meet", "Kim Ode")
    netlog("join", str(own_home / "plain.db"), "--key-file", file)
    assert holding(ledger.parent, "Dana") == []


def test_an_encrypted_backup_stays_so_where_there_is_no_ledger(
    netlog: Netlog, encrypted: Path, own_home: Path
) -> None:
    copy = own_home / "copy.db"
    netlog("backup", str(copy))
    encrypted.unlink()
    with own_keys():  # and no file that was named
        know(key_of(RANDOM))
        with opened(copy, encrypted) as source:
            restore(encrypted, source, "netlog restore", "Went back")
    assert holding(own_home, CANARY) == []
    assert CANARY in netlog("people").out


def test_somebody_is_forgotten_in_encrypted_copies_too(
    netlog: Netlog, encrypted: Path, own_home: Path, key_file: Path
) -> None:
    netlog("backup")
    netlog("encrypt", "--key-file", str(key_file), code=3)
    said = netlog("forget", "Sam", "--yes", "--backups").out
    assert "Forgotten there too" in said
    copy = next(iter(encrypted.with_name("ledger.db.backups").iterdir()))
    with own_keys():
        know(key_of(RANDOM))
        with closing(open_reader(copy)) as connection:
            names = {name for (name,) in connection.execute("SELECT name FROM contact")}
    assert "Sam" not in names


def test_a_copy_whose_key_is_not_known_may_name_anybody(
    netlog: Netlog, encrypted: Path, own_home: Path
) -> None:
    netlog("backup")
    netlog("decrypt")
    other = own_home / "other.key"
    other.write_text("e" * 64, encoding="ascii")
    netlog("encrypt", "--key-file", str(other))
    (copy,) = encrypted.with_name("ledger.db.backups").iterdir()
    said = netlog("forget", "Sam", "--yes", "--backups", "--key-file", str(other)).out
    assert f"The name may be in {copy}" in said
    assert "netlog --key-file FILE forget Sam --backups" in said
    assert copy.exists()
    again = ("forget", "Sam", "--yes", "--backups")
    refusal = netlog(*again, "--key-file", str(other), code=3).err
    assert f"{copy} cannot be read without its key" in refusal
    netlog("decrypt", "--key-file", str(other))
    assert f"Forgotten there too: {copy}" in netlog(*again).out


def test_a_copy_of_a_synced_folder_whose_key_is_not_known_may_name_anybody(
    netlog: Netlog, encrypted: Path, own_home: Path
) -> None:
    copy = encrypted.with_name("ledger (Kim's conflicted copy 2026-11-20).db")
    shutil.copy(encrypted, copy)
    other = own_home / "other.key"
    other.write_text("e" * 64, encoding="ascii")
    netlog("decrypt")
    netlog("encrypt", "--key-file", str(other))
    said = netlog("forget", "Sam", "--yes", "--key-file", str(other)).out
    assert str(copy) in said
    assert copy.exists()


def test_a_log_beside_it_is_set_aside(netlog: Netlog, encrypted: Path) -> None:
    log = encrypted.with_name(encrypted.name + "-wal")
    log.write_bytes(b"x" * 100)
    assert f"kept as {log}-of-another-1" in netlog("due").err
    assert netlog("due").err == ""


def test_a_key_is_named_where_nobody_has_any_yet(own_home: Path) -> None:
    file = own_home / "own.key"
    file.write_text("e" * 64, encoding="ascii")

    def named() -> Key | None:
        name_key_file(file)
        return key_for_new()

    key = Context().run(named)
    assert key is not None
    assert key.random == key_of("e" * 64).random
    assert Context().run(key_for_new) is None


SEVERAL = """
import sys
from netlog.__main__ import main
for line in sys.argv[1:]:
    assert main(line.split()) == 0, line
"""


@traced
def test_no_call_writes_anything_in_plain(encrypted: Path, key_file: Path, own_home: Path) -> None:
    log = own_home / "strace.log"
    calls = "trace=write,pwrite64,pwritev,writev"
    lines = ("doctor", "backup", f"meet {CANARY}son --new", "report Sam --evidence")
    traced_to_log = ("strace", "-f", "-y", "-s", "70000", "-e", calls, "-o", str(log))
    subprocess.run(
        [*traced_to_log, sys.executable, "-c", SEVERAL, *lines],
        env=environment(encrypted, NETLOG_KEY_FILE=str(key_file)),
        capture_output=True,
        check=True,
    )
    written = log.read_text("utf-8", errors="replace").splitlines()
    to_files = [call for call in written if "<pipe:" not in call]
    assert [call for call in to_files if CANARY in call] == []
    for suffix in ("", "-journal", ".backups/", ".new"):
        assert any(f"{encrypted.name}{suffix}" in call or suffix in call for call in to_files)
