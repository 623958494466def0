"""netlog export: what goes out, and that it comes in again."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import icalendar
import pytest

from netlog.errors import Refused
from netlog.exchange import own
from netlog.ledger.file import new_folder
from netlog.ledger.file.draft import hold
from netlog.ledger.write.whole import make_of
from tests.cli.test_import import EVERY_KIND
from tests.support.ledgers import dump, faults, query
from tests.support.once import Once
from tests.support.program import Result, environment

Netlog = Callable[..., Result]
TODAY = "2026-11-21"
LINES = (
    ("meet", "Dana Park", "Sam"),
    ("intro", "Dana", "Lee", "--for", "law, tax; wills", "--new"),
    ("person", "Dana", "--phone", "+1 555 0100", "--skill", "=cmd|' /C calc'!A0", "--every", "6w"),
    ("note", "Sam", "two kids"),
    ("thank", "Dana"),
    ("promise", "a | *text*", "--to", "Sam", "--due", "2026-11-25"),
    ("undo",),
    ("redo",),
)


@pytest.fixture
def few(netlog: Netlog, ledger: Path, once: Once) -> Path:
    """A small ledger, in a folder in which files can be written."""
    once(lambda: [netlog(*line, today=TODAY) for line in LINES])
    return ledger


@pytest.fixture
def told(few: Path, netlog: Netlog, once: Once) -> Path:
    """A ledger with something of everything."""
    once(lambda: netlog("import", *EVERY_KIND, "--yes", today=TODAY))
    return few


@pytest.mark.parametrize("with_history", [False, True])
@pytest.mark.parametrize("name", ["all.json", "all/"])
def test_the_whole_ledger_comes_in_again_as_it_was(
    name: str, with_history: bool, told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    file, other = f"{tmp_path}/{name}", tmp_path / "other.db"
    netlog("export", file, *(["--with-history"] if with_history else []))
    netlog("--ledger", str(other), "import", file, "--yes")
    assert dump(other) == dump(told)
    for rest in ("number", "origin", "sqlite_sequence", *(("change",) if with_history else ())):
        statement = f"SELECT * FROM {rest} ORDER BY 1"
        assert query(other, statement) == query(told, statement)
    assert faults(other) == []
    undone = netlog("--ledger", str(other), "undo", code=0 if with_history else 3)
    assert ("Took back" in undone.out) == with_history


@pytest.mark.parametrize("name", ["all.vcf", "all.csv"])
def test_who_needs_what_and_who_is_archived_comes_in_again(
    name: str, few: Path, netlog: Netlog, tmp_path: Path
) -> None:
    file, other = str(tmp_path / name), tmp_path / "other.db"
    netlog("person", "Lee", "--need", "a designer", "--archive", today=TODAY)
    netlog("export", file)
    told = netlog("--ledger", str(other), "import", file, "--yes", today="2026-11-22").out
    assert [line for line in told.splitlines() if "archived" in line] == [
        "  archived  1 contact: Lee"
    ]
    statement = "SELECT c.name, d.value, d.noted_on, a.since_on FROM contact c"
    statement += " JOIN detail d ON d.contact_id = c.id AND d.kind = 'need'"
    statement += " LEFT JOIN archived a ON a.contact_id = c.id"
    assert query(few, statement) == [("Lee", "a designer", TODAY, TODAY)]
    assert query(other, statement) == [("Lee", "a designer", "2026-11-22", "2026-11-22")]
    assert faults(other) == []
    netlog("--ledger", str(other), "person", "Lee", "--no-archive")
    again = netlog("--ledger", str(other), "import", file, "--yes", "--json").json
    assert not again["written"]


@pytest.mark.parametrize("name", ["all.vcf", "all.csv"])
def test_contacts_come_in_again_as_they_are(
    name: str, told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / name
    netlog("export", str(file))
    again = netlog("import", str(file), "--dry-run", "--json", today=TODAY).json
    assert (again["new"], again["filled_in"], again["unreadable"]) == ([], [], [])
    netlog("--ledger", str(tmp_path / "other.db"), "import", str(file), "--yes", today=TODAY)
    kept = "" if name == "all.vcf" else " WHERE kind <> 'extra'"  # for which a table has no place
    statement = f"SELECT kind, key FROM detail{kept} ORDER BY 1, 2"
    assert query(tmp_path / "other.db", statement) == query(told, statement)


def test_no_cell_is_a_formula(told: Path, netlog: Netlog, tmp_path: Path) -> None:
    netlog("export", str(tmp_path / "all.csv"))
    text = (tmp_path / "all.csv").read_text(encoding="utf-8")
    assert "'=cmd|" in text
    assert ",=cmd|" not in text


@pytest.fixture
def folder(few: Path, netlog: Netlog, tmp_path: Path) -> Path:
    """A ledger as a folder of tables."""
    folder = tmp_path / "all"
    netlog("export", str(folder), "--as", "csv", today=TODAY)
    return folder


def test_a_folder_is_for_its_owner_and_no_cell_a_formula(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}
    assert "'=cmd|" in (folder / "detail.csv").read_text(encoding="utf-8")
    assert not any(
        cell[:1] in tuple("=+-@\t\r")
        for file in folder.iterdir()
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
        for cell in row
        if cell
    )


def _without(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


def _line(name: str, number: int, change: Callable[[str], str]) -> Callable[[Path], object]:
    def damage(folder: Path) -> None:
        lines = (folder / name).read_text(encoding="utf-8").splitlines(keepends=True)
        lines[number - 1] = change(lines[number - 1])
        (folder / name).write_text("".join(lines), encoding="utf-8")

    return damage


DAMAGES = (
    (_without("party.csv"), "there is no party.csv in it"),
    (_without("sqlite_sequence.csv"), "there is no sqlite_sequence.csv in it"),
    (_line("event.csv", 1, lambda line: line.replace("note", "remark")), "event.csv:1 has no"),
    (_line("event.csv", 1, lambda _: ""), "event.csv:1 has no column"),
    (_line("event.csv", 3, lambda line: f"{line[:-1]},1\n"), "event.csv:3 has 23 cells"),
    (_line("event.csv", 3, lambda line: line.replace("intro", '"intro')), "event.csv:3 has a"),
    (_line("event.csv", 3, lambda line: line.replace("introduction", "x")), "event.csv:3: kind"),
    (_line("event.csv", 3, lambda line: f"x{line}"), "event.csv:3: "),
    (_line("party.csv", 4, lambda line: f"\n{line.rpartition(',')[0]},x\n"), "party.csv:5: role"),
    (lambda folder: (folder / "contact.csv").write_bytes(b"id\n\xff"), "contact.csv:2 is no"),
    (lambda folder: (folder / "change.csv").write_bytes(b"id\n"), "there is no operations.csv"),
)


def test_a_folder_that_was_changed_is_told_by_file_and_line(
    folder: Path, netlog: Netlog, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    for damage, told_of in DAMAGES:
        damage(folder)
        assert told_of in netlog("--ledger", str(other), "import", str(folder), "--yes", code=3).err
        assert not other.exists()
        netlog("export", f"{folder}/", "--force")


def test_a_folder_that_is_too_large_is_told_before_it_is_read(
    folder: Path, netlog: Netlog, tmp_path: Path
) -> None:
    with (folder / "detail.csv").open("r+b") as file:
        file.truncate(own.LARGEST)
    other = tmp_path / "other.db"
    told = netlog("--ledger", str(other), "import", str(folder), "--yes", code=3).err
    assert "it has more than 1 GiB" in told


def test_a_folder_that_a_spreadsheet_saved_is_the_same_ledger(
    folder: Path, few: Path, netlog: Netlog, tmp_path: Path
) -> None:
    for file in folder.iterdir():
        rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
        with file.open("w", encoding="utf-8-sig", newline="") as saved:
            csv.writer(saved, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    netlog("--ledger", str(tmp_path / "other.db"), "import", str(folder), "--yes")
    assert dump(tmp_path / "other.db") == dump(few)


def test_a_folder_is_replaced_only_by_force_and_if_it_is_an_export(
    folder: Path, netlog: Netlog
) -> None:
    (folder / "contact.csv").write_text("mine", encoding="utf-8")
    assert "--force" in netlog("export", f"{folder}/", code=3).err
    assert (folder / "contact.csv").read_text(encoding="utf-8") == "mine"
    netlog("export", f"{folder}/", "--force", "-q")
    assert (folder / "contact.csv").read_text(encoding="utf-8").startswith("id,name")
    (folder / "letters.csv").write_text("mine", encoding="utf-8")
    told = netlog("export", f"{folder}/", "--force", code=3).err
    assert "more in it than an export, such as letters.csv" in told
    assert (folder / "letters.csv").exists()
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".all")] == []


def test_a_folder_is_whole_or_not_there(
    few: Path, netlog: Netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_folder, "sync", full)
    assert "No space left" in netlog("export", f"{tmp_path}/all/", code=4).err
    assert list(tmp_path.glob("*all*")) == []


def test_a_folder_that_cannot_be_replaced_is_there_again(
    folder: Path, netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, before = Path.rename, (folder / "event.csv").read_bytes()

    def fails_for_drafts(path: Path, target: Path) -> Path:
        if path.suffix == ".new":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    netlog("meet", "Dana", today=TODAY)
    monkeypatch.setattr(Path, "rename", fails_for_drafts)
    assert "Permission denied" in netlog("export", f"{folder}/", "--force", code=4).err
    assert (folder / "event.csv").read_bytes() == before
    assert len(list(folder.parent.glob("*all*"))) == 1


def test_a_folder_that_a_killed_command_left_is_swept(
    few: Path, netlog: Netlog, tmp_path: Path
) -> None:
    left = tmp_path / ".all.abcdefgh.new"
    left.mkdir(mode=0o700)
    (left / "contact.csv").write_text("half", encoding="utf-8")
    netlog("export", f"{tmp_path}/all/")
    assert not left.exists()


def test_a_folder_that_a_killed_command_had_put_aside_is_swept_once_another_is_in_its_place(
    folder: Path, netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = folder.rename(folder.with_name(".all.abcdefgh.old"))
    with monkeypatch.context() as full:
        full.setattr(new_folder, "sync", Mock(side_effect=OSError(28, "No space left on device")))
        netlog("export", f"{folder}/", code=4)
    assert left.exists()
    handle = os.open(left, os.O_RDONLY)
    assert hold(handle)  # as by one that is still at it
    netlog("export", f"{folder}/")
    assert left.exists()
    os.close(handle)
    netlog("export", f"{folder}/", "--force")
    assert [path.name for path in folder.parent.glob("*all*")] == ["all"]


def test_what_is_no_private_folder_is_never_swept(
    few: Path, netlog: Netlog, tmp_path: Path
) -> None:
    shared, private, pipe, link = (tmp_path / f".all.{letter * 8}.new" for letter in "abcd")
    shared.mkdir(mode=0o755)
    private.mkdir(mode=0o700)
    os.mkfifo(pipe, mode=0o600)  # to open it would wait for ever
    link.symlink_to(private)
    mine = tmp_path / "mine.new"
    mine.mkdir(mode=0o700)
    netlog("export", f"{tmp_path}/all/")
    assert (shared.exists(), pipe.exists(), link.is_symlink()) == (True, True, True)
    assert mine.exists()
    assert not private.exists()


def test_a_file_is_never_replaced_by_a_folder(few: Path, netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "all"
    file.write_text("mine", encoding="utf-8")
    assert "is no folder" in netlog("export", f"{file}/", "--force", code=3).err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_table_of_one_file_is_the_contacts(few: Path, netlog: Netlog, tmp_path: Path) -> None:
    printed = netlog("export", "-", "--as", "table").out
    netlog("export", str(tmp_path / "all.csv"))
    assert printed.startswith("name,organisation,")
    assert (tmp_path / "all.csv").read_text(encoding="utf-8").splitlines() == printed.splitlines()


@pytest.mark.parametrize(
    ("name", "form", "instead"),
    [
        ("all.csv", "csv", ["netlog export all/", "netlog export all.csv --as table"]),
        ("-", "csv", ["netlog export all/", "netlog export - --as table"]),
        ("all/", "json", ["netlog export all.json --as json"]),
        ("all/", "vcard", ["netlog export all.vcf --as vcard"]),
    ],
)
def test_a_file_is_no_folder_and_a_folder_no_file(
    name: str, form: str, instead: list[str], netlog: Netlog, tmp_path: Path
) -> None:
    refused = netlog("export", name, "--as", form, code=2)
    assert refused.out == ""
    for line in instead:
        assert line in refused.err
    assert not [*tmp_path.glob("all*")]


def test_any_other_folder_is_none(netlog: Netlog, tmp_path: Path) -> None:
    (tmp_path / "contact.csv").write_text("name\nDana\n", encoding="utf-8")
    assert "is a folder" in netlog("import", str(tmp_path), "--yes", code=3).err


def test_a_calendar_has_what_is_open_on_its_days(
    told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / "open.ics"
    netlog("export", str(file), today=TODAY)
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    days = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events}
    assert days['You owe Sam "a | *text*"'] == date(2026, 11, 25)
    since = {str(event["DESCRIPTION"]).partition(", e")[0] for event in events}
    assert since == {"Since 21 Nov 2026", "Since 12 Mar 2024"}, "the same after New Year"
    due = netlog("due", "--all", "--json", today=TODAY).json["items"]
    assert len(events) == len(due)
    uids = {str(event["UID"]) for event in events}
    netlog("export", str(file), "--force", today="2026-11-22")
    again = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert {str(event["UID"]) for event in again} == uids


def test_a_book_tells_of_everybody(told: Path, netlog: Netlog, tmp_path: Path) -> None:
    netlog("export", str(tmp_path / "book.md"), today=TODAY)
    text = (tmp_path / "book.md").read_text(encoding="utf-8")
    names = [row["name"] for row in netlog("people", "--json", today=TODAY).json["items"]]
    assert text.count("\n## ") == len(names)
    assert "a &#124; \\*text\\*" in text
    assert "You introduced Dana Park to Lee" in text
    assert text.startswith("# My network\n\nAs of 21 Nov 2026.\n")
    days = [line for line in text.splitlines() if re.match(r"- [0-9]+ [A-Z]|.*, due ", line)]
    assert days
    assert all(re.search(r"[0-9] [A-Z][a-z]{2} 20[0-9]{2}", line) for line in days)


def test_a_book_has_needs_and_thank_yous(netlog: Netlog) -> None:
    netlog("person", "Dana", "--need", "tax advice", "--new")
    netlog("meet", "Dana", "--on", "2026-11-01")
    netlog("thank", "Dana", "--via", "card", "--on", "2026-11-02")
    book = netlog("export", "-", "--as", "markdown").out
    assert "- Needs: tax advice\n" in book
    assert "- 1 Nov 2026  You met Dana\n- 2 Nov 2026  You thanked Dana · via card\n" in book


def test_it_can_be_printed(told: Path, netlog: Netlog) -> None:
    assert netlog("export", "-", "--as", "vcard").out.startswith("BEGIN:VCARD\r\n")


def test_nothing_is_overwritten(told: Path, netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text("mine", encoding="utf-8")
    assert "--force" in netlog("export", str(file), code=3).err
    assert file.read_text(encoding="utf-8") == "mine"
    netlog("export", str(file), "--force", "-q")
    assert json.loads(file.read_text(encoding="utf-8"))["netlog"] == "ledger"
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "argv",
    [
        ["all.xlsx"],
        ["-"],
        ["all.txt", "--as", "excel"],
        ["all.vcf", "--with-history"],
        ["-", "--as", "json", "--force"],
    ],
)
def test_what_makes_no_sense_is_refused(argv: list[str], told: Path, netlog: Netlog) -> None:
    assert netlog("export", *argv, code=2).err.startswith("netlog: ")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"Dana Park"', '"Dana \\u0000Park"'),
        lambda text: text.replace('"kind": "meeting"', '"kind": "party"'),
        lambda text: text.replace('"happened_on"', '"on"'),
        lambda text: text.replace('"role": "client"', '"role": "attendee"'),
        lambda text: text.replace('"tables": {', '"tables": [') + "]",
    ],
)
def test_what_was_changed_is_no_ledger(
    change: Callable[[str], str], told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    file, other = tmp_path / "all.json", tmp_path / "other.db"
    netlog("export", str(file), "--with-history")
    text = file.read_text(encoding="utf-8")
    assert change(text) != text
    file.write_text(change(text), encoding="utf-8")
    assert netlog("--ledger", str(other), "import", str(file), "--yes", code=3).err
    assert not other.exists()


def test_a_whole_ledger_is_not_mixed_with_another(
    told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    netlog("export", str(tmp_path / "all.json"))
    before = told.read_bytes()
    assert "netlog join" in netlog("import", str(tmp_path / "all.json"), "--yes", code=3).err
    assert told.read_bytes() == before


def test_a_calendar_that_the_settings_name_follows_what_is_told(
    netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / "netlog.ics"
    netlog("config", "set", "calendar", str(file))
    netlog("promise", "the slides", "--to", "Dana", today=TODAY)
    assert "the slides" in file.read_text(encoding="utf-8")
    netlog("done", "1", today=TODAY)
    assert "the slides" not in file.read_text(encoding="utf-8")
    netlog("undo", "-q", today=TODAY)
    assert "the slides" in file.read_text(encoding="utf-8")


def test_a_calendar_that_cannot_be_written_is_a_line(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "folder" / "netlog.ics"
    file.parent.mkdir()
    netlog("config", "set", "calendar", str(file))
    file.mkdir()
    told = netlog("meet", "Dana", today=TODAY)
    assert told.err.startswith("netlog: the calendar is as it was: ")
    assert len(told.err.splitlines()) == 1
    assert netlog("people", "--json").json["items"][0]["name"] == "Dana"


@pytest.mark.parametrize("path", ["netlog.txt", "", "nowhere/netlog.ics"])
def test_a_calendar_is_a_file_that_can_be(path: str, netlog: Netlog) -> None:
    assert "netlog.ics" in netlog("config", "set", "calendar", path, code=2).err


def test_a_whole_ledger_can_be_looked_at_first(told: Path, netlog: Netlog, tmp_path: Path) -> None:
    file, other = tmp_path / "all.json", tmp_path / "other.db"
    netlog("export", str(file))
    out = netlog("--ledger", str(other), "import", str(file), "--dry-run").out
    assert out.startswith("It is a whole ledger, with ")
    assert not other.exists()


def test_a_reader_that_has_seen_enough_is_no_fault(told: Path) -> None:
    program = [sys.executable, "-m", "netlog", "export", "-", "--as", "json"]
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(told)
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(10) == b'{"schema":'
        running.stdout.close()
        assert running.stderr.read() == b""


def test_what_was_told_meanwhile_is_not_replaced(
    told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    netlog("export", str(tmp_path / "all.json"))
    with (tmp_path / "all.json").open("rb") as file:
        whole = own.read(file)
    before = told.read_bytes()
    with pytest.raises(Refused, match="by now"):
        make_of(told, whole.rows, whole.where, "netlog import", "")
    assert told.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Rob Ellis (Harbour Bank)", "Ellis;Rob;;;(Harbour Bank)"),
        ("Rob Ellis 2", "Ellis;Rob;;;2"),
        ("Rob Ellis", "Ellis;Rob;;;"),
        ("Rob", ";Rob;;;"),
    ],
)
def test_what_tells_namesakes_apart_is_no_name_of_the_family(
    name: str, parts: str, netlog: Netlog
) -> None:
    netlog("person", name, "--new")
    assert f"\nN:{parts}\n" in netlog("export", "-", "--as", "vcard").out.replace("\r", "")


@pytest.mark.parametrize("form", ["vcard", "table"])
def test_organisations_that_are_nearly_called_the_same_stay_two(
    form: str, netlog: Netlog, tmp_path: Path
) -> None:
    netlog("person", "Ann", "--org", "Acme, Inc.", "--new")
    netlog("person", "Ben", "--org", "Acme Inc", "--new")
    file, new = str(tmp_path / "out"), str(tmp_path / "new.db")
    netlog("export", file, "--as", form)
    told = netlog("--ledger", new, "import", file, "--yes").out
    assert "Acme, Inc. may be Acme Inc: the same name." in told
    orgs = {
        who: netlog("--ledger", new, "person", who, "--json").json["org"] for who in ("Ann", "Ben")
    }
    assert orgs == {"Ann": "Acme, Inc.", "Ben": "Acme Inc"}
    assert not netlog("--ledger", new, "import", file, "--yes", "--json").json["written"]
