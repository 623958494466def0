"""The days and intervals that files write: the forms of programs, and nothing unclear."""

import re
from contextlib import suppress
from datetime import date, datetime, tzinfo
from functools import lru_cache

from netlog.domain.dates.days import span
from netlog.domain.dates.phrase import FIRST_YEAR, MONTHS, DateOrder
from netlog.domain.text import excerpt
from netlog.errors import Unreadable

_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?")
_YEAR_FIRST_BARE = re.compile(r"(\d{4})()(\d{2})(\d{2})(?:T.*)?")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-. /]+([^\W\d]{3,9})\.?,?[-. /]+(\d{2,4})")
_MONTH_DAY_YEAR = re.compile(r"([^\W\d]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_NUMBERS = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?:,? .*)?")
_CENTURY = 100
_LONGEST, _LONGEST_INTERVAL = 40, 20
_NO_DAYS = frozenset({"", "0/0/00", "0000-00-00", "00/00/0000", "0/0/0000"})  # Outlook, MySQL


class Unclear(ValueError):
    """What nobody can know the days of; the message says why, for people."""


def read_day(text: str, today: date, order: DateOrder = None) -> date | None:
    """The day that a text is; None where it says that there is none.

    Raises:
        Unclear: it is in no known form, no day of the calendar, or may be two.
    """
    text = text.strip()
    if text in _NO_DAYS:
        return None
    if len(text) > _LONGEST:
        raise Unclear(f'"{excerpt(text)}" is not read as a date.')
    return _read(text, today, order)


def days_between(text: str) -> int | None:
    """The days of `6w`, `90 days` or `90`; None for none.

    Raises:
        Unclear: it is no number of days or weeks.
    """
    if text in ("", "0"):
        return None
    with suppress(Unreadable):
        if len(text) <= _LONGEST_INTERVAL:
            return span(f"{text}d" if text.isascii() and text.isdigit() else text)
    raise Unclear(f'"{excerpt(text)}" is no number of days or weeks.')


@lru_cache(4096)
def _read(text: str, today: date, order: DateOrder) -> date:
    if match := _YEAR_FIRST.fullmatch(text) or _YEAR_FIRST_BARE.fullmatch(text):
        return _day(text, int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY_MONTH_YEAR.fullmatch(text):
        return _day(text, _year(match[3], today), _month(text, match[2]), int(match[1]))
    if match := _MONTH_DAY_YEAR.fullmatch(text):
        return _day(text, int(match[3]), _month(text, match[1]), int(match[2]))
    if match := _NUMBERS.fullmatch(text):
        return _in_numbers(text, match, today, order)
    raise Unclear(f'"{excerpt(text)}" is not read as a date.')


def day_of_moment(text: str, zone: tzinfo | None) -> date | None:
    """The day on which a moment such as `20120110T231200Z` was in a zone; None for no moment.

    A zone of None is that of this machine.
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            moment = moment.astimezone(zone)
    except (ValueError, OverflowError, OSError):  # none, or one at the ends of the calendar
        return None
    return moment.date() if moment.year >= FIRST_YEAR else None


def _in_numbers(text: str, match: re.Match[str], today: date, order: DateOrder) -> date:
    first, second, year = int(match[1]), int(match[3]), _year(match[4], today)
    if order == "dmy" or (order is None and match[2] == "."):
        return _day(text, year, second, first)
    if order == "mdy":
        return _day(text, year, first, second)
    both = {(first, second), (second, first)}
    readings = {(month, day) for month, day in both if 0 < month <= len(MONTHS) and day}
    if len(readings or both) == 1:
        return _day(text, year, *(readings or both).pop())
    if not readings:
        raise Unclear(f'"{excerpt(text)}" is no day of the calendar.')
    raise Unclear(f'"{excerpt(text)}" may be two days; set date_order to say which comes first.')


def _year(digits: str, today: date) -> int:
    """A year; of one in two digits the latest that is not to come."""
    year = int(digits)
    if year >= _CENTURY:
        return year
    return year + (today.year - year) // _CENTURY * _CENTURY


def _month(text: str, name: str) -> int:
    number = _MONTH_NUMBERS.get(name[:3].lower())
    if number is None:
        raise Unclear(f'"{excerpt(text)}" is not read as a date.')
    return number


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        reading = date(year, month, day)
    except ValueError as error:
        raise Unclear(f'"{excerpt(text)}" is no day of the calendar.') from error
    if year < FIRST_YEAR:
        raise Unclear(f'"{excerpt(text)}" is before {FIRST_YEAR}.')
    return reading
