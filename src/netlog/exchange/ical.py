"""Calendars (iCalendar): meetings that took place, with who was in them beside me.

The lines of an event are gathered here, so that one broken event does not stop the rest and a
large calendar need not be in memory; what they mean is for the icalendar library to say.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, BinaryIO

from netlog.domain.dates.phrase import FIRST_YEAR
from netlog.domain.text import excerpt
from netlog.exchange.content_lines import ENTRIES, in_components
from netlog.exchange.days import Unclear
from netlog.exchange.format import Reading
from netlog.exchange.guests import MOST_GUESTS, Attendance, attendance, values_of
from netlog.exchange.records import Entry, Meeting, Problem, Skipped
from netlog.exchange.recurring import Rule, Work, occurrences
from netlog.exchange.text import Text, decoded

BEGIN = "BEGIN:VCALENDAR"
MOST_SERIES = 20_000  # kept until the end, since exceptions may come before or after them
_MOST_LINES = 1_000  # of an event, of those that are read
_LONGEST_LINE = 50_000
_READ = frozenset(
    {
        *("UID", "DTSTART", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS"),
        *("SUMMARY", "LOCATION", "ATTENDEE", "ORGANIZER"),
    }
)
_LEFT_OUT = {"VTODO": "a to-do", "VJOURNAL": "a journal entry"}


class Calendar:
    """A calendar, or several behind each other."""

    name = "ics"
    label = "a calendar (iCalendar)"

    def recognise(self, head: bytes) -> bool:
        text = decoded(head).lstrip("\ufeff \t\r\n")
        return text[: len(BEGIN)].upper() == BEGIN

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        text = Text(stream)
        events = _Events(reading)
        for place, lines in _components(text):
            yield from text.new_problems()
            if len(lines) == 1:
                events.calendar_zone(lines[0])
            else:
                yield from events.read(place, lines)
        yield from text.new_problems()
        yield from events.series()


def _components(text: Text) -> Iterator[tuple[int, list[str]]]:
    """The events and to-dos, from first to last line; what a calendar says stands by itself."""
    place, lines = 0, list[str]()
    for line in in_components(text):
        is_own = line.component in ENTRIES
        if line.name == "BEGIN" and (is_own or line.component == "VCALENDAR"):
            if lines:
                text.problem(place, "The event has no end; it was left out.")
            place, lines = line.place, [f"BEGIN:{line.component}"] if is_own else []
        elif is_own and line.name == "END":
            yield place, [*lines, f"END:{line.component}"]
            lines = []
        elif is_own and line.name in _READ:
            if len(lines) < _MOST_LINES and len(line.text) <= _LONGEST_LINE:
                lines.append(line.text)
        elif not lines and line.name == "X-WR-TIMEZONE":
            yield line.place, [line.value]
    if lines:
        text.problem(place, "The event has no end: the file is cut off here.")


class _Events:
    """The events of a calendar, as they come."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.zone = reading.zone
        self._series: list[tuple[Rule, Meeting]] = []  # with the first of each
        self._elsewhere: dict[str, set[date]] = {}  # by the UID of a series

    def calendar_zone(self, name: str) -> None:
        """What the calendar says of itself: the zone of moments that have no other."""
        from icalendar.timezone import tzp

        with suppress(Exception):  # a name that is none, in whatever way
            zone: tzinfo | None = tzp.timezone(name.strip())
            self.zone = zone or self.zone

    def read(self, place: int, lines: list[str]) -> list[Entry]:
        """What an event says, as far as it does not repeat."""
        from icalendar import Event

        kind = lines[0].partition(":")[2]
        if kind in _LEFT_OUT:
            return [Skipped(place, _LEFT_OUT[kind])]
        event: Any = None
        try:
            event = Event.from_ical("\r\n".join(lines) + "\r\n")
            return self._entries(place, event)
        except Exception as error:  # noqa: BLE001 - whatever the library makes of a broken event
            return [Problem(place, _unreadable(event) or _by_library(error))]

    def series(self) -> Iterator[Entry]:
        """The days of the events that repeat, now that all exceptions are known."""
        work = Work()
        for rule, first in self._series:
            elsewhere = self._elsewhere.get(first.uid, ())
            try:
                days = occurrences(rule, self.reading.today, elsewhere, work)
            except Unclear as error:
                yield Problem(first.place, str(error))
                continue
            for day in days:
                yield first._replace(on=day, uid=_uid(first.uid, day))

    def _entries(self, place: int, event: Any) -> list[Entry]:
        uid = str(_first(event, "UID") or "").strip()
        start = self._day(_moment(_first(event, "DTSTART")))
        planned = self._day(_moment(_first(event, "RECURRENCE-ID")))
        if planned is not None and uid:
            self._elsewhere.setdefault(uid, set()).add(planned)
        if start is None or start.year < FIRST_YEAR:
            none = f"The event has no beginning, or one before {FIRST_YEAR}."
            return [Problem(place, _unreadable(event) or none)]
        present = attendance(event, self.reading)
        left_out: list[Entry] = [Skipped(place, why) for why in present.left_out]
        if why := _no_meeting(event, present, start, self.reading.today):
            return [Skipped(place, why)]
        about, at = _text(event, "SUMMARY"), _text(event, "LOCATION")
        meeting = Meeting(place, start, present.guests, about, at, uid=uid)
        if planned is not None:
            return [*left_out, meeting._replace(uid=_uid(uid, planned))]
        rule = self._rule(event, start)
        if rule is None:
            return [*left_out, meeting]
        if len(self._series) >= MOST_SERIES:
            why = "There are more events that repeat than are read."
            return [*left_out, Problem(place, why)]
        self._series.append((rule, meeting))
        return left_out

    def _rule(self, event: Any, start: date) -> Rule | None:
        recurrence = _first(event, "RRULE")
        added = tuple(self._days(event, "RDATE"))
        if not recurrence and not added:
            return None
        parts, until, count = "", None, None
        if recurrence:
            parts = recurrence.to_ical().decode()
            count = next(iter(recurrence.get("COUNT") or ()), None)
            until = self._until(next(iter(recurrence.get("UNTIL") or ()), None), event)
        dropped = frozenset(self._days(event, "EXDATE"))
        return Rule(start, parts, until, count, added, dropped)

    def _until(self, until: Any, event: Any) -> date | None:
        """The last day of a rule, in the zone of the event: it ends at a moment, often in UTC."""
        start = self._own(_moment(_first(event, "DTSTART")))
        if not isinstance(until, datetime):
            return until if isinstance(until, date) else None
        if not isinstance(start, datetime):
            return until.date()
        end: datetime = until
        if end.tzinfo is not None and start.tzinfo is not None:
            end = end.astimezone(start.tzinfo)
        return end.date() - timedelta(days=end.time() < start.time())

    def _days(self, event: Any, name: str) -> Iterator[date]:
        for values in values_of(event, name):
            for value in getattr(values, "dts", ()):
                day = self._day(_moment(value))
                if day is not None:
                    yield day

    def _day(self, moment: date | None) -> date | None:
        own = self._own(moment)
        return own.date() if isinstance(own, datetime) else own

    def _own(self, moment: date | None) -> date | None:
        """A moment in its own zone. One in UTC was in the calendar's: so programs write them."""
        if isinstance(moment, datetime) and str(moment.tzinfo) == "UTC":
            with suppress(OverflowError, OSError):  # there, beyond the ends of the calendar
                return moment.astimezone(self.zone)
        return moment


