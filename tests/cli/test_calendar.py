"""netlog calendar: the file, and what is asked about what was ticked off in it."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.ledgers import query
from tests.support.program import Result

Netlog = Callable[..., Result]
TODAY = "2026-11-21"
FOREIGN = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:dinner\nEND:VEVENT\nEND:VCALENDAR\n"


@pytest.fixture
def file(netlog: Netlog, tmp_path: Path) -> Path:
    """A calendar file of a ledger with a promise and a meeting."""
    netlog("promise", "the slides", "--to", "Dana", today="2026-11-18")
    netlog("meet", "Sam", today="2026-11-19")
    path = tmp_path / "netlog.ics"
    assert netlog("calendar", str(path), today=TODAY).out == f"What is open is in {path}.\n"
    return path


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at a terminal who types these lines."""

    def types(lines: str) -> None:
        monkeypatch.setattr("netlog.cli.asking.can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))

    return types


def tick(path: Path, number: int, on: str = "20261120T120000") -> None:
    """Tick off an item in a file, as another program does."""
    text = path.read_text("utf-8")
    uid = next(line for line in text.split("\n") if line.endswith(f"-{number}@netlog"))
    path.write_text(text.replace(uid, f"{uid}\nSTATUS:COMPLETED\nCOMPLETED:{on}"), "utf-8")


def test_it_is_written_now_and_again_and_for_nobody_else(file: Path, netlog: Netlog) -> None:
    assert file.read_text("utf-8").count("BEGIN:VEVENT") == 3
    assert file.stat().st_mode & 0o777 == 0o600
    netlog("done", "1", today=TODAY)
    assert netlog("calendar", str(file), "-q", today=TODAY).text == ""
    assert "the slides" not in file.read_text("utf-8")


def test_what_netlog_did_not_write_is_not_replaced(file: Path, netlog: Netlog) -> None:
    file.write_text(FOREIGN, "utf-8")
    netlog("config", "set", "calendar", str(file), "-q")
    for line in (["calendar", str(file)], ["calendar"]):
        assert "has what netlog did not write" in netlog(*line, code=3).err
    followed = netlog("meet", "Lee", today=TODAY)
    assert followed.err.startswith("netlog: the calendar is as it was: ")
    assert file.read_text("utf-8") == FOREIGN
    netlog("calendar", "--force", today=TODAY)
    assert "dinner" not in file.read_text("utf-8")


def test_only_what_writes_to_the_ledger_rewrites_the_file(
    file: Path, netlog: Netlog, tmp_path: Path
) -> None:
    netlog("config", "set", "calendar", str(file), "-q")
    brought = tmp_path / "people.csv"
    brought.write_text("name\nLee Wong\n", encoding="utf-8")
    file.unlink()
    for line in (["import", str(brought), "--dry-run"], ["backup"], ["doctor"], ["due"]):
        netlog(*line, today=TODAY)
    assert not file.exists()
    for line in (["import", str(brought), "--yes"], ["undo"], ["redo"], ["forget", "Lee", "--yes"]):
        netlog(*line, today=TODAY)
        file.unlink()


def test_the_file_of_one_ledger_is_left_alone_by_another(
    file: Path, netlog: Netlog, tmp_path: Path
) -> None:
    trial = ["--ledger", str(tmp_path / "trial.db")]
    netlog("config", "set", "calendar", str(file), "-q")
    for last in (["done", "1"], ["done", "3"], ["done", "2"]):  # down to a file that has no items
        before = file.read_bytes()
        told = netlog(*trial, "promise", "the song", "--to", "Kit", today=TODAY)
        assert "is the calendar of another ledger." in told.err
        assert told.err.endswith("netlog calendar FILE --force\n")
        assert "another ledger" in netlog(*trial, "calendar", today=TODAY, code=3).err
        assert file.read_bytes() == before
        assert "calendar" not in netlog(*last, today=TODAY).err
    netlog(*trial, "calendar", str(file), "--force", today=TODAY)
    assert "the song" in file.read_text("utf-8")


@pytest.mark.parametrize("place", ["{}/netlog.ics", "https://ann@a.example/tasks/"])
def test_who_forgets_hears_of_the_calendar(place: str, netlog: Netlog, tmp_path: Path) -> None:
    calendar = place.format(tmp_path)
    netlog("meet", "Dana", "Sam", today=TODAY)
    assert "still be" not in netlog("forget", "Sam", "--yes", today=TODAY).out
    netlog("config", "set", "calendar", calendar, "-q")
    forgotten = netlog("forget", "Dana", "--yes", today=TODAY).out
    assert f"The name may still be in {calendar}, and" in forgotten


def test_an_open_way_is_told_when_it_is_set(netlog: Netlog) -> None:
    """Else a scheduler would be the first to hear of it."""
    typed = "http://x.example/y"
    assert "netlog calendar --allow-http." in netlog("config", "set", "calendar", typed).err
    private = netlog("config", "set", "calendar", "https://x.example/y").err
    assert "by: netlog calendar." in private


def test_where_no_ledger_is_nothing_is_said_of_the_calendar(netlog: Netlog, tmp_path: Path) -> None:
    netlog("config", "set", "calendar", str(tmp_path / "netlog.ics"), "-q")
    (tmp_path / "people.csv").write_text("name\nLee Wong\n", encoding="utf-8")
    planned = netlog("import", str(tmp_path / "people.csv"), "--dry-run", today=TODAY)
    assert "calendar" not in planned.err


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["calendar"], "netlog config set calendar"),
        (["calendar", "open.txt"], "\n  netlog calendar ~/netlog.ics\n"),
        (["config", "set", "calendar", "a.txt"], "\n  netlog config set calendar ~/netlog.ics\n"),
        (["calendar", "open.ics", "--keyring"], "netlog calendar URL --keyring"),
        (["calendar", "https://a.example/b", "--force"], "FILE --force"),
        (["calendar", "https://ann:pw@a.example/b"], "NETLOG_CALENDAR_PASSWORD"),
        (["calendar", "webcal://a.example/b"], "https://"),
        (["config", "set", "calendar", "https://ann:pw@a.example/b"], "NETLOG_CALENDAR_PASSWORD"),
    ],
)
def test_what_makes_no_sense_is_refused(argv: list[str], hint: str, netlog: Netlog) -> None:
    refused = netlog(*argv, code=2)
    assert hint in refused.err
    assert "pw" not in refused.err


