"""Open items as a calendar: all-day events, or to-dos, with an alarm in the morning of the day.

An item keeps its UID, so that a calendar that reads the file again changes what it has.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple

from netlog.exchange.write.content_lines import escaped, folded

As = Literal["events", "to-dos"]
_ALARM_AT = "PT9H"  # after midnight of the day


class Reminder(NamedTuple):
    """Something to be done by a day: what a calendar calls it, and what it says of it."""

    uid: str
    what: str
    on: date
    about: str = ""


def calendar(
    reminders: Iterable[Reminder], form: As, name: str, written: datetime
) -> Iterator[str]:
    """A calendar of reminders, one at a time.

    Args:
        reminders: what is to be done.
        form: what they become; events are shown by every phone, to-dos can be ticked off.
        name: what the calendar is called.
        written: the moment at which it is written.
    """
    yield "".join(
        folded(line)
        for line in (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//netlog//netlog//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            f"X-WR-CALNAME:{escaped(name)}",
        )
    )
    stamp = f"{written.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for reminder in reminders:
        yield "".join(folded(line) for line in _lines(reminder, form, stamp))
    yield folded("END:VCALENDAR")


def _lines(reminder: Reminder, form: As, stamp: str) -> Iterator[str]:
    component = "VEVENT" if form == "events" else "VTODO"
    yield f"BEGIN:{component}"
    yield f"UID:{escaped(reminder.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"SUMMARY:{escaped(reminder.what)}"
    if reminder.about:
        yield f"DESCRIPTION:{escaped(reminder.about)}"
    yield f"DTSTART;VALUE=DATE:{_day(reminder.on)}"
    if form == "events":
        yield f"DTEND;VALUE=DATE:{_day(_next(reminder.on))}"
        yield "TRANSP:TRANSPARENT"
    else:
        yield f"DUE;VALUE=DATE:{_day(_next(reminder.on))}"
        yield "STATUS:NEEDS-ACTION"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(reminder.what)}"
    yield f"TRIGGER;RELATED=START:{_ALARM_AT}"
    yield "END:VALARM"
    yield f"END:{component}"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
