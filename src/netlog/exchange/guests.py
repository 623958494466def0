"""Who was in an event of a calendar beside me: no rooms, nobody who declined."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from netlog.domain.people.names import comparison_key
from netlog.exchange.format import Reading
from netlog.exchange.records import Guest

MOST_GUESTS = 60  # above it is an assembly
_ROOMS = frozenset({"ROOM", "RESOURCE"})
_OF_ROOMS = "@resource.calendar.google.com"
_OF_CALENDARS = "@group.calendar.google.com"  # the organiser of what stands in a shared calendar


class Attendance(NamedTuple):
    """Who was there, what was left out and why, and whether I declined."""

    guests: tuple[Guest, ...]
    left_out: tuple[str, ...]
    i_declined: bool


def attendance(event: Any, reading: Reading) -> Attendance:
    """Who was in an event as the library reads it."""
    guests: dict[Guest, Guest] = {}
    invited: set[str] = set()  # their addresses; an organiser is often in the list as well
    left_out: list[str] = []
    i_declined = False
    for address, is_organiser in _addresses(event):
        guest = _guest(address)
        params = address.params
        is_declined = _param(params, "PARTSTAT").upper() == "DECLINED"
        if _is_me(guest, reading):
            i_declined = i_declined or is_declined
        elif _is_room(guest, params):
            left_out.append("a room")
        elif is_declined:
            left_out.append("somebody who declined")
        elif _param(params, "CUTYPE").upper() == "GROUP":
            left_out.append("a mailing list")
        elif not (guest.email.endswith(_OF_CALENDARS) or (is_organiser and guest.email in invited)):
            guests.setdefault(guest._replace(name=comparison_key(guest.name)), guest)
            invited |= {guest.email} - {""}
    guests.pop(Guest(""), None)
    return Attendance(tuple(guests.values()), tuple(left_out), i_declined)


def _addresses(event: Any) -> Iterator[tuple[Any, bool]]:
    """Attendees and organisers; who organises is there, though not always in the list."""
    for name in ("ATTENDEE", "ORGANIZER"):
        for value in values_of(event, name):
            yield value, name == "ORGANIZER"


def values_of(event: Any, name: str) -> list[Any]:
    """What an event says under a name, once or more often."""
    value = event.get(name)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _guest(address: Any) -> Guest:
    text = str(address).strip()
    scheme, colon, rest = text.partition(":")
    email = rest if colon and scheme.lower() == "mailto" else text
    email = email.strip().lower() if "@" in email and " " not in email.strip() else ""
    name = " ".join(_param(address.params, "CN").replace('"', "").split()).strip("'")
    return Guest("" if name.lower() == email else name, email)


def _param(params: Any, name: str) -> str:
    value = params.get(name)
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    return str(value or "")


def _is_me(guest: Guest, reading: Reading) -> bool:
    if guest.email in reading.addresses:
        return True
    return bool(reading.owner and guest.name) and comparison_key(guest.name) == comparison_key(
        reading.owner
    )


def _is_room(guest: Guest, params: Any) -> bool:
    return _param(params, "CUTYPE").upper() in _ROOMS or guest.email.endswith(_OF_ROOMS)
