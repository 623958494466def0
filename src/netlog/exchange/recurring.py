"""The days of an event that comes again and again, up to today, whatever its rule says.

Rules are followed by days: a day has one meeting at most, so hours do not matter, and rules by the
hour are none. Followed here, since dateutil looks for a day that a rule never has until the year
9999; a test compares the two. `Work` is how many days all the rules of a file may try.
"""

from calendar import isleap, monthrange
from collections.abc import Collection, Iterator
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

from netlog.domain.dates.phrase import FIRST_YEAR
from netlog.exchange.days import Unclear

MOST_DAYS = 5_000  # of one event; every working day for twenty years
MOST_WORK = 1_000_000  # days tried for a whole file
_LONGEST_RULE = 500
_MONTHS = 12
_WEEK = 7
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Rule(NamedTuple):
    """When an event comes again: its first day, its rule, and what is added and taken away.

    `parts` are those of the rule, such as `FREQ=WEEKLY`; `until` is the last day, `times` how
    often.
    """

    first: date
    parts: str = ""
    until: date | None = None
    times: int | None = None
    added: tuple[date, ...] = ()
    dropped: frozenset[date] = frozenset()


class Work:
    """How many days may still be tried for a file."""

    def __init__(self) -> None:
        self.left = MOST_WORK

    def take(self, days: int) -> None:
        """Take so many.

        Raises:
            Unclear: so many are not left.
        """
        self.left -= days
        if self.left < 0:
            raise Unclear("The events of this file repeat more often than can be read.")


def occurrences(rule: Rule, today: date, elsewhere: Collection[date], work: Work) -> list[date]:
    """The days up to today on which an event took place.

    Args:
        rule: when it comes.
        today: the last day that counts.
        elsewhere: the days on which one was planned that stands in the file by itself.
        work: what may still be tried.

    Raises:
        Unclear: it repeats by the hour, too often, or in a way that is no rule.
    """
    last = today if rule.until is None else min(today, rule.until)
    days = {rule.first, *rule.added, *_by_rule(rule, last, work)}
    return sorted(day for day in days - rule.dropped if day <= today and day not in elsewhere)


def _by_rule(rule: Rule, last: date, work: Work) -> list[date]:
    if not rule.parts or last <= rule.first:
        return []
    if len(rule.parts) > _LONGEST_RULE or rule.first.year < FIRST_YEAR:
        raise Unclear("The rule by which the event repeats is not followed.")
    try:
        pattern = _pattern(rule)
    except (ValueError, IndexError) as error:
        raise Unclear("The rule by which the event repeats cannot be read.") from error
    if pattern.frequency not in _PERIODS:
        raise Unclear("The event repeats by the hour, or in a way that is not known.")
    work.take((last - rule.first).days)
    most = MOST_DAYS + 1 if rule.times is None else max(rule.times, 0)
    days = list(islice(_days(pattern, rule.first, last), min(most, MOST_DAYS + 1)))
    if len(days) > MOST_DAYS:
        raise Unclear(f"The event repeats more than {MOST_DAYS:,} times; it was left out.")
    return days


class _Pattern(NamedTuple):
    """A rule taken apart; a weekday has the place in its month or year, 0 for every one."""

    frequency: str
    interval: int
    months: frozenset[int]
    month_days: frozenset[int]
    year_days: frozenset[int]
    weeks: frozenset[int]
    weekdays: tuple[tuple[int, int], ...]
    places: frozenset[int]
    week_begins: int
    is_by_month: bool  # whether the place of a weekday is that in its month


