"""What is told of servers that cannot be asked, or answer what nobody expects."""

import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from netlog.errors import LedgerUnusable, NetlogError, Refused, Unreadable
from netlog.exchange.calendar_plan import Stored
from netlog.network import server as module
from netlog.network.address import Address, read_address, refuse_open_way
from netlog.network.login import Login
from netlog.network.server import NoCalendar, Server, Unreachable

pytest.importorskip("caldav", reason="what speaks with servers is tested apart: see .ci/run")

CALENDAR = """<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:response><d:href>/tasks/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/>
<c:calendar/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
</d:response></d:multistatus>"""
ELSEWHERE = """<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:response><d:href>http://elsewhere.example/1.ics</d:href><d:propstat><d:prop>
<c:calendar-data>BEGIN:VCALENDAR</c:calendar-data></d:prop></d:propstat></d:response>
<d:response><d:href>/tasks/2.ics</d:href><d:propstat><d:prop><d:getetag>"7"</d:getetag>
<c:calendar-data>BEGIN:VCALENDAR</c:calendar-data></d:prop></d:propstat></d:response>
</d:multistatus>"""
BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
ENTRY = "/tasks/2.ics"


class Answers(BaseHTTPRequestHandler):
    """Answers a method with a code and a text."""

    answers: ClassVar[dict[str, tuple[int, str]]] = {}
    seen: ClassVar[list[tuple[str, str, str | None]]] = []

    def handle_one(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        condition = self.headers.get("If-Match") or self.headers.get("If-None-Match")
        self.seen.append((self.command, self.path, condition))
        code, text = self.answers[self.command]
        self.send_response(code)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    do_PROPFIND = do_REPORT = do_PUT = do_DELETE = do_GET = handle_one  # noqa: N815 - theirs

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def answering() -> Iterator[Address]:
    """The address of what gives these answers."""
    Answers.seen.clear()
    with HTTPServer(("127.0.0.1", 0), Answers) as running:
        thread = Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield Address(f"http://127.0.0.1:{running.server_port}/tasks/")
        running.shutdown()
        thread.join()


def test_nothing_is_taken_from_another_machine_and_each_change_is_of_a_version(
    answering: Address,
) -> None:
    Answers.answers = {
        "PROPFIND": (207, CALENDAR),
        "REPORT": (207, ELSEWHERE),
        "PUT": (412, ""),
        "DELETE": (404, ""),
    }
    with Server(answering, None) as server:
        (entry,) = server.to_dos()
        assert entry.version == '"7"'
        assert not server.change(entry, "text")
        assert not server.add("1@netlog", "text")
        assert server.remove(entry)
        server.change(entry._replace(version='W/"7"'), "text")
    assert Answers.seen[-4:] == [
        ("PUT", ENTRY, '"7"'),
        ("PUT", "/tasks/1%40netlog.ics", "*"),
        ("DELETE", ENTRY, '"7"'),
        ("PUT", ENTRY, None),
    ]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        (200, "<html>Welcome</html>", NoCalendar),
        (200, "<html><br></html>", Unreachable),
        (207, BOMB, Unreachable),
        (207, "<d:multistatus xmlns:d='DAV:'/>", NoCalendar),
        (403, "", Refused),
        (404, "", NoCalendar),
        (503, "", Unreachable),
    ],
)
def test_what_answers_otherwise_is_no_calendar(
    code: int,
    text: str,
    kind: type[NetlogError],
    answering: Address,
    caplog: pytest.LogCaptureFixture,
) -> None:
    Answers.answers = {"PROPFIND": (code, text)}
    with Server(answering, None) as server, pytest.raises(NetlogError) as told:
        server.to_dos()
    assert type(told.value) is kind
    assert caplog.records == []  # that of the library goes to standard error


def test_what_was_sent_before_is_told(answering: Address) -> None:
    Answers.answers = {"PUT": (201, "")}
    with Server(answering, None) as server:
        server.add("1", "text")
        Answers.answers = {"PUT": (507, "")}
        with pytest.raises(Unreachable, match="answers 507") as told:
            server.change(Stored(f"{answering.url}1.ics", "", ""), "text")
    assert "goes on where it stopped" in told.value.hint


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIMEOUT", 0.05)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        address = Address(f"http://127.0.0.1:{silent.getsockname()[1]}/")
        server = Server(address, Login("ann", "pw"))
        with server, pytest.raises(Unreachable, match="did not answer") as told:
            server.to_dos()
    assert told.value.exit_code == 4


def test_where_nobody_listens_there_is_no_connection() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as gone:
        address = Address(f"http://127.0.0.1:{gone.getsockname()[1]}/")
    with Server(address, None) as server, pytest.raises(Unreachable, match="no connection"):
        server.to_dos()


def test_without_the_extra_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "caldav", None)
    with pytest.raises(LedgerUnusable) as told:
        module.require_library()
    assert "netlog-ledger[calendar]" in told.value.hint


def test_a_login_shows_itself_to_nobody() -> None:
    assert "pw" not in repr(Login("ann", "pw"))


@pytest.mark.parametrize(
    ("typed", "url", "user"),
    [
        ("https://a.example", "https://a.example/", ""),
        ("https://ann%40b.example@a.example/x y", "https://a.example/x y/", "ann@b.example"),
        ("http://[::1]:8/x/#there", "http://[::1]:8/x/", ""),
    ],
)
def test_an_address_is_read(typed: str, url: str, user: str) -> None:
    address = read_address(typed)
    assert address == (url, user)
    assert read_address(address.typed) == address


@pytest.mark.parametrize(
    "typed",
    ["ftp://a.example/", "https://", "http://[::1/", "https://a:b/", "https://a.b/\n", "://"],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_address(typed)


@pytest.mark.parametrize(
    ("url", "is_private"),
    [
        ("https://a.example/", True),
        ("http://localhost:5232/", True),
        ("http://127.0.0.1/", True),
        ("http://[::1]/", True),
        ("http://localhost.a.example/", False),
        ("http://127.0.0.1.a.example/", False),
        ("http://a.example/", False),
    ],
)
def test_an_open_way_is_refused_unless_wanted(url: str, is_private: bool) -> None:
    assert read_address(url).is_private == is_private
    refuse_open_way(read_address(url), allowed=True)
    if not is_private:
        with pytest.raises(Refused, match="not encrypted"):
            refuse_open_way(read_address(url), allowed=False)
