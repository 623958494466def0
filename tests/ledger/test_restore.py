"""Going back to a backup: its rows, never its file; what was before is kept, and can come back."""

import errno
import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file.backups import backups_of
from netlog.ledger.file.identity import SCHEMA_VERSION
from netlog.ledger.file.restore import replace_rows
from netlog.ledger.write import restoring
from tests.ledger.test_migration_v3 import FORMATS
from tests.support.ledgers import dump, faults, query, snapshot
from tests.support.program import Result

Netlog = Callable[..., Result]


@pytest.fixture
def backup(netlog: Netlog, ledger: Path, tmp_path: Path) -> Path:
    """A backup of two meetings, beside a ledger of three."""
    file = tmp_path / "backup.db"
    netlog("meet", "Dana Park")
    netlog("meet", "Sam")
    netlog("backup", str(file), "--quiet")
    netlog("meet", "Lee")
    return file


def people(netlog: Netlog) -> list[str]:
    return [item["name"] for item in netlog("people", "--json").json["items"]]


def test_it_shows_what_would_change_and_needs_a_yes(
    netlog: Netlog, ledger: Path, backup: Path
) -> None:
    before = snapshot(ledger.parent)
    said = netlog("restore", str(backup), code=3).err
    assert "now:  3 contacts, 3 events, 6 open items" in said
    assert "then: 2 contacts, 2 events, 4 open items" in said
    assert "1 command since then would go, the last: You met Lee" in said
    assert snapshot(ledger.parent) == before


def test_the_ledger_is_as_it_was_and_undo_goes_back(
    netlog: Netlog, ledger: Path, backup: Path
) -> None:
    now, then = dump(ledger), dump(backup)
    netlog("restore", str(backup), "--yes")
    assert dump(ledger) == then
    assert faults(ledger) == []
    assert "Do it again with: netlog restore" in netlog("undo").out
    assert dump(ledger) == now
    assert faults(ledger) == []
    assert [kept.kept for kept in backups_of(ledger)] == [False]
    assert netlog("undo").out.startswith("Took back: You met Lee\n")


def test_what_comes_after_is_taken_back_first(netlog: Netlog, ledger: Path, backup: Path) -> None:
    now = dump(ledger)
    netlog("restore", str(backup), "--yes")
    netlog("meet", "Jo Young")
    assert people(netlog) == ["Dana Park", "Jo Young", "Sam"]
    netlog("undo")
    netlog("undo")
    assert dump(ledger) == now


def test_what_was_before_is_kept_out_of_the_rotation(
    netlog: Netlog, ledger: Path, backup: Path
) -> None:
    now = dump(ledger)
    netlog("restore", str(backup), "--yes")
    for _ in range(5):
        netlog("backup", "--quiet")
    assert len(backups_of(ledger)) == 4
    netlog("undo")
    assert dump(ledger) == now


def test_where_what_was_before_is_gone_undo_says_so(
    netlog: Netlog, ledger: Path, backup: Path
) -> None:
    netlog("restore", str(backup), "--yes")
    (kept,) = backups_of(ledger)
    before = ledger.read_bytes()
    shutil.copy(backup, kept.path)
    assert "is not what was before the restore" in netlog("undo", code=3).err
    kept.path.unlink()
    assert "is gone" in netlog("undo", code=3).err
    assert ledger.read_bytes() == before


def test_what_is_not_what_was_before_can_be_taken_as_it_is_told(
    netlog: Netlog, ledger: Path, backup: Path
) -> None:
    file = ledger.parent / "my own" / "ledger.db"
    here = ("--ledger", str(file))
    netlog(*here, "meet", "Lee")
    netlog(*here, "restore", str(backup), "--yes")
    (kept,) = backups_of(file)
    shutil.copy(backup, kept.path)
    told = netlog(*here, "undo", code=3).err
    netlog(*shlex.split(told.rpartition(": netlog ")[2]), "--yes")