def _unreadable(event: Any) -> str:
    """Which line of an event cannot be read; "" where the library could read all of them."""
    for name, why in getattr(event, "errors", ()):  # without a name where the line has none
        value = None if name is None else _first(event, name)
        is_so = f'its {name} is "{excerpt(str(value))}"'
        what = excerpt(" ".join(str(why).split())) if value is None else is_so
        return f"The event cannot be read: {what}."
    return ""


def _by_library(error: Exception) -> str:
    why = " ".join(str(error).split()) or type(error).__name__
    return f"The event cannot be read: {excerpt(why)}."


def _no_meeting(event: Any, present: Attendance, start: date, today: date) -> str:
    """Why an event is no meeting of mine; "" where it is one."""
    if str(_first(event, "STATUS") or "").upper() == "CANCELLED":
        return "cancelled"
    if start > today:
        return "still to come"
    if present.i_declined:
        return "declined by me"
    if len(present.guests) > MOST_GUESTS:
        return f"with more than {MOST_GUESTS} guests"
    return "" if present.guests else "with nobody else"


def _uid(uid: str, planned: date) -> str:
    return f"{uid}/{planned:%Y%m%d}"


def _first(event: Any, name: str) -> Any:
    return next(iter(values_of(event, name)), None)


def _text(event: Any, name: str) -> str:
    return " ".join(str(_first(event, name) or "").split())


def _moment(value: Any) -> date | None:
    """The date or the date and time of a value; of a period its beginning."""
    moment = getattr(value, "dt", None)
    if isinstance(moment, tuple):
        moment = moment[0]
    return moment if isinstance(moment, date) else None