def test_without_a_terminal_what_was_ticked_off_is_listed_and_the_file_stays(
    file: Path, netlog: Netlog
) -> None:
    tick(file, 1)
    before = file.read_bytes()
    listed = netlog("calendar", str(file), "-q", today=TODAY)
    assert '  You owe Dana "the slides"\n    netlog done 1 --on 2026-11-20\n' in listed.out
    assert netlog("calendar", str(file), "--json", today=TODAY).json == {
        "schema": 1,
        "calendar": str(file),
        "written": False,
        "added": 0,
        "changed": 0,
        "removed": 0,
        "missed": 0,
        "settled": [],
        "reopened": [],
        "ticked_off": [
            {
                "id": 1,
                "what": 'You owe Dana "the slides"',
                "on": "2026-11-20",
                "command": "netlog done 1 --on 2026-11-20",
            }
        ],
    }
    netlog("config", "set", "calendar", str(file), "-q")
    assert "  It is asked about by: netlog calendar\n" in netlog("meet", "Lee", today=TODAY).err
    assert file.read_bytes() == before
    netlog("done", "1", "--on", "2026-11-20", today=TODAY)
    assert "Lee" in file.read_text("utf-8")


def test_a_yes_is_recorded_as_one_change_each_on_its_day(
    file: Path, netlog: Netlog, typing: Callable[[str], None], ledger: Path
) -> None:
    tick(file, 1)
    tick(file, 2, "20261101T120000")  # before it was opened: a clock is wrong
    tick(file, 3)
    typing("y\ny\nn\n")
    asked = netlog("calendar", str(file), today=TODAY)
    assert 'Ticked off on Fri 20 Nov: You owe Dana "the slides". Done?' in asked.err
    assert "Undo with: netlog undo" in asked.out
    statement = "SELECT obligation_id, ending, settled_on FROM settlement ORDER BY 1"
    assert query(ledger, statement) == [(1, "kept", "2026-11-20"), (2, "kept", "2026-11-19")]
    assert file.read_text("utf-8").count("BEGIN:VEVENT") == 1
    assert "COMPLETED" not in file.read_text("utf-8")
    netlog("undo", "-q", today=TODAY)
    assert query(ledger, statement) == []


