"""Copies of the ledger: whole, private, rotated, and in nobody's place."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from netlog.ledger.file.backups import MOMENT, backups_of, folder_of
from tests.support.ledgers import dump, faults, snapshot
from tests.support.program import Result

Netlog = Callable[..., Result]


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_backup_holds_what_the_ledger_holds(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Dana Park", "Sam")
    before = snapshot(ledger.parent)
    copy = Path(netlog("backup", "--json").json["file"])
    assert copy.parent == folder_of(ledger)
    assert (dump(copy), faults(copy)) == (dump(ledger), [])
    assert snapshot(ledger.parent) == before


def test_backups_are_private_whatever_is_taken_from_new_files(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Dana Park")
    mask = os.umask(0)
    try:
        netlog("backup", "--quiet")
    finally:
        os.umask(mask)
    assert rights(folder_of(ledger)) == 0o700
    assert [rights(backup.path) for backup in backups_of(ledger)] == [0o600]


def test_worn_out_backups_go_and_nothing_else(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Dana Park")
    netlog("backup", "--quiet")
    (now,) = backups_of(ledger)
    folder = folder_of(ledger)
    mine = folder / "ledger-of-2019.db"
    kept = folder / "ledger-2019-01-01-101112-kept.db"
    never = folder / "ledger-2019-02-30-101112.db"
    for file in (mine, kept, never):
        file.touch()
    for days in range(1, 100):
        moment = (datetime.now().astimezone() - timedelta(days=days)).strftime(MOMENT)
        (folder / f"ledger-{moment}.db").touch()
    netlog("backup", "--quiet")
    left = backups_of(ledger)
    assert len(left) < 20
    assert now in left
    assert mine.exists()
    assert kept.exists()
    assert never.exists(), "no backup is of a day that never was"


def test_where_the_clock_was_set_back_the_backup_that_was_just_made_stays(
    netlog: Netlog, ledger: Path
) -> None:
    netlog("meet", "Dana Park")
    netlog("meet", "Danny P", "--new")
    before = dump(ledger)
    folder = folder_of(ledger)
    folder.mkdir(mode=0o700)
    for days in range(1, 500):
        moment = (datetime.now().astimezone() + timedelta(days=days)).strftime(MOMENT)
        (folder / f"ledger-{moment}.db").touch()
    netlog("merge", "Dana Park", "Danny P")
    assert dump(backups_of(ledger)[-1].path) == before
    assert dump(Path(netlog("backup", "--json").json["file"])) == dump(ledger)


def test_a_backup_has_a_number_behind_all_of_its_second_which_nothing_else_has(
    netlog: Netlog, ledger: Path
) -> None:
    netlog("meet", "Dana Park")
    folder = folder_of(ledger)
    folder.mkdir(mode=0o700)
    for seconds in range(60):
        moment = (datetime.now().astimezone() + timedelta(seconds=seconds)).strftime(MOMENT)
        (folder / f"ledger-{moment}-2-kept.db").touch()
        (folder / f"ledger-{moment}-10-kept.db").touch()
        (folder / f"ledger-{moment}-11.db").mkdir()
    copy = Path(netlog("backup", "--json").json["file"])
    assert copy.stem.endswith("-12")
    assert dump(copy) == dump(ledger)


def test_the_folder_is_beside_the_file_that_a_link_leads_to(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    netlog("meet", "Dana Park")
    link = tmp_path / "link.db"
    link.symlink_to(ledger)
    copy = Path(netlog("--ledger", str(link), "backup", "--json").json["file"])
    assert copy.parent == folder_of(ledger) == folder_of(link)
    assert [backup.path for backup in backups_of(link)] == [copy]


def test_a_file_that_is_named_is_never_replaced_unasked(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    netlog("meet", "Dana Park")
    file = tmp_path / "copy.db"
    netlog("backup", str(file))
    before = file.read_bytes()
    netlog("meet", "Sam")
    assert "There is a file" in netlog("backup", str(file), code=3).err
    assert file.read_bytes() == before
    netlog("backup", str(file), "--force")
    assert dump(file) == dump(ledger)
    assert "the ledger itself" in netlog("backup", str(ledger), "--force", code=3).err
    assert "no such folder" in netlog("backup", str(tmp_path / "no" / "copy.db"), code=4).err


@pytest.mark.parametrize("command", ["backup", "export --as json"])
def test_what_cannot_be_replaced_is_told_with_what_any_command_can_do(
    command: str, netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    netlog("meet", "Dana")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    said = netlog(*command.split(), str(pipe), "--force", code=3).err
    assert said.endswith("is no file that could be replaced.\n  Name another file.\n")


def test_a_damaged_ledger_is_not_copied(netlog: Netlog, ledger: Path, tmp_path: Path) -> None:
    netlog("meet", "Dana Park")
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE event SET kind = 'zz'")
    damaged = snapshot(ledger.parent)
    netlog("backup", str(tmp_path / "copy.db"), code=4)
    netlog("backup", code=4)
    assert not (tmp_path / "copy.db").exists()
    assert (snapshot(ledger.parent), folder_of(ledger).exists()) == (damaged, False)


def test_without_a_ledger_there_is_nothing_to_copy(netlog: Netlog, ledger: Path) -> None:
    assert "nothing is recorded yet" in netlog("backup", code=0).err
    assert not ledger.parent.exists()


@pytest.mark.parametrize("refused", [False, True])
def test_a_merge_makes_one_before(refused: bool, netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Dana Park", "--no-due")
    netlog("meet", "Danny P", "--no-due", "--new")
    before = dump(ledger)
    if refused:
        netlog("merge", "Dana Park", "me", code=3)
        assert backups_of(ledger) == []
        return
    netlog("merge", "Dana Park", "Danny P")
    (backup,) = backups_of(ledger)
    assert dump(backup.path) == before
