"""SQLCipher in the place of SQLite: its errors, pages and journals, and what it keeps where."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file import cipher as cipher_module
from netlog.ledger.file.access import writing
from netlog.ledger.file.cipher import PAGE, broken_pages
from netlog.ledger.file.connect import in_memory, open_reader, open_writer
from netlog.ledger.file.connection import cipher_behind
from netlog.ledger.file.key import cipher_of, key_of, know, own_keys
from netlog.ledger.file.rebuilding import rebuilt
from netlog.ledger.file.rollback_journal import belongs
from tests.support.encrypted import CANARY, RANDOM, flip, holding, needs_sqlcipher
from tests.support.killing import Killing, strace_works
from tests.support.program import Result, environment, run_process

pytestmark = needs_sqlcipher
traced = pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")
Netlog = Callable[..., Result]


def test_errors_are_those_of_sqlite(encrypted: Path) -> None:
    with own_keys():
        know(key_of(RANDOM))
        with writing(encrypted) as connection, closing(open_writer(encrypted)) as other:
            with pytest.raises(sqlite3.IntegrityError) as broken:
                connection.execute("INSERT INTO contact (id) VALUES (1)")
            assert broken.value.sqlite_errorname.startswith("SQLITE_CONSTRAINT")
            with pytest.raises(sqlite3.OperationalError) as busy:
                other.execute("BEGIN IMMEDIATE")
            assert busy.value.sqlite_errorcode == sqlite3.SQLITE_BUSY
            with pytest.raises(sqlite3.ProgrammingError):
                connection.executemany("SELECT ?", [(1,)])


def test_what_is_told_again_stays_in_memory(encrypted: Path) -> None:
    with own_keys():
        know(key_of(RANDOM))
        with writing(encrypted) as connection, rebuilt(connection) as again:
            assert connection.execute("PRAGMA temp_store").fetchone() == (2,)
            assert again.execute("PRAGMA temp_store").fetchone() == (2,)
            assert again.execute("PRAGMA database_list").fetchall()[0][2] == ""
            assert again.execute("PRAGMA journal_mode").fetchone() == ("memory",)
        with closing(in_memory(cipher_of(encrypted))) as memory:
            with closing(open_reader(encrypted)) as source:
                source.backup(memory)
            assert cipher_behind(memory) is not None
            assert memory.execute("SELECT count(*) FROM contact").fetchone()[0] > 2


def test_the_codes_are_those_of_sqlcipher(encrypted: Path) -> None:
    flip(encrypted, 3 * PAGE - 1)
    with own_keys():
        know(key_of(RANDOM))
        cipher = cipher_of(encrypted)
        assert cipher is not None
        assert RANDOM not in repr(cipher) + str(cipher)
        with closing(open_reader(encrypted)) as connection:
            theirs = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    ours = list(broken_pages(encrypted, cipher))
    assert ours == [3]
    assert [f"HMAC verification failed for page {page}" for page in ours] == [
        told for (told,) in theirs
    ]


def test_the_page_of_the_locks_has_no_code(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip(encrypted, 3 * PAGE - 1)
    monkeypatch.setattr(cipher_module, "_NEVER_WRITTEN", 3)  # in a ledger of a gibibyte
    with own_keys():
        know(key_of(RANDOM))
        cipher = cipher_of(encrypted)
        assert cipher is not None
        assert list(broken_pages(encrypted, cipher)) == []


SPILLING = """
import os, signal, sys
from pathlib import Path
from netlog.ledger.file.access import writing
from netlog.ledger.file.key import name_key_file
name_key_file(Path(sys.argv[2]))
with writing(Path(sys.argv[1])) as connection:
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("UPDATE contact SET name = 'torn' WHERE id > 1")
    for number in range(300):
        connection.execute(
            "INSERT INTO contact (name, key, kind, is_me) VALUES (?, ?, 'person', 0)",
            ("Quetzalcoatlus" * 10, f"x{number}"),
        )
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_hot_journal_is_rolled_back(netlog: Netlog, encrypted: Path, key_file: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SPILLING, str(encrypted), str(key_file)], check=False
    )
    assert ended.returncode < 0
    journal = encrypted.with_name(encrypted.name + "-journal")
    assert journal.stat().st_size > 0
    assert holding(encrypted.parent, CANARY) == []
    assert CANARY in netlog("people").out
    assert not journal.exists()
    netlog("doctor")


@traced
def test_a_first_page_that_is_torn_is_rolled_back(
    netlog: Netlog, encrypted: Path, key_file: Path
) -> None:
    environ = environment(encrypted, NETLOG_KEY_FILE=str(key_file))
    Killing(["-m", "netlog", "meet", "Kim"], environ, encrypted.parent).at(("unlink", 1))
    flip(encrypted, PAGE - 200)
    said = netlog("people")
    assert "Kim" not in said.out
    assert said.err == ""
    netlog("doctor")


def test_a_journal_of_another_ledger_is_set_aside(
    netlog: Netlog, encrypted: Path, key_file: Path
) -> None:
    theirs = encrypted.with_name("theirs.db")
    run_process(theirs, "meet", "Kim Ode", NETLOG_KEY_FILE=str(key_file))
    subprocess.run([sys.executable, "-c", SPILLING, str(theirs), str(key_file)], check=False)
    journal = encrypted.with_name(encrypted.name + "-journal")
    theirs.with_name("theirs.db-journal").rename(journal)
    whole = encrypted.read_bytes()
    with own_keys(), encrypted.open("rb") as file, journal.open("rb") as saved:
        know(key_of(RANDOM))
        assert belongs(file, saved, cipher_of(encrypted)) is False
    assert f"kept as {journal}-of-another-1" in netlog("due").err
    assert encrypted.read_bytes() == whole