def test_the_question_has_the_day_that_a_yes_records(
    file: Path, netlog: Netlog, typing: Callable[[str], None], ledger: Path
) -> None:
    """The clock of a phone may be wrong."""
    tick(file, 1, "20261224T120000")
    tick(file, 2, "20261101T120000")
    typing("y\ny\n")
    asked = netlog("calendar", str(file), today=TODAY).err
    assert 'Ticked off on Sat 21 Nov: You owe Dana "the slides". Done?' in asked
    assert "Ticked off on Thu 19 Nov: You owe Sam" in asked
    statement = "SELECT settled_on FROM settlement ORDER BY obligation_id"
    assert query(ledger, statement) == [("2026-11-21",), ("2026-11-19",)]


@pytest.mark.parametrize(("typed", "open_again"), [("\n", True), ("l\n", False), ("y\nl\n", False)])
def test_who_ticks_a_check_in_off_has_not_said_what_came_of_it(
    typed: str,
    open_again: bool,
    netlog: Netlog,
    typing: Callable[[str], None],
    ledger: Path,
    tmp_path: Path,
) -> None:
    netlog("intro", "Cara", "Web Works", "--for", "a site", "--new", today="2026-11-01")
    path = tmp_path / "netlog.ics"
    netlog("calendar", str(path), today=TODAY)
    ((number,),) = query(ledger, "SELECT id FROM obligation WHERE kind = 'check-outcome'")
    assert f"What came of it: netlog check {number}" in path.read_text("utf-8").replace("\n ", "")
    tick(path, int(str(number)))
    assert (
        f"\n    netlog check {number} --on 2026-11-20\n"
        in netlog("calendar", str(path), today=TODAY).out
    )
    typing(typed)
    asked = netlog("calendar", str(path), today=TODAY)
    assert f"What came of it: netlog check {number} --on 2026-11-20" in asked.err
    assert query(ledger, "SELECT count(*) FROM settlement") == [(0,)]
    assert ("COMPLETED" not in path.read_text("utf-8")) == open_again


@pytest.mark.parametrize(("typed", "code"), [("\n", 0), ("l\n", 0), ("", 3)])
def test_nothing_is_settled_without_a_yes(
    typed: str, code: int, file: Path, netlog: Netlog, typing: Callable[[str], None], ledger: Path
) -> None:
    tick(file, 1)
    before = file.read_bytes(), ledger.read_bytes()
    typing(typed)
    netlog("calendar", str(file), today=TODAY, code=code)
    assert (file.read_bytes(), ledger.read_bytes()) == before


def test_a_server_is_not_asked_by_any_other_command(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("socket.socket.connect", refuse)
    netlog("config", "set", "calendar", "https://ann@localhost:1/tasks", "-q")
    assert netlog("config", "get", "calendar").out == "https://ann@localhost:1/tasks/\n"
    for line in (["meet", "Dana"], ["due"], ["undo"]):
        assert netlog(*line, today=TODAY).err == ""
