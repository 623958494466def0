"""A ledger is looked over without a touch; what is wrong is told, and mended where it can be."""

import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file import everything
from netlog.ledger.file.backups import backups_of, folder_of
from netlog.ledger.write.journal import place_of
from tests.ledger.test_migration_v3 import FORMATS
from tests.support.ledgers import dump, faults, query, rehashed, snapshot
from tests.support.once import Once
from tests.support.program import Result

Netlog = Callable[..., Result]
FREE_PAGES = 36  # where the header of a file of SQLite's has how many of its pages are free
REPAIR = ("doctor", "--repair")


@pytest.fixture
def sound(netlog: Netlog, ledger: Path, once: Once) -> bytes:
    """The bytes of a sound ledger, which is at its path as well."""
    once(lambda: tell_a_year(netlog))
    return ledger.read_bytes()


def tell_a_year(netlog: Netlog) -> None:
    netlog("meet", "Dana Park", "Sam")
    netlog("intro", "Dana", "Acme HR", "--for", "employee handbook")
    netlog("promise", "two referrals", "--by", "Dana", "--times", "2")
    netlog("thank", "me", "--by", "Dana")
    netlog("done", "1")
    netlog("undo")


def wrong(netlog: Netlog, code: int = 4) -> dict[str, list[str]]:
    """What doctor finds, by the part in which it is."""
    found: dict[str, list[str]] = {}
    for damage in netlog("doctor", "--json", code=code).json["damages"]:
        found.setdefault(damage["part"], []).append(damage["sentence"])
    return found


def test_a_sound_ledger_is_left_alone(netlog: Netlog, ledger: Path, sound: bytes) -> None:
    assert "The ledger is sound." in netlog("doctor").out
    assert snapshot(ledger.parent) == {ledger.name: sound}
    assert "Nothing in the ledger is to be mended" in netlog(*REPAIR, code=3).err
    assert snapshot(ledger.parent) == {ledger.name: sound}


def test_a_ledger_that_a_service_set_back_is_told_by_its_backups(
    netlog: Netlog, ledger: Path, sound: bytes, tmp_path: Path
) -> None:
    netlog("meet", "Ida Ode")
    netlog("backup")
    (backup,) = folder_of(ledger).iterdir()
    ledger.write_bytes(sound)
    netlog("meet", "Carl Ox")
    netlog("merge", "Sam", "Carl Ox")  # which makes a backup as well
    (told,) = wrong(netlog)["copies"]
    assert f"{backup} holds what the ledger was told once, and does not hold" in told
    netlog("join", str(backup))
    assert wrong(netlog, 0) == {}
    assert "Ida Ode" in netlog("people").out


def test_who_went_back_to_a_backup_is_told_nothing_of_later_ones(
    netlog: Netlog, ledger: Path, sound: bytes, tmp_path: Path
) -> None:
    old = str(tmp_path / "old.db")
    netlog("backup", old)
    netlog("meet", "Ida Ode")
    netlog("backup")
    netlog("restore", old, "--yes")
    netlog("meet", "Carl Ox")
    assert wrong(netlog, 0) == {}
    netlog("backup")
    netlog("undo")
    netlog("undo")
    assert wrong(netlog, 0) == {}
    netlog("forget", "Sam", "--yes")
    assert wrong(netlog, 0) == {}


def test_a_file_of_which_the_end_is_missing_is_not_sound(
    netlog: Netlog, ledger: Path, sound: bytes, tmp_path: Path
) -> None:
    ledger.write_bytes(sound[:-10])
    assert "its end is missing." in wrong(netlog)["file"]
    assert "--repair" not in netlog("doctor", code=4).out
    for argv in (["due"], ["meet", "Sam"], ["backup"], ["backup", str(tmp_path / "copy.db")]):
        assert "its end is missing" in netlog(*argv, code=4).err