def test_it_works_where_there_is_no_ledger(netlog: Netlog, ledger: Path, backup: Path) -> None:
    shutil.rmtree(ledger.parent)
    netlog("restore", str(backup), "--yes")
    assert (dump(ledger), faults(ledger)) == (dump(backup), [])
    assert netlog("undo").out.startswith("Took back: You met Sam\n")


@pytest.mark.parametrize("left", [0, 3000])
def test_a_damaged_ledger_is_put_aside(
    left: int, netlog: Netlog, ledger: Path, backup: Path
) -> None:
    damaged = ledger.read_bytes()[:left]
    ledger.write_bytes(damaged)
    assert "netlog restore" in netlog("due", code=4).err
    aside = Path(netlog("restore", str(backup), "--yes", "--json").json["put_aside"])
    assert aside.read_bytes() == damaged
    assert (dump(ledger), faults(ledger)) == (dump(backup), [])


def of_another_program(ledger: Path) -> None:
    query(ledger, "PRAGMA application_id = 1")


def of_no_version(ledger: Path) -> None:
    query(ledger, "PRAGMA user_version = 0")


def of_an_editor(ledger: Path) -> None:
    text = ledger.read_bytes().decode("cp437")
    ledger.write_text(f"\ufeff{text}", encoding="utf-8")


def of_a_web_page(ledger: Path) -> None:
    ledger.write_text("<html>Log in to your cloud</html>", encoding="utf-8")


@pytest.mark.parametrize(
    "take_its_place", [of_another_program, of_no_version, of_an_editor, of_a_web_page]
)
def test_whoever_is_told_to_restore_can_do_so(
    take_its_place: Callable[[Path], None], netlog: Netlog, ledger: Path, backup: Path
) -> None:
    take_its_place(ledger)
    before = ledger.read_bytes()
    assert "netlog restore" in netlog("due", code=4).err
    assert "a file that netlog cannot read, which is put aside" in netlog(
        "restore", str(backup), code=3
    ).err.replace("\n", " ")
    assert ledger.read_bytes() == before
    aside = Path(netlog("restore", str(backup), "--yes", "--json").json["put_aside"])
    assert aside.read_bytes() == before
    assert (dump(ledger), faults(ledger)) == (dump(backup), [])


def test_what_was_taken_back_since_is_told_as_that(
    netlog: Netlog, ledger: Path, backup: Path
) -> None:
    netlog("undo")
    netlog("redo")
    last = "the last: put back: You met Lee; taken back: You met Lee; You met Lee"
    assert last in netlog("restore", str(backup), code=3).err


def test_a_damaged_ledger_behind_a_link_is_put_aside(
    netlog: Netlog, ledger: Path, backup: Path
) -> None:
    behind = ledger.with_name("behind.db")
    behind.write_bytes(ledger.read_bytes()[:3000])
    ledger.unlink()
    ledger.symlink_to(behind)
    netlog("restore", str(backup), "--yes")
    assert ledger.is_symlink()
    assert dump(behind) == dump(backup)


