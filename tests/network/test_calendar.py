"""netlog calendar URL, with a real server of calendars on this machine."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.calendars import PASSWORD, USER, Radicale, radicale
from tests.support.ledgers import query
from tests.support.program import Result

pytest.importorskip("caldav", reason="what speaks with servers is tested apart: see .ci/run")

Netlog = Callable[..., Result]
TODAY = "2026-11-21"
DINNER = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Phone\r\nBEGIN:VTODO\r\nUID:dinner\r\n"
    "DTSTAMP:20261101T000000Z\r\nSUMMARY:cook\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\n"
    "END:VCALENDAR\r\n"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A server that is running."""
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user and a password in the environment."""
    monkeypatch.setenv("NETLOG_CALENDAR_USER", USER)
    monkeypatch.setenv("NETLOG_CALENDAR_PASSWORD", PASSWORD)


@pytest.fixture
def told(netlog: Netlog) -> None:
    """A promise, and a meeting that opens a thank-you each way."""
    netlog("promise", "the slides", "--to", "Dana", today="2026-11-18")
    netlog("meet", "Sam", today="2026-11-19")


def tick(server: Radicale, name: str, number: int) -> None:
    """Tick off an item on the server, as a phone does."""
    file, text = next(
        each for each in server.entries(name).items() if each[0].endswith(f"-{number}@netlog.ics")
    )
    done = "STATUS:COMPLETED\nCOMPLETED:20261120T120000Z\nX-PHONE:1"
    server.ask("PUT", f"{name}/{file}", text.replace("STATUS:NEEDS-ACTION", done))


@pytest.mark.usefixtures("known", "told")
def test_what_is_open_is_kept_there_and_nothing_else_is_touched(
    server: Radicale, netlog: Netlog
) -> None:
    url = server.make("first")
    server.ask("PUT", "first/dinner.ics", DINNER)
    dinner = server.entries("first")["dinner.ics"]
    assert netlog("calendar", url, today=TODAY).out == f"Sent to {url}: 3 new.\n"
    sent = server.entries("first")
    assert sum("STATUS:NEEDS-ACTION" in text for text in sent.values()) == 3
    netlog("config", "set", "calendar", url, "-q")
    assert netlog("calendar", today=TODAY).out == f"Sent to {url}: nothing new.\n"
    assert server.entries("first") == sent
    netlog("done", "1", today=TODAY)
    netlog("edit", "e2", "--on", "2026-11-20", today=TODAY)
    netlog("talk", "Lee", today=TODAY)
    assert server.entries("first") == sent
    assert netlog("calendar", "--json", today=TODAY).json == {
        **dict.fromkeys(("added", "missed"), 0),
        **{name: [] for name in ("settled", "reopened", "ticked_off")},
        "schema": 1,
        "calendar": url,
        "written": True,
        "changed": 2,
        "removed": 1,
    }
    kept = server.entries("first")
    assert len(kept) == 3
    assert kept["dinner.ics"] == dinner


@pytest.mark.usefixtures("known", "told")
def test_what_was_done_on_the_phone_is_a_question(
    server: Radicale, netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.make("second")
    netlog("calendar", url, today=TODAY)
    tick(server, "second", 1)
    tick(server, "second", 2)
    ticked = server.entries("second")
    listed = netlog("calendar", url, today=TODAY)
    assert "    netlog done 1 --on 2026-11-20\n" in listed.out
    assert server.entries("second") == ticked
    assert query(ledger, "SELECT count(*) FROM settlement") == [(0,)]
    monkeypatch.setattr("netlog.cli.asking.can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\ny\n"))
    said = netlog("calendar", url, today=TODAY)
    assert "Ticked off on Fri 20 Nov: You owe Sam thanks for the meeting. Done?" in said.err
    assert said.out.endswith(f"Sent to {url}: 1 changed, 1 gone.\n")
    settled = "SELECT obligation_id, settled_on FROM settlement"
    assert query(ledger, settled) == [(1, "2026-11-20")]
    after = server.entries("second")
    assert len(after) == 2
    assert not any("COMPLETED" in text for text in after.values())
    assert sum("X-PHONE:1" in text for text in after.values()) == 1


@pytest.mark.usefixtures("told")
def test_who_asks_is_wanted(
    server: Radicale, netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.make("third")
    assert "wants a user and a password" in netlog("calendar", url, "--no-input", code=3).err
    monkeypatch.setenv("NETLOG_CALENDAR_PASSWORD", "wrong")
    of_ann = url.replace("//", f"//{USER}@")
    refused = netlog("calendar", of_ann, code=3).err
    assert f"does not accept the user {USER}" in refused
    assert "wrong" not in refused
    words = iter(["also wrong", PASSWORD])
    monkeypatch.setattr("netlog.cli.asking.can_ask", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: next(words))
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"\n{USER}\n"))
    assert netlog("calendar", of_ann, today=TODAY).out == f"Sent to {url}: 3 new.\n"


@pytest.mark.usefixtures("told")
def test_a_password_is_kept_in_the_keyring(
    server: Radicale,
    netlog: Netlog,
    monkeypatch: pytest.MonkeyPatch,
    kept: dict[tuple[str, str], str],
) -> None:
    url = server.make("fifth")
    of_ann = url.replace("//", f"//{USER}@")
    with monkeypatch.context() as patched:
        patched.setenv("NETLOG_CALENDAR_PASSWORD", PASSWORD)
        netlog("calendar", of_ann, "--keyring", today=TODAY)
    assert kept == {(url, USER): PASSWORD}
    assert netlog("calendar", of_ann, today=TODAY).out == f"Sent to {url}: nothing new.\n"
    monkeypatch.setattr("keyring.get_credential", lambda *_: 1 / 0)
    assert "The system keyring cannot be used" in netlog("calendar", of_ann, code=3).err


@pytest.mark.usefixtures("known", "told")
def test_what_takes_no_to_dos_is_told_with_what_does(server: Radicale, netlog: Netlog) -> None:
    url, meetings = server.make("fourth"), server.make("meetings", "VEVENT")
    above = netlog("calendar", server.home, code=3).err
    assert "is no calendar.\n  Calendars there:\n" in above
    assert f"    {url}\n" in above
    assert meetings not in above
    assert "takes no to-dos" in netlog("calendar", meetings, code=3).err
    assert "is not there" in netlog("calendar", f"{url}nowhere", code=3).err