def test_tables_that_cannot_be_read_are_told(netlog: Netlog, ledger: Path, sound: bytes) -> None:
    ledger.write_bytes(sound.replace(b"CREATE TABLE word", b"CREATE TABEL word"))
    assert "it cannot be read: malformed database schema" in wrong(netlog)["file"][0]
    assert "It cannot be mended from within." in netlog("doctor", code=4).out


def test_what_an_editor_adds_behind_the_end_harms_nothing(
    netlog: Netlog, ledger: Path, sound: bytes
) -> None:
    ledger.write_bytes(sound + b"\n")
    assert "Dana Park" in netlog("due", "--all").out
    assert "The ledger is sound." in netlog("doctor").out
    netlog("meet", *(f"Guest {n}" for n in range(100)))
    assert ledger.stat().st_size > len(sound) + 1024
    assert faults(ledger) == []


def test_without_a_ledger_nothing_is_wrong_and_nothing_made(netlog: Netlog, ledger: Path) -> None:
    assert "nothing is recorded yet" in netlog("doctor").err
    assert not ledger.parent.exists()


@pytest.mark.parametrize(
    ("edit", "part", "told"),
    [
        (
            "UPDATE event SET about = 'x' WHERE id = 2",
            "facts",
            "the event e2 is otherwise: about is 'x' instead of 'employee handbook'.",
        ),
        ("DELETE FROM acknowledgement", "facts", "the thank-you or apology a1 is missing."),
        (
            "UPDATE obligation SET due_on = '2027-01-01' WHERE id = 3",
            "items",
            "the item 3 is otherwise: due_on is '2027-01-01' instead of '2026-11-23'.",
        ),
        ("DELETE FROM word", "words", "the index of words is not that of the texts."),
        (
            "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'event'",
            "numbers",
            "numbers of event after 1 were given.",
        ),
        (
            "UPDATE change SET summary = 'x' WHERE id = 2",
            "journal",
            "change 2 is not as it was written.",
        ),
        (
            "UPDATE operations SET id = id + 16 WHERE id >> 20 = 2",
            "journal",
            "a part of change 2 is not where it was written.",
        ),
        (
            "INSERT INTO operations VALUES (99 << 20, '[]')",
            "journal",
            "a part of change 99 is not where it was written.",
        ),
        (
            "DROP INDEX event_day",
            "file",
            "it has not the tables and indexes of a ledger: event_day.",
        ),
        (
            "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM contact; END",
            "file",
            "it has not the tables and indexes of a ledger: t.",
        ),
    ],
)
def test_what_was_edited_from_outside_is_told_and_mended(
    edit: str, part: str, told: str, netlog: Netlog, ledger: Path, sound: bytes
) -> None:
    before = dump(ledger)
    query(ledger, edit)
    edited = ledger.read_bytes()
    assert wrong(netlog)[part] == [told]
    assert snapshot(ledger.parent) == {ledger.name: edited}
    as_it_was = Path(netlog(*REPAIR, "--json").json["as_it_was"])
    assert dump(ledger) == before
    assert faults(ledger) == []
    assert wrong(netlog, code=0) == {}
    with closing(sqlite3.connect(as_it_was)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize(
    "edit", ["UPDATE sqlite_sequence SET seq = 1", "DELETE FROM sqlite_sequence"]
)
def test_numbers_that_were_given_to_what_is_gone_are_not_given_again(
    edit: str, netlog: Netlog, ledger: Path, sound: bytes
) -> None:
    netlog("meet", "Lee")
    netlog("delete", "e4")
    query(ledger, f"{edit} WHERE name = 'event'")
    assert list(wrong(netlog)) == ["numbers"]
    netlog(*REPAIR)
    assert faults(ledger) == []
    assert netlog("meet", "Lee", "--json").json["event"] == "e5"


def test_a_journal_that_is_damaged_begins_anew(netlog: Netlog, ledger: Path, sound: bytes) -> None:
    before = dump(ledger)
    query(ledger, "UPDATE operations SET rows = 'x' WHERE id = ?", place_of(2))
    assert "To mend it, after a backup: netlog doctor --repair" in netlog("doctor", code=4).out
    assert "begins anew" in netlog(*REPAIR).out
    assert (dump(ledger), faults(ledger)) == (before, [])
    assert "nothing to take back" in netlog("undo", code=3).err
    netlog("meet", "Lee")
    netlog("undo")
    assert (dump(ledger), faults(ledger)) == (before, [])


def test_where_neither_is_sound_nothing_is_touched(
    netlog: Netlog, ledger: Path, sound: bytes
) -> None:
    query(ledger, "UPDATE operations SET rows = 'x' WHERE id = ?", place_of(2))
    query(ledger, "DELETE FROM obligation WHERE id = 3")
    before = ledger.read_bytes()
    said = netlog("doctor", code=4).out
    assert (
        "It cannot be mended from within.\nTo go back to a backup of yours: netlog restore" in said
    )
    assert not any(
        each["can_be_mended"] for each in netlog("doctor", "--json", code=4).json["damages"]
    )
    assert "Neither what is told in" in netlog(*REPAIR, code=4).err
    assert ledger.read_bytes() == before
    assert not folder_of(ledger).exists()


def test_a_journal_that_its_hashes_fit_and_that_does_not_fit_itself_begins_anew(
    netlog: Netlog, ledger: Path, sound: bytes
) -> None:
    before = dump(ledger)
    # What change 6 takes back.
    query(ledger, "UPDATE operations SET rows = '[]' WHERE id = ?", place_of(5))
    rehashed(ledger)
    assert wrong(netlog)["journal"][0].startswith("change 6 did not find row 1 of statement")
    assert "begins anew" in netlog(*REPAIR).out
    assert (dump(ledger), faults(ledger)) == (before, [])


def test_a_journal_of_other_hashes_that_tells_the_facts_so_shows_them_sound(
    netlog: Netlog, ledger: Path, sound: bytes
) -> None:
    before = dump(ledger)
    query(ledger, "UPDATE change SET summary = 'x' WHERE id = 2")
    query(ledger, "DELETE FROM obligation WHERE id = 3")
    damaged = ledger.read_bytes()
    assert "begins anew" in netlog(*REPAIR).out
    assert (dump(ledger), faults(ledger)) == (before, [])
    ledger.write_bytes(damaged)
    query(ledger, "UPDATE event SET about = 'x' WHERE id = 2")
    assert "Neither what is told in" in netlog(*REPAIR, code=4).err


def test_what_is_left_after_mending_is_told_and_nothing_touched(
    netlog: Netlog, ledger: Path, sound: bytes
) -> None:
    with ledger.open("r+b") as file:
        file.seek(FREE_PAGES)
        file.write((7).to_bytes(4, "big"))
    before = ledger.read_bytes()
    assert "It cannot be mended from within." in netlog("doctor", code=4).out
    said = netlog(*REPAIR, code=4).err
    assert "cannot be mended: SQLite finds: " in said
    assert "It was left as it was." in said
    assert ledger.read_bytes() == before
    assert not folder_of(ledger).exists()


def test_a_key_that_is_not_that_of_its_name_is_told(
    netlog: Netlog, ledger: Path, sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.json"
    netlog("export", str(file))
    file.write_text(file.read_text("utf-8").replace('"Dana Park"', '"Dana Müller"'), "utf-8")
    ledger.unlink()
    with monkeypatch.context() as patched:
        patched.setattr(everything, "KEY_OF", {})  # as it was until now
        netlog("import", str(file), "--yes")
    told = 'the contact 2 is found under "dana park", and is called "Dana Müller".'
    assert wrong(netlog) == {"names": [told]}
    assert "netlog --ledger NEW import FILE.json" in netlog("doctor", code=4).out
    ledger.unlink()
    netlog("import", str(file), "--yes")
    assert wrong(netlog, code=0) == {}
    assert "Dana Müller" in netlog("brief", "dana muller").out


def test_rights_and_days_are_told(netlog: Netlog, ledger: Path, sound: bytes) -> None:
    netlog("backup", "--quiet")
    ledger.chmod(0o644)
    folder_of(ledger).chmod(0o777)
    told = wrong(netlog)
    assert told["rights"] == [
        f"others may read {ledger}: chmod 600 {ledger}.",
        f"others may write in {folder_of(ledger)}: chmod go-w {folder_of(ledger)}.",
    ]
    ledger.chmod(0o600)
    folder_of(ledger).chmod(0o700)
    found = netlog("doctor", "--json", today="2026-11-01", code=4).json["damages"]
    assert found[0]["sentence"] == "the event e1 is of 2026-11-21, which is still to come."
    assert not found[0]["can_be_mended"]
    assert "The ledger is sound." in netlog("doctor", today="9999-12-31").out


@pytest.mark.parametrize("name", ["v1", "v2", "v3"])
def test_a_ledger_of_an_older_format_is_looked_over_as_it_is(
    name: str, netlog: Netlog, ledger: Path
) -> None:
    ledger.parent.mkdir()
    with closing(sqlite3.connect(ledger)) as connection:
        connection.executescript((FORMATS / f"{name}.sql").read_text(encoding="utf-8"))
    ledger.chmod(0o600)
    before = snapshot(ledger.parent)
    assert wrong(netlog, code=0) == {}
    assert snapshot(ledger.parent) == before


def test_the_way_back_can_be_typed_as_it_is_told(netlog: Netlog, ledger: Path) -> None:
    file = ledger.parent / "my own" / "ledger.db"
    here = ("--ledger", str(file))
    netlog(*here, "meet", "Dana")
    netlog(*here, "backup")
    netlog(*here, "meet", "Sam")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE contact SET name = 'x' WHERE name = 'Dana'")
    told = netlog(*here, "doctor", code=4).out
    typed = shlex.split(told.rpartition(": netlog ")[2])
    netlog(*typed, "--yes")
    netlog(*here, "doctor")


def test_due_reminds_of_a_checkup_after_a_month(netlog: Netlog, ledger: Path, sound: bytes) -> None:
    hint = "It is more than a month since the ledger was looked over: netlog doctor\n"
    query(ledger, "UPDATE change SET made_at = 1790000000000000 WHERE id = 1")  # 21 Sep 2026
    assert netlog("due", today="2026-10-22").err == ""
    assert netlog("due", today="2026-10-23").err == hint
    ledger.write_bytes(sound)
    netlog("doctor", today="2026-11-22")
    assert netlog("due", today="2026-12-23").err == ""
    assert netlog("due", today="2026-12-24").err == hint
    assert netlog("due", "--json", today="2026-12-24").err == ""


def test_a_copy_that_was_told_other_things_is_told(
    netlog: Netlog, ledger: Path, sound: bytes
) -> None:
    copy = ledger.with_name("ledger (Kim's conflicted copy 2026-11-20).db")
    copy.write_bytes(sound)
    copy.chmod(0o600)
    assert wrong(netlog, code=0) == {}
    netlog("--ledger", str(copy), "meet", "Lee")
    (told,) = wrong(netlog)["copies"]
    assert told.startswith(f"{copy} is a copy that was told other things: netlog join ")
    netlog("join", str(copy))
    assert wrong(netlog, code=0) == {}


@pytest.mark.parametrize("damage", ["DROP TABLE operations", "UPDATE operations SET rows = '{x'"])
def test_a_backup_that_is_damaged_is_not_ahead(
    damage: str, netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older.db"
    netlog("meet", "Dana Park")
    shutil.copy(ledger, older)
    netlog("meet", "Sam")
    netlog("backup")
    (backup,) = backups_of(ledger)
    shutil.copy(older, ledger)
    assert "holds what the ledger was told once" in netlog("doctor", code=4).out
    query(backup.path, damage)
    assert "holds what" not in netlog("doctor").out