def _pattern(rule: Rule) -> _Pattern:
    parts = dict(part.partition("=")[::2] for part in rule.parts.upper().split(";"))

    def numbers(name: str) -> frozenset[int]:
        return frozenset(map(int, filter(None, parts.get(name, "").split(","))))

    frequency, interval = parts.get("FREQ", ""), int(parts.get("INTERVAL", "1"))
    months, month_days = numbers("BYMONTH"), numbers("BYMONTHDAY")
    weekdays = tuple(map(_weekday, filter(None, parts.get("BYDAY", "").split(","))))
    year_days, weeks = numbers("BYYEARDAY"), numbers("BYWEEKNO")
    if interval < 1:
        raise ValueError(interval)
    is_by_month = frequency == "MONTHLY" or bool(months)
    if not (weekdays or month_days or year_days or weeks):
        if frequency == "WEEKLY":
            weekdays = ((0, rule.first.weekday()),)
        elif frequency in ("MONTHLY", "YEARLY"):
            month_days = frozenset({rule.first.day})
        if frequency == "YEARLY":
            months = months or frozenset({rule.first.month})
    if frequency in ("DAILY", "WEEKLY"):
        weekdays = tuple((0, weekday) for _, weekday in weekdays)
    begins = _WEEKDAYS.index(parts.get("WKST", "MO"))
    places = numbers("BYSETPOS")
    return _Pattern(
        *(frequency, interval, months, month_days, year_days, weeks, weekdays, places, begins),
        is_by_month,
    )


def _weekday(text: str) -> tuple[int, int]:
    """A weekday and its place: `-1FR` is the last Friday, `MO` every Monday."""
    return int(text[:-2] or "0"), _WEEKDAYS.index(text[-2:])


def _days(pattern: _Pattern, first: date, last: date) -> Iterator[date]:
    """The days of a pattern from the first to the last, in order."""
    for period in _PERIODS[pattern.frequency](pattern, first, last):
        days = [day for day in period if _is_in(pattern, day)]
        if pattern.places:
            length = len(days)
            days = [
                day
                for place, day in enumerate(days, 1)
                if place in pattern.places or place - length - 1 in pattern.places
            ]
        yield from (day for day in days if first <= day <= last)


def _is_in(pattern: _Pattern, day: date) -> bool:
    """Whether a day is in all parts of a pattern that there are."""
    if pattern.months and day.month not in pattern.months:
        return False
    if pattern.month_days:
        from_end = day.day - monthrange(day.year, day.month)[1] - 1
        if day.day not in pattern.month_days and from_end not in pattern.month_days:
            return False
    if pattern.year_days:
        number = day.timetuple().tm_yday
        if not {number, number - _year_length(day.year) - 1} & pattern.year_days:
            return False
    if pattern.weeks and day.isocalendar()[1] not in pattern.weeks:
        return False
    return not pattern.weekdays or any(_is_on(pattern, day, *each) for each in pattern.weekdays)


def _is_on(pattern: _Pattern, day: date, place: int, weekday: int) -> bool:
    if day.weekday() != weekday:
        return False
    if not place:
        return True
    if pattern.is_by_month:
        number, length = day.day, monthrange(day.year, day.month)[1]
    else:
        number, length = day.timetuple().tm_yday, _year_length(day.year)
    return place in ((number - 1) // _WEEK + 1, -((length - number) // _WEEK + 1))


def _year_length(year: int) -> int:
    return 365 + isleap(year)


def _by_days(length: int, pattern: _Pattern, first: date, last: date) -> Iterator[list[date]]:
    """Periods of so many days, of which a week begins as the pattern says."""
    begin = first.toordinal() - (first.weekday() - pattern.week_begins) % length
    for number in range(begin, last.toordinal() + 1, pattern.interval * length):
        yield [date.fromordinal(number + day) for day in range(length)]


def _by_months(length: int, pattern: _Pattern, first: date, last: date) -> Iterator[list[date]]:
    """Periods of so many months, of which a year begins in January."""
    begin, end = (day.year * _MONTHS + day.month - 1 for day in (first, last))
    for number in range(begin - begin % length, end + 1, pattern.interval * length):
        months = (divmod(each, _MONTHS) for each in range(number, number + length))
        yield [
            date(year, month + 1, day)
            for year, month in months
            for day in range(1, monthrange(year, month + 1)[1] + 1)
        ]


_PERIODS = {
    "DAILY": partial(_by_days, 1),
    "WEEKLY": partial(_by_days, _WEEK),
    "MONTHLY": partial(_by_months, 1),
    "YEARLY": partial(_by_months, _MONTHS),
}
