"""netlog export: what goes out, and that it comes in again."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
import pytest

from netlog.errors import Refused
from netlog.exchange import own
from netlog.ledger.write.whole import make_of
from tests.cli.test_import import EVERY_KIND
from tests.support.ledgers import dump, faults, query
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
def told(netlog: Netlog, ledger: Path) -> Path:
    """A ledger with something of everything, in a folder in which files can be written."""
    for line in LINES:
        netlog(*line, today=TODAY)
    netlog("import", *EVERY_KIND, "--yes", today=TODAY)
    return ledger


@pytest.mark.parametrize("with_history", [False, True])
def test_the_whole_ledger_comes_in_again_as_it_was(
    with_history: bool, told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    file, other = tmp_path / "all.json", tmp_path / "other.db"
    netlog("export", str(file), *(["--with-history"] if with_history else []))
    netlog("--ledger", str(other), "import", str(file), "--yes")
    assert dump(other) == dump(told)
    for rest in ("number", "origin", "sqlite_sequence", *(("change",) if with_history else ())):
        statement = f"SELECT * FROM {rest} ORDER BY 1"
        assert query(other, statement) == query(told, statement)
    assert faults(other) == []
    undone = netlog("--ledger", str(other), "undo", code=0 if with_history else 3)
    assert ("Took back" in undone.out) == with_history


@pytest.mark.parametrize("name", ["all.vcf", "all.csv"])
def test_contacts_come_in_again_as_they_are(
    name: str, told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / name
    netlog("export", str(file))
    again = netlog("import", str(file), "--dry-run", "--json", today=TODAY).json
    assert (again["new"], again["filled_in"], again["unreadable"]) == ([], [], [])
    netlog("--ledger", str(tmp_path / "other.db"), "import", str(file), "--yes", today=TODAY)
    statement = "SELECT kind, key FROM detail WHERE kind <> 'extra' ORDER BY 1, 2"
    assert query(tmp_path / "other.db", statement) == query(told, statement)


def test_no_cell_is_a_formula(told: Path, netlog: Netlog, tmp_path: Path) -> None:
    netlog("export", str(tmp_path / "all.csv"))
    text = (tmp_path / "all.csv").read_text(encoding="utf-8")
    assert "'=cmd|" in text
    assert ",=cmd|" not in text


def test_a_calendar_has_what_is_open_on_its_days(
    told: Path, netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / "open.ics"
    netlog("export", str(file), today=TODAY)
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    days = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events}
    assert days['You owe Sam "a | *text*"'] == date(2026, 11, 25)
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
        rows = own.read(file)
    before = told.read_bytes()
    with pytest.raises(Refused, match="by now"):
        make_of(told, rows, "netlog import", "")
    assert told.read_bytes() == before
