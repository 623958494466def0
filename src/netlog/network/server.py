"""A calendar on a server (CalDAV): its to-dos are read, written and taken away.

The caldav library sends and signs; it is an extra, and imported nowhere else. Each change goes only
to the version that was read, so nothing is written over that came in between.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self
from urllib.parse import quote, urljoin, urlsplit

from netlog.errors import LedgerUnusable, LoginWanted, NetlogError, Refused
from netlog.exchange.calendar_plan import Stored
from netlog.network.address import Address
from netlog.network.login import Login

TIMEOUT = 20  # seconds for each answer
_DAV, _CALENDAR = "DAV:", "urn:ietf:params:xml:ns:caldav"
_NAMES = f'xmlns:D="{_DAV}" xmlns:C="{_CALENDAR}"'
_XML = {"Content-Type": "application/xml; charset=utf-8"}
_TEXT = {"Content-Type": "text/calendar; charset=utf-8"}
_KIND = (
    f"<D:propfind {_NAMES}><D:prop><D:resourcetype/><D:displayname/>"
    "<C:supported-calendar-component-set/></D:prop></D:propfind>"
)
_TO_DOS = (
    f"<C:calendar-query {_NAMES}><D:prop><D:getetag/><C:calendar-data/></D:prop><C:filter>"
    '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VTODO"/></C:comp-filter>'
    "</C:filter></C:calendar-query>"
)
_SOME, _GONE, _UNKNOWN_USER, _FORBIDDEN, _CHANGED = 207, (404, 410), 401, 403, 412
_DONE, _FAILED = 2, 5  # the first digit
_MOST_NAMED = 8
_NOTHING = "Nothing was sent."
_SOMETHING = "What was sent before stays, and netlog calendar goes on where it stopped."


class Unreachable(NetlogError):
    """A server cannot be asked, or answers what nobody can work with."""

    exit_code = 4

    def __init__(self, address: Address, why: str, hint: str) -> None:
        """Take where, what is in the way, and what to do about it."""
        super().__init__(f"The calendar at {address.url} cannot be reached: {why}.", hint)


class NoCalendar(Refused):
    """There is nothing at an address that could take to-dos; `choices` are what could."""

    def __init__(self, address: Address, why: str, choices: tuple[str, ...] = ()) -> None:
        """Take where, what is there instead, and the calendars that are below it."""
        hint = (
            "Calendars there:"
            if choices
            else "Nothing was sent. The settings of the calendar, where you made it, show its"
            " address; it often ends with the name of the list."
        )
        super().__init__(f"{address.url} {why}.", hint, choices)


class Server:
    """A calendar on a server, open to be read and written."""

    def __init__(self, address: Address, login: Login | None) -> None:
        """Connect to nothing yet; `require_library` was called."""
        self.address, self._login = address, login
        self._status, self._has_written = 0, False
        with _silent():
            self._client = _client(address, login)
        self._client.session.hooks["response"].append(self._note)

    def __enter__(self) -> Self:
        """The server itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the connection."""
        self._client.session.close()

    def to_dos(self) -> list[Stored]:
        """All to-dos of the calendar, of whatever program, also those that were ticked off.

        Raises:
            NoCalendar: it is no calendar, or takes no to-dos.
            LoginWanted, Refused, Unreachable: as `_ask`.
        """
        self._refuse_what_is_none()
        answer = self._ask("REPORT", self.address.url, _TO_DOS, {**_XML, "Depth": "1"})
        if self._status != _SOME:
            raise self._unexpected()
        entries = []
        for place, properties in self._answers(answer):
            text = _text(properties.get(f"{{{_CALENDAR}}}calendar-data"))
            if text and _is_below(place, self.address.url):
                version = _text(properties.get(f"{{{_DAV}}}getetag"))
                entries.append(Stored(place, version, text))
        return entries

    def add(self, name: str, text: str) -> bool:
        """Add an entry; whether there was none of that name.

        Raises:
            LoginWanted, Refused, Unreachable: as `_ask`.
        """
        place = urljoin(self.address.url, f"{quote(name, safe='')}.ics")
        return self._put(place, text, {"If-None-Match": "*"})

    def change(self, entry: Stored, text: str) -> bool:
        """Write another text into an entry; whether it was still as it had been read.

        Raises:
            LoginWanted, Refused, Unreachable: as `_ask`.
        """
        return self._put(entry.place, text, _only(entry))

    def remove(self, entry: Stored) -> bool:
        """Take an entry away; whether it was still as it had been read.

        Raises:
            LoginWanted, Refused, Unreachable: as `_ask`.
        """
        self._ask("DELETE", entry.place, "", _only(entry))
        return self._is_written(gone=True)

    def _put(self, place: str, text: str, condition: Mapping[str, str]) -> bool:
        self._ask("PUT", place, text, {**_TEXT, **condition})
        return self._is_written(gone=False)

    def _is_written(self, *, gone: bool) -> bool:
        if self._status == _CHANGED or (self._status in _GONE and not gone):
            return False
        if self._status // 100 != _DONE and self._status not in _GONE:
            raise self._unexpected()
        self._has_written = True
        return True

    def _refuse_what_is_none(self) -> None:
        answer = self._ask("PROPFIND", self.address.url, _KIND, {**_XML, "Depth": "0"})
        if self._status in _GONE:
            raise NoCalendar(self.address, "is not there")
        if self._status // 100 == _FAILED:
            raise self._unexpected()
        _, properties = next(self._answers(answer), ("", None))
        if self._status != _SOME or properties is None:
            raise NoCalendar(self.address, "does not answer as a server of calendars does")
        if not _is_calendar(properties):
            raise NoCalendar(self.address, "is no calendar", self._below())
        if not _takes_to_dos(properties):
            raise NoCalendar(self.address, "is a calendar that takes no to-dos")

    def _below(self) -> tuple[str, ...]:
        """The calendars that take to-dos right below the address."""
        answer = self._ask("PROPFIND", self.address.url, _KIND, {**_XML, "Depth": "1"})
        if self._status != _SOME:
            return ()
        places = [
            place
            for place, properties in self._answers(answer)
            if _is_calendar(properties) and _takes_to_dos(properties)
        ]
        return tuple(places[:_MOST_NAMED])

    def _ask(self, method: str, place: str, body: str, headers: Mapping[str, str]) -> Any:
        """What the server answers.

        Raises:
            LoginWanted: it wants to know who asks, or does not accept who does.
            Refused: it forbids it.
            Unreachable: there is no network, no such machine, no answer in time, or no trust in it.
        """
        self._status = 0
        try:
            with _silent():
                answer = self._client.request(place, method, body, headers)
        except Exception as error:  # those of the library, and of what it is made of
            answer = None
            if self._status not in (_UNKNOWN_USER, _FORBIDDEN):
                raise self._unreachable(error) from error
        if self._status == _UNKNOWN_USER:
            user = "" if self._login is None else self._login.user
            raise LoginWanted(self.address.url, user, is_wrong=self._login is not None)
        if self._status == _FORBIDDEN:
            what = "read" if method in ("PROPFIND", "REPORT") else "written"
            raise Refused(
                f"{self.address.url} may not be {what} by you, says the server.",
                "Check the address, and what its owner lets you do.",
            )
        return answer

    def _note(self, answer: Any, **_: Any) -> None:
        self._status = int(answer.status_code)

    def _answers(self, answer: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """What is said of each place: the properties that it has."""
        tree = answer.tree
        for response in () if tree is None else tree.iter(f"{{{_DAV}}}response"):
            place = urljoin(self.address.url, _text(response.find(f"{{{_DAV}}}href")))
            parts = response.iter(f"{{{_DAV}}}prop")
            properties = (each for part in parts for each in part if len(each) or each.text)
            yield place, {str(each.tag): each for each in properties}

    def _unexpected(self) -> Unreachable:
        return self._broken_off(f"it answers {self._status}", "Try again later.")

    def _unreachable(self, error: Exception) -> Unreachable:
        """What went wrong, by the names that the errors of all libraries for this have."""
        names = {kind.__name__ for kind in type(error).__mro__}
        if "SSLError" in names:
            why = "its certificate is not trusted, or it speaks no TLS"
            return self._broken_off(why, "For a certificate of your own: REQUESTS_CA_BUNDLE=FILE")
        if "Timeout" in names:
            why = f"it did not answer for {TIMEOUT} seconds"
            return self._broken_off(why, "Try again later.")
        if names & {"ConnectionError", "InvalidURL", "OSError"}:
            return self._broken_off("there is no connection to it", "Check it, and the network.")
        return self._broken_off("it answers what cannot be understood", "Check the address.")

    def _broken_off(self, why: str, hint: str) -> Unreachable:
        so_far = _SOMETHING if self._has_written else _NOTHING
        return Unreachable(self.address, why, f"{so_far} {hint}")


def require_library() -> None:
    """Refuse to go on without what speaks with servers.

    Raises:
        LedgerUnusable: it is not installed.
    """
    with _silent():
        try:
            import caldav  # noqa: F401, PLC0415 - only who sends to a server
        except ImportError as error:
            raise LedgerUnusable(
                "What speaks with calendars on servers is not installed.",
                'Install it: pip install "netlog-ledger[calendar]"',
            ) from error


def _client(address: Address, login: Login | None) -> Any:
    from caldav import DAVClient  # noqa: PLC0415 - see `require_library`

    user, password = (None, None) if login is None else (login.user, login.password)
    return DAVClient(address.url, username=user, password=password, timeout=TIMEOUT)


@contextmanager
def _silent() -> Iterator[None]:
    """Keep the libraries from writing to standard error what `Unreachable` tells."""
    from warnings import catch_warnings, simplefilter  # noqa: PLC0415 - see `require_library`

    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with catch_warnings():
            simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def _only(entry: Stored) -> dict[str, str]:
    """That it is to be as it was read, where a server tells versions apart to the letter."""
    is_exact = entry.version and not entry.version.startswith("W/")
    return {"If-Match": entry.version} if is_exact else {}


def _text(element: Any) -> str:
    return "" if element is None else str(element.text or "").strip()


def _is_calendar(properties: Mapping[str, Any]) -> bool:
    kind = properties.get(f"{{{_DAV}}}resourcetype")
    return kind is not None and kind.find(f"{{{_CALENDAR}}}calendar") is not None


def _takes_to_dos(properties: Mapping[str, Any]) -> bool:
    kinds = properties.get(f"{{{_CALENDAR}}}supported-calendar-component-set")
    return kinds is None or not len(kinds) or "VTODO" in {each.get("name") for each in kinds}


def _is_below(place: str, url: str) -> bool:
    """Whether a place is on the same machine: to no other does the password go."""
    parts, url_parts = urlsplit(place), urlsplit(url)
    return (parts.scheme, parts.netloc) == (url_parts.scheme, url_parts.netloc)
