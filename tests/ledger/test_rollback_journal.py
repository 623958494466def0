"""A rollback journal beside the ledger, as a writer leaves it that is stopped while it writes."""

import fcntl
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from netlog.ledger.file import strays
from netlog.ledger.file.rollback_journal import belongs, saved_pages
from tests.cli.looking import Netlog
from tests.support.ledgers import Dump, dump, faults


class Stopped(NamedTuple):
    """A ledger whose writer was stopped: what it held before, and how it was left."""

    ledger: Path
    journal: Path
    before: Dump
    whole: bytes


@pytest.fixture
def stopped(
    request: pytest.FixtureRequest, netlog: Netlog, ledger: Path, tmp_path: Path
) -> Stopped:
    """Copied while the writer is at it: some pages are written, and all are in the journal.

    The first page is among them, unless the parameter says otherwise.
    """
    netlog("meet", "Ada", "Bea")
    netlog("meet", "Zoe")
    whole, before = ledger.read_bytes(), dump(ledger)
    journal = ledger.with_name(ledger.name + "-journal")
    torn = tmp_path / "torn"
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        if getattr(request, "param", True):
            connection.execute("PRAGMA user_version = 0")  # which is on the first page
        for table in ("contact", "event", "word", "operations"):
            connection.execute(f"DELETE FROM {table}")
        torn.mkdir()
        for file in (ledger, journal):
            shutil.copy(file, torn)
        connection.execute("ROLLBACK")
    for file in (ledger, journal):
        shutil.copy(torn / file.name, file)
    assert ledger.read_bytes() != whole
    return Stopped(ledger, journal, before, whole)


def set_aside(ledger: Path) -> list[str]:
    """The files beside the ledger."""
    return sorted(file.name for file in ledger.parent.iterdir() if file != ledger)


first_page = pytest.mark.parametrize(
    "stopped", [True, False], ids=["with the first page", "without"], indirect=True
)


@first_page
def test_it_is_rolled_back(netlog: Netlog, stopped: Stopped) -> None:
    assert netlog("due").err == ""
    assert (dump(stopped.ledger), set_aside(stopped.ledger)) == (stopped.before, [])
    assert faults(stopped.ledger) == []


def test_one_that_changes_nothing_is_no_stray(netlog: Netlog, stopped: Stopped) -> None:
    stopped.ledger.write_bytes(stopped.whole)
    assert netlog("meet", "Kim").err == ""
    assert (faults(stopped.ledger), set_aside(stopped.ledger)) == ([], [])


def test_one_that_sqlite_takes_for_empty_is_no_stray(netlog: Netlog, stopped: Stopped) -> None:
    stopped.ledger.write_bytes(stopped.whole)
    stopped.journal.write_bytes(bytes(1_024))
    assert netlog("meet", "Kim").err == ""
    assert faults(stopped.ledger) == []
    assert not [name for name in set_aside(stopped.ledger) if "another" in name]


def verdict(stopped: Stopped) -> bool | None:
    with stopped.ledger.open("rb") as file, stopped.journal.open("rb") as saved:
        return belongs(file, saved)


@first_page
def test_whose_it_is(stopped: Stopped) -> None:
    assert verdict(stopped) is None
    stopped.ledger.write_bytes(stopped.whole)
    assert verdict(stopped) is True


@first_page
def test_of_whom_it_is_not(of_another: Stopped) -> None:
    assert verdict(of_another) is False


def pages(journal: Path) -> list[int]:
    with journal.open("rb") as file:
        return [number for number, _ in saved_pages(file)]


def test_its_pages_are_those_up_to_the_first_that_is_broken(stopped: Stopped) -> None:
    content = stopped.journal.read_bytes()
    page = int.from_bytes(stopped.whole[16:18])
    sector = int.from_bytes(content[20:24])
    end = sector + page + 8  # of the first record, with the sum over it
    assert len(pages(stopped.journal)) > 1
    for broken in (content[: end - 1], content[: end - 1] + b"?" + content[end:]):
        stopped.journal.write_bytes(broken)
        assert pages(stopped.journal) == []


@pytest.fixture
def of_another(netlog: Netlog, stopped: Stopped, tmp_path: Path) -> Stopped:
    """The journal beside a ledger that it is not of."""
    stopped.ledger.unlink()
    other = tmp_path / "other.db"
    for name in ("Kim", "Lee", "Max", "Ned"):
        netlog("--ledger", str(other), "meet", name)
    theirs = stopped._replace(before=dump(other), whole=other.read_bytes())
    shutil.move(other, stopped.ledger)
    return theirs


@first_page
def test_it_is_kept_under_the_first_name_that_is_free(netlog: Netlog, of_another: Stopped) -> None:
    kept = of_another.journal.with_name(f"{of_another.journal.name}-of-another-1")
    kept.touch()
    assert f"kept as {kept.with_name(kept.name[:-1])}2" in netlog("due").err
    assert dump(of_another.ledger) == of_another.before
    assert kept.stat().st_size == 0


def in_use(monkeypatch: pytest.MonkeyPatch, then: Callable[[int], object]) -> list[float]:
    """Let another program have the ledger, and do something at each try; the waits."""
    waits: list[float] = []
    numbers = count(1)

    def refuse(*_: Any) -> None:
        if not then(next(numbers)):
            raise BlockingIOError

    monkeypatch.setattr(fcntl, "lockf", refuse)
    monkeypatch.setattr(strays, "sleep", waits.append)
    return waits


def test_where_the_ledger_stays_in_use_that_is_told(
    netlog: Netlog, of_another: Stopped, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = in_use(monkeypatch, lambda _: False)
    told = netlog("due", code=4).err
    assert f"is in use by another program, and {of_another.journal} is not of it." in told
    assert "Nothing was written. Try again when that has finished." in told
    assert len(waits) == 20
    assert of_another.ledger.read_bytes() == of_another.whole


def test_whose_it_is_where_that_is_unclear_is_for_sqlite_to_find_out(
    netlog: Netlog, stopped: Stopped, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_use(monkeypatch, lambda _: False)
    assert netlog("due").err == ""
    assert (dump(stopped.ledger), set_aside(stopped.ledger)) == (stopped.before, [])


def test_nobody_waits_for_what_is_no_stray(
    netlog: Netlog, stopped: Stopped, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped.ledger.write_bytes(stopped.whole)
    waits = in_use(monkeypatch, lambda _: False)
    assert (netlog("due").err, waits) == ("", [])


@pytest.mark.parametrize("suffix", ["-journal", "-wal"])
@pytest.mark.parametrize("gone_at", [1, 2])
def test_what_goes_while_it_is_waited_for_is_not_set_aside(
    netlog: Netlog,
    of_another: Stopped,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    gone_at: int,
) -> None:
    file = of_another.journal.rename(of_another.ledger.with_name(of_another.ledger.name + suffix))

    def finished(number: int) -> bool:
        if number == gone_at:
            file.unlink()
        return number == gone_at

    in_use(monkeypatch, finished)
    assert netlog("due").err == ""
    assert (dump(of_another.ledger), set_aside(of_another.ledger)) == (of_another.before, [])


def test_an_empty_log_of_another_program_stays(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Ada")
    ledger.with_name(ledger.name + "-wal").touch()
    assert netlog("meet", "Bea").err == ""
    assert not [name for name in set_aside(ledger) if "another" in name]
