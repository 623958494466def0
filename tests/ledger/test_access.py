"""Opening the ledger: what is read where it cannot be written, and whose fault an error is."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from netlog.errors import LedgerUnusable
from netlog.ledger.file.access import reading
from netlog.ledger.file.key import is_plain
from tests.cli.looking import Netlog
from tests.support.ledgers import found, query, snapshot

FORMATS = Path(__file__).parent / "formats"


def test_an_older_format_is_read_where_nothing_may_be_written(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.parent.mkdir()
    with closing(sqlite3.connect(ledger)) as connection:
        connection.executescript((FORMATS / "v1.sql").read_text(encoding="utf-8"))
    ledger.chmod(0o600)
    before, may = snapshot(ledger.parent), os.access

    def reading_only(path: Any, mode: int, **more: Any) -> bool:
        return may(path, mode, **more) and not mode & os.W_OK

    monkeypatch.setattr(os, "access", reading_only)
    assert "Dana Park" in netlog("due", "--all", today="2026-03-20").out
    told = netlog("meet", "Sam", today="2026-03-20", code=4).err
    assert "is of an older format, and cannot be written" in told
    assert "It can be read. To write to it, check the rights" in told
    assert snapshot(ledger.parent) == before


@pytest.mark.parametrize("error", [KeyError("x"), RuntimeError("x"), RecursionError("x")])
def test_an_error_in_a_sound_ledger_is_no_damage(ledger: Path, error: Exception) -> None:
    with pytest.raises(type(error)), reading(found(ledger)):
        raise error


def test_an_error_in_a_ledger_that_is_gone_is_no_damage(ledger: Path) -> None:
    found(ledger)

    def stumble() -> None:
        with reading(ledger):
            ledger.unlink()
            raise KeyError

    with pytest.raises(KeyError):
        stumble()


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError("x")])
def test_an_error_in_a_damaged_ledger_is_damage(ledger: Path, error: Exception) -> None:
    query(found(ledger), "UPDATE contact SET name = 'I'")
    with pytest.raises(LedgerUnusable, match="it holds what netlog never wrote"), reading(ledger):
        raise error


def test_a_disk_that_reports_an_error_is_told(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken)
    told = netlog("meet", "Ada", code=4).err
    assert f"The ledger {ledger} cannot be used: Input/output error." in told
    assert "Nothing was written. Check the disk" in told
    assert list(ledger.parent.iterdir()) == []


def test_a_file_that_may_not_be_read_is_not_taken_for_encrypted(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netlog("meet", "Ada")

    def refuse(*_: Any, **_more: Any) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)
    assert is_plain(ledger)
    told = netlog("due", code=4).err
    assert "Permission denied" in told
    assert "key" not in told