def test_a_ledger_that_was_mended_meanwhile_is_not_put_aside(
    netlog: Netlog, ledger: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = ledger.read_bytes()
    ledger.write_bytes(sound[:3000])

    def mend_meanwhile(*connections: sqlite3.Connection) -> None:
        replace_rows(*connections)
        if ledger.stat().st_size == 3000:
            ledger.write_bytes(sound)

    monkeypatch.setattr("netlog.ledger.write.restoring.replace_rows", mend_meanwhile)
    restored = netlog("restore", str(backup), "--yes", "--json").json
    assert restored["put_aside"] is None
    assert restored["backup"] is not None


@pytest.mark.parametrize("step", ["backed_up", "replace_rows"])
def test_a_damaged_ledger_that_was_taken_away_meanwhile_is_made_anew(
    step: str, netlog: Netlog, ledger: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE event SET kind = 'zz'")
    take = getattr(restoring, step)

    def be_left_without_it(*arguments: object) -> object:
        try:
            return take(*arguments)
        finally:
            ledger.unlink(missing_ok=True)

    monkeypatch.setattr(restoring, step, be_left_without_it)
    restored = netlog("restore", str(backup), "--yes", "--json").json
    assert (restored["put_aside"], restored["backup"]) == (None, None)
    assert (dump(ledger), faults(ledger)) == (dump(backup), [])


def test_of_two_that_are_put_aside_in_one_second_both_stay(
    netlog: Netlog, ledger: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netlog.ledger.file.backups.MOMENT", "then")
    aside = []
    for left in (2000, 3000):
        ledger.write_bytes(backup.read_bytes()[:left])
        aside.append(netlog("restore", str(backup), "--yes", "--json").json["put_aside"])
    assert [Path(path).stat().st_size for path in aside] == [2000, 3000]
    assert [Path(path).name for path in aside] == ["ledger-then-damaged", "ledger-then-2-damaged"]


@pytest.mark.parametrize("step", ["write.restoring.replace_rows", "file.create.publish"])
def test_where_nothing_can_be_made_of_the_backup_a_damaged_ledger_keeps_its_name(
    step: str, netlog: Netlog, ledger: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    damaged = ledger.read_bytes()[:3000]
    ledger.write_bytes(damaged)
    monkeypatch.setattr(f"netlog.ledger.{step}", fail)
    assert "Nothing was written" in netlog("restore", str(backup), "--yes", code=4).err
    assert ledger.read_bytes() == damaged
    assert backups_of(ledger) == []


def test_what_could_not_be_replaced_leaves_no_backup(
    netlog: Netlog, ledger: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("netlog.ledger.write.restoring.replace_rows", fail)
    assert "Nothing was written" in netlog("restore", str(backup), "--yes", code=4).err
    assert list(ledger.parent.iterdir()) == [ledger]


@pytest.mark.parametrize("name", ["v1", "v2", "v3"])
def test_a_backup_of_an_older_format_is_brought_up_to_date(
    name: str, netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "old.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((FORMATS / f"{name}.sql").read_text(encoding="utf-8"))
    before = file.read_bytes()
    netlog("restore", str(file), "--yes")
    assert faults(ledger) == []
    assert query(ledger, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "old.db"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM contact; END",
        "CREATE VIEW v AS SELECT * FROM contact",
        "UPDATE contact SET name = 'Eve' WHERE id = 2",
        "DELETE FROM change WHERE id = 1",
        f"PRAGMA user_version = {SCHEMA_VERSION + 1}",
    ],
)
def test_a_file_that_is_no_sound_ledger_is_refused(
    statement: str, netlog: Netlog, ledger: Path, backup: Path
) -> None:
    query(backup, statement)
    before = snapshot(ledger.parent), backup.read_bytes()
    said = netlog("restore", str(backup), "--yes", code=4).err
    assert str(backup) in said
    assert "Nothing was changed. Name another backup." in said
    assert (snapshot(ledger.parent), backup.read_bytes()) == before


@pytest.mark.parametrize(
    "damage", ["DROP TABLE word", "UPDATE event SET note = 'x' WHERE id = 1", "DELETE FROM party"]
)
def test_a_damaged_ledger_is_not_as_the_backup_has_it(
    damage: str, netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    file = str(tmp_path / "copy.db")
    netlog("meet", "Dana Park")
    netlog("backup", file)
    sound = dump(ledger)
    query(ledger, damage)
    assert "is damaged" in netlog("restore", file, code=3).err
    netlog("restore", file, "--yes")
    assert (dump(ledger), faults(ledger)) == (sound, [])


def test_what_is_as_the_backup_has_it_stays(netlog: Netlog, ledger: Path, backup: Path) -> None:
    netlog("undo")
    netlog("backup", str(backup), "--force")
    assert "is as that backup has it" in netlog("restore", str(backup), "--yes", code=3).err
    assert "There is no file" in netlog("restore", str(backup.with_name("no.db")), code=3).err
