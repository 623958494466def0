"""Many commands at once: each waits its turn, and none is lost."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from netlog.domain.notices import Notice, Waiting
from netlog.ledger.file import draft, line, waiting
from netlog.ledger.file.access import reading, writing
from netlog.ledger.file.backup import back_up
from netlog.ledger.file.connect import open_writer, take_write_lock
from netlog.ledger.file.hearing import heard_by
from tests.support.killing import strace_works
from tests.support.ledgers import faults, found, query
from tests.support.program import Result, environment

FEW = 5
WAITING = "netlog: waiting for another netlog that is at the ledger ... Ctrl-C gives up.\n"


def all_at_once(ledger: Path, many: int, *before: str) -> None:
    """Record a meeting with each of the guests, each in a process of its own."""
    running = [
        subprocess.Popen(
            [*before, sys.executable, "-m", "netlog", "meet", name, "--new"],
            env=environment(ledger),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in (f"Guest {number}" for number in range(many))
    ]
    ended = [(process.communicate()[1], process.returncode) for process in running]
    assert {(said.replace(WAITING, ""), code) for said, code in ended} == {("", 0)}


def assert_nothing_is_lost(ledger: Path, many: int) -> None:
    assert query(ledger, "SELECT count(*), count(DISTINCT name) FROM contact WHERE NOT is_me") == [
        (many, many)
    ]
    assert query(ledger, "SELECT count(*) FROM obligation") == [(2 * many,)]
    assert query(ledger, "SELECT count(*), max(id) FROM change") == [(many, many)]
    assert faults(ledger) == []
    assert [one.name for one in ledger.parent.iterdir()] == [ledger.name]


@pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")
def test_some_begin_a_ledger_where_there_are_no_hard_links(ledger: Path) -> None:
    ledger.parent.mkdir(parents=True)
    no_links = ("-etrace=link,linkat", "-einject=link,linkat:error=EPERM")
    all_at_once(ledger, FEW, "strace", "-f", "--seccomp-bpf", "-o", os.devnull, *no_links)
    assert_nothing_is_lost(ledger, FEW)


@contextmanager
def locked(ledger: Path, lock: str) -> Iterator[None]:
    """Another program that holds a lock on the ledger."""
    other = open_writer(ledger)
    try:
        other.execute(f"BEGIN {lock}")
        other.execute("SELECT * FROM contact").fetchall()
        yield
    finally:
        other.close()


@pytest.mark.parametrize("argv", [["meet", "Dana Park"], ["due"]], ids=" ".join)
def test_a_lock_is_waited_for(argv: list[str], ledger: Path, netlog: Callable[..., Result]) -> None:
    found(ledger)
    held = threading.Event()

    def hold() -> None:
        with locked(ledger, "EXCLUSIVE"):
            held.set()
            time.sleep(0.5)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    netlog(*argv)
    holder.join()


@pytest.mark.parametrize(
    ("lock", "argv"),
    [
        ("EXCLUSIVE", ["meet", "Dana Park"]),
        ("EXCLUSIVE", ["due"]),
        ("IMMEDIATE", ["meet", "Dana Park"]),
        ("DEFERRED", ["meet", "Dana Park"]),
    ],
)
def test_a_lock_that_stays_is_told(
    lock: str,
    argv: list[str],
    ledger: Path,
    netlog: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(waiting, "BUSY_TIMEOUT_SECONDS", 0.2)
    before = found(ledger).read_bytes()
    with locked(ledger, lock):
        result = netlog(*argv, code=4)
    assert "is in use by another program" in result.err
    assert "Try again" in result.err
    assert result.out == ""
    assert ledger.read_bytes() == before


def test_a_reader_sees_one_moment_while_others_wait_to_write(
    ledger: Path, netlog: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "BUSY_TIMEOUT_SECONDS", 0.2)
    with reading(found(ledger)) as connection:
        before = connection.execute("SELECT count(*) FROM event").fetchone()
        netlog("meet", "Dana Park", code=4)
        assert connection.execute("SELECT count(*) FROM event").fetchone() == before
    netlog("meet", "Dana Park")


def take_and_let_go(ledger: Path, number: int, taken: list[int]) -> None:
    with closing(open_writer(ledger)) as connection:
        take_write_lock(connection, ledger)
        taken.append(number)


def stand_in_line(ledger: Path, number: int) -> None:
    """Wait until so many stand in line before a ledger."""
    locks = Path("/proc/locks")
    folder = f":{ledger.parent.stat().st_ino} "
    for _ in range(600):
        if sum(folder in lock for lock in locks.read_text(encoding="ascii").splitlines()) >= number:
            return
        time.sleep(0.05)
    raise AssertionError(f"{number} do not come to stand in line")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who waits for a lock")
def test_who_came_first_writes_first(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "_OTHERS_TRY_AFTER_SECONDS", 60)
    taken: list[int] = []
    with locked(found(ledger), "IMMEDIATE"):
        writers = [
            threading.Thread(target=take_and_let_go, args=(ledger, number, taken))
            for number in range(6)
        ]
        for number, writer in enumerate(writers, 1):
            writer.start()
            stand_in_line(ledger, number)
    for writer in writers:
        writer.join()
    assert taken == list(range(6))


def test_where_the_first_in_line_sleeps_the_others_go_on(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "_OTHERS_TRY_AFTER_SECONDS", 0.05)
    taken: list[int] = []
    with closing(line.Line(found(ledger))) as sleeper:
        sleeper.pause()
        netlog = threading.Thread(target=take_and_let_go, args=(ledger, 1, taken))
        with locked(ledger, "IMMEDIATE"):
            netlog.start()
            time.sleep(0.2)
        netlog.join()
    assert taken == [1]


@pytest.mark.parametrize("missing", ["the folder", "netlog.ledger.file.line.Thread", "fcntl.flock"])
def test_where_there_can_be_no_line_it_is_tried_again_soon(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError if "Thread" in missing else OSError

    if "." in missing:
        monkeypatch.setattr(missing, refuse)
    monkeypatch.setattr(line, "_OTHERS_TRY_AFTER_SECONDS", 60.0)
    monkeypatch.setattr(line, "_FIRST_TRIES_AFTER_SECONDS", 60.0)
    folder = tmp_path if "." in missing else tmp_path / "nowhere"
    with closing(line.Line(folder / "ledger.db")) as place:
        place.pause()
        place.pause()


def test_what_is_renamed_where_many_stand_in_line_is_renamed_soon(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(draft, "_LONGEST_RENAMING_SECONDS", 0.1)
    with closing(line.Line(found(ledger))) as first:
        first.pause()
        with draft.drafting(page := ledger.with_name("page.html")) as written:
            draft.publish(written, page)
    assert page.exists()


def test_waiting_is_told_once_however_long(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_SAYS_SO_AFTER_SECONDS", 0.3)
    told: list[Notice] = []
    pauses: list[int] = []
    with (
        closing(open_writer(found(ledger))) as netlog,
        closing(open_writer(ledger)) as other,
        heard_by(told.append),
    ):
        other.execute("BEGIN IMMEDIATE")

        def pause() -> None:
            pauses.append(len(told))
            time.sleep(0.4)
            if len(pauses) == 3:
                other.execute("ROLLBACK")

        waiting.patiently(lambda: netlog.execute("BEGIN IMMEDIATE"), pause=pause)
        assert netlog.in_transaction
    assert pauses == [0, 1, 1]
    assert told == [Waiting()]


def test_waiting_is_told_and_can_be_given_up(ledger: Path) -> None:
    with locked(found(ledger), "EXCLUSIVE"):
        waiting_one = subprocess.Popen(
            [sys.executable, "-m", "netlog", "meet", "Dana Park"],
            env=environment(ledger),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert waiting_one.stderr is not None
        assert waiting_one.stderr.readline() == WAITING
        waiting_one.send_signal(signal.SIGINT)
        assert waiting_one.wait(5) == 130
        assert waiting_one.communicate() == ("", "")


# Tells what is imported, or got ready by SQLAlchemy, between the lock and the commit.
PROBE = """
import sys
from sqlalchemy.orm import registry
from netlog.__main__ import main
from netlog.ledger.file import access, commit
take, keep, seen = access.take_write_lock, commit.commit, []
def take_and_look(connection, path):
    take(connection, path)
    seen.append((set(sys.modules), [mapper.configured for mapper in mappers()]))
def look_and_keep(connection):
    (modules, ready), = seen
    print(sorted(set(sys.modules) - modules), all(ready), len(ready) > 10, file=sys.stderr)
    keep(connection)
def mappers():
    from netlog.ledger.write.schema import SQLModel
    return list(SQLModel._sa_registry.mappers)
access.take_write_lock, commit.commit = take_and_look, look_and_keep
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("argv", [["intro", "Dana", "Acme HR"], ["undo"]], ids=" ".join)
def test_nothing_is_imported_while_the_lock_is_held(
    argv: list[str], ledger: Path, netlog: Callable[..., Result]
) -> None:
    netlog("meet", "Dana Park")
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, *argv],
        env=environment(ledger),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stderr == "[] True True\n"


def test_a_backup_beside_a_writer_takes_no_lock_away(ledger: Path) -> None:
    with writing(found(ledger)):
        back_up(ledger)
        assert is_locked(ledger)
    assert not is_locked(ledger)


def is_locked(ledger: Path) -> bool:
    """Whether another process is kept from writing."""
    other = (
        "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
    )
    ended = subprocess.run([sys.executable, "-c", other, ledger], capture_output=True, check=False)
    return ended.returncode != 0
