"""Open items as a calendar: all-day events, or to-dos, with an alarm in the morning of the day.

An item keeps its UID, so that a calendar that reads the file again changes what it has.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple

from netlog.exchange.write.content_lines import escaped, folded

As = Literal["events", "to-dos"]
PRODUCT = "PRODID:-//netlog//netlog//EN"
OF_COPY = "X-NETLOG-LEDGER:"  # before the name of the copy of the ledger
_HEAD, _END = ("BEGIN:VCALENDAR", "VERSION:2.0", PRODUCT), "END:VCALENDAR"
_ALARM_AT = "PT9H"  # after midnight of the day


class Reminder(NamedTuple):
    """Something to be done by a day: what a calendar calls it, and what it says of it."""

    uid: str
    what: str
    on: date
    about: str = ""


def calendar(
    reminders: Iterable[Reminder], form: As, name: str, written: datetime, copy: str
) -> Iterator[str]:
    """A calendar of reminders, one at a time.

    Args:
        reminders: what is to be done.
        form: what they become; events are shown by every phone, to-dos can be ticked off.
        name: what the calendar is called.
        written: the moment at which it is written.
        copy: the name of the copy of the ledger, so that no other one takes its place.
    """
    head = (
        *_HEAD,
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        f"{OF_COPY}{copy}",
    )
    yield "".join(map(folded, head))
    for reminder in reminders:
        yield "".join(map(folded, _lines(reminder, form, written)))
    yield folded(_END)


def to_do(reminder: Reminder, written: datetime) -> str:
    """A reminder as a server wants it: a to-do in a calendar of its own, which has no method."""
    return "".join(map(folded, (*_HEAD, *_lines(reminder, "to-dos", written), _END)))


def said_of(reminder: Reminder, written: datetime) -> Iterator[str]:
    """The lines of a to-do that are netlog's to say, whatever else stands in it."""
    yield f"DTSTAMP:{_stamp(written)}"
    yield from _words(reminder)
    yield f"DUE;VALUE=DATE:{_day(reminder.on)}"


def _lines(reminder: Reminder, form: As, written: datetime) -> Iterator[str]:
    component = "VEVENT" if form == "events" else "VTODO"
    yield f"BEGIN:{component}"
    yield f"UID:{escaped(reminder.uid)}"
    if form == "events":
        yield f"DTSTAMP:{_stamp(written)}"
        yield from _words(reminder)
        yield f"DTSTART;VALUE=DATE:{_day(reminder.on)}"
        yield f"DTEND;VALUE=DATE:{_day(_next(reminder.on))}"
        yield "TRANSP:TRANSPARENT"
    else:  # without a beginning: until then, many programs would hide it
        yield from said_of(reminder, written)
        yield "STATUS:NEEDS-ACTION"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(reminder.what)}"
    yield f"TRIGGER;RELATED={'START' if form == 'events' else 'END'}:{_ALARM_AT}"
    yield "END:VALARM"
    yield f"END:{component}"


def _words(reminder: Reminder) -> Iterator[str]:
    yield f"SUMMARY:{escaped(reminder.what)}"
    if reminder.about:
        yield f"DESCRIPTION:{escaped(reminder.about)}"


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
