"""The grammar of dates: a table of forms, and nothing that is not in the table.

Parsers that take anything also take `1` and `may`; here, what could be read in two ways is refused.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from netlog.domain.dates.phrase import (
    BACKWARD,
    EXAMPLES,
    FIRST_YEAR,
    FORWARD,
    LAST_YEAR,
    MONTHS,
    WEEKDAYS,
    Direction,
    Phrase,
    not_a_date,
    outside_years,
    two_days,
    two_readings,
)
from netlog.domain.text import excerpt
from netlog.errors import Unreadable

DIRECTIONS: dict[str | None, Direction] = {"next": FORWARD, "last": BACKWARD}

LEAP_YEAR = 2000
NEAR_DAYS = 92  # a quarter: in January, "20 dec" is the last one without doubt
WEEK = timedelta(days=7)
FEBRUARY = 2
LONGEST_MONTH = 31
LONGEST_LEAP_GAP = 8  # 2096 to 2104: most centuries are no leap years

COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Span(NamedTuple):
    """An amount of days, weeks, months or years; `unit` is d, w, m or y."""

    amount: int
    unit: str


Reader = Callable[[Phrase, re.Match[str]], date]


def normalised(text: str) -> str:
    """The text in lower case and single spaces."""
    return " ".join(text.lower().split())


def read(phrase: Phrase) -> date:
    """The day that the phrase means.

    Raises:
        Unreadable: no form of the grammar, ambiguous, or no day of the years 1900 to 9999.
    """
    for form, reader in FORMS:
        if match := re.fullmatch(form, phrase.text):
            return _read_form(phrase, reader, match)
    raise not_a_date(phrase)


def read_span(text: str) -> Span | None:
    """The span that a normalised text means, or None."""
    match = re.fullmatch(SPAN, text)
    return _span(match) if match else None


def _read_form(phrase: Phrase, reader: Reader, match: re.Match[str]) -> date:
    try:
        day = reader(phrase, match)
    except OverflowError as error:
        raise outside_years(phrase) from error
    if day.year < FIRST_YEAR:
        raise outside_years(phrase)
    return day


def _named_day(phrase: Phrase, match: re.Match[str]) -> date:
    return phrase.today + timedelta(days=NAMED_DAYS[match["name"]])


def _month_by_name(phrase: Phrase, match: re.Match[str]) -> date:
    return _day_of(phrase, match["year"], MONTH_NUMBERS[match["month"]], int(match["day"]))


def _year_first(phrase: Phrase, match: re.Match[str]) -> date:
    return _day_of(phrase, match["year"], int(match["month"]), int(match["day"]))


def _numbers(phrase: Phrase, match: re.Match[str]) -> date:
    year, first, second = match["year"], int(match["first"]), int(match["second"])
    if phrase.order == "dmy":
        return _day_of(phrase, year, month=second, day=first)
    if phrase.order == "mdy" or (phrase.order == "ymd" and year is None):
        return _day_of(phrase, year, month=first, day=second)
    return _only_reading(phrase, year, first, second)


def _weekday(phrase: Phrase, match: re.Match[str]) -> date:
    """The nearest one; on that very weekday it may be today as well, so neither is taken."""
    day = _weekday_of_this_week(phrase, match)
    if day == phrase.anchor:
        typed = "today" if day == phrase.today else str(day)
        which = "next" if phrase.direction == FORWARD else "last"
        hint = f'Write {typed} or "{which} {phrase.text}".'
        raise two_days(phrase, day, day + phrase.direction * WEEK, hint)
    is_ahead = (day - phrase.anchor).days * phrase.direction > 0
    return day if is_ahead else day + phrase.direction * WEEK


def _weekday_by_week(phrase: Phrase, match: re.Match[str]) -> date:
    """The one of the week after or before, unless that of this week may be meant as well."""
    direction = DIRECTIONS[match["which"]]
    day = _weekday_of_this_week(phrase, match)
    other = day + direction * WEEK
    if (day - phrase.anchor).days * direction > 0:
        raise two_days(phrase, day, other, f"Write {match['weekday']} or {other}.")
    return other


def _weekday_of_this_week(phrase: Phrase, match: re.Match[str]) -> date:
    days_ahead = WEEKDAY_NUMBERS[match["weekday"]] - phrase.anchor.weekday()
    return phrase.anchor + timedelta(days=days_ahead)


def _day_of_some_month(phrase: Phrase, match: re.Match[str]) -> date:
    number = int(match["day"])
    if not 1 <= number <= LONGEST_MONTH:
        raise not_a_date(phrase)
    day = phrase.anchor
    while day.day != number:
        day += timedelta(days=phrase.direction)
    return day


def _span_ahead(phrase: Phrase, match: re.Match[str]) -> date:
    return _moved(phrase.today, _span(match), FORWARD)


def _span_ago(phrase: Phrase, match: re.Match[str]) -> date:
    return _moved(phrase.today, _span(match), BACKWARD)


def _bare_span(phrase: Phrase, match: re.Match[str]) -> date:
    return _moved(phrase.today, _span(match), phrase.direction)


def _neighbouring_period(phrase: Phrase, match: re.Match[str]) -> date:
    return _moved(phrase.today, Span(1, match["period"][0]), DIRECTIONS[match["which"]])


def _edge_of_this_period(phrase: Phrase, match: re.Match[str]) -> date:
    return _edge(match["edge"], phrase.today, match["period"][0])


def _edge_of_neighbouring_period(phrase: Phrase, match: re.Match[str]) -> date:
    return _edge(match["edge"], _neighbouring_period(phrase, match), match["period"][0])


def _span(match: re.Match[str]) -> Span:
    amount = match["amount"].strip()
    return Span(AMOUNT_WORDS.get(amount) or int(amount), match["unit"][0])


def _moved(day: date, span: Span, direction: Direction) -> date:
    if span.unit in DAYS_IN:
        return day + timedelta(days=direction * span.amount * DAYS_IN[span.unit])
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - start-up is a feature

    try:
        return day + relativedelta(months=direction * span.amount * MONTHS_IN[span.unit])
    except ValueError as error:
        raise OverflowError from error


def _edge(edge: str, within: date, period: str) -> date:
    return _first_day(within, period) if edge == "start" else _last_day(within, period)


def _first_day(within: date, period: str) -> date:
    if period == "w":
        return within - timedelta(days=within.weekday())
    return date(within.year, 1 if period == "y" else within.month, 1)


def _last_day(within: date, period: str) -> date:
    if period == "w":
        return within + timedelta(days=6 - within.weekday())
    month = 12 if period == "y" else within.month
    return date(within.year, month, _month_length(within.year, month))


def _day_of(phrase: Phrase, year: str | None, month: int, day: int) -> date:
    if year is None:
        _check_exists(phrase, LEAP_YEAR, month, day)
        return _nearest(phrase, month, day)
    _check_year(phrase, year)
    _check_exists(phrase, int(year), month, day)
    return date(int(year), month, day)


def _nearest(phrase: Phrase, month: int, day: int) -> date:
    nearest = _next(phrase.anchor, phrase.direction, month, day)
    if nearest is None:
        raise outside_years(phrase)
    _refuse_a_nearer_one(phrase, nearest)
    return nearest


def _next(anchor: date, direction: int, month: int, day: int) -> date | None:
    """The first such day from another one on, in one direction; None where no calendar has it."""
    years = (anchor.year + direction * distance for distance in range(LONGEST_LEAP_GAP + 1))
    days = (date(year, month, day) for year in years if _exists(year, month, day))
    return next((day for day in days if (day - anchor).days * direction >= 0), None)


def _refuse_a_nearer_one(phrase: Phrase, day: date) -> None:
    """Refuse what goes years back, or ahead, for a day that is near on the other side of today.

    More often that is a slip.
    """
    near = _next(phrase.anchor, -phrase.direction, day.month, day.day)
    if day.year == phrase.anchor.year or near is None:
        return
    if abs((near - phrase.anchor).days) <= NEAR_DAYS:
        clause, other = f"was on {near}", "after"
        if phrase.direction == BACKWARD:
            clause, other = f"is still to come, on {near}", "before"
        raise Unreadable(
            f"{excerpt(phrase.text)!r} {clause}.",
            f"If you mean the one {other}, write it with its year: {day}.",
        )


def _only_reading(phrase: Phrase, year: str | None, first: int, second: int) -> date:
    if year is not None:
        _check_year(phrase, year)
    number = int(year or LEAP_YEAR)
    day_months = dict.fromkeys(((first, second), (second, first)))
    readings = [
        date(number, month, day) for day, month in day_months if _exists(number, month, day)
    ]
    if not readings:
        raise not_a_date(phrase)
    if len(readings) > 1:
        raise two_readings(phrase, year, readings)
    (only,) = readings
    return _nearest(phrase, only.month, only.day) if year is None else only


def _check_year(phrase: Phrase, year: str) -> None:
    if int(year) < FIRST_YEAR:
        raise Unreadable(
            f"{excerpt(phrase.text)!r} needs a year in four digits, {FIRST_YEAR} to {LAST_YEAR}.",
            EXAMPLES[phrase.direction],
        )


def _check_exists(phrase: Phrase, year: int, month: int, day: int) -> None:
    if _exists(year, month, day):
        return
    reason = f"there is no month {month}"
    if 1 <= month <= len(MONTHS):
        is_any_year = year == LEAP_YEAR and month == FEBRUARY
        most = "at most " if is_any_year else ""
        reason = f"{MONTHS[month - 1]} has {most}{_month_length(year, month)} days"
    raise Unreadable(
        f"{excerpt(phrase.text)!r} is not a day: {reason}.", EXAMPLES[phrase.direction]
    )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month_length(year: int, month: int) -> int:
    return max(day for day in range(28, 32) if _exists(year, month, day))


def _numbered(names: tuple[str, ...], start: int) -> dict[str, int]:
    """Each name and its first three letters, with its number."""
    lowered = {name.lower(): number for number, name in enumerate(names, start)}
    return lowered | {name[:3]: number for name, number in lowered.items()}


NAMED_DAYS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
MONTH_NUMBERS = _numbered(MONTHS, 1) | {"sept": 9}
WEEKDAY_NUMBERS = _numbered(WEEKDAYS, 0) | {"tues": 1, "thur": 3, "thurs": 3}
AMOUNT_WORDS = {word: count for count, word in enumerate(COUNTS, 1)} | {"a": 1, "an": 1}
DAYS_IN = {"d": 1, "w": 7}
MONTHS_IN = {"m": 1, "y": 12}

DAY = "(?P<day>[0-9]{1,2})"
ORDINAL = f"{DAY}(?:st|nd|rd|th)?"
MONTH = f"(?P<month>{'|'.join(MONTH_NUMBERS)})"
WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAY_NUMBERS)})"
YEAR = "(?P<year>[0-9]{1,4})"
SPAN = (
    f"(?P<amount>[0-9]{{1,9}} ?|(?:{'|'.join(AMOUNT_WORDS)}) )"
    "(?P<unit>d|days?|w|weeks?|m|months?|y|years?)"
)
WHICH = "(?P<which>next|last)"
PERIOD = "(?P<period>week|month|year)"
EDGE = "(?P<edge>start|end)"
SEPARATOR = "(?P<separator>[-/.])"

FORMS: tuple[tuple[str, Reader], ...] = (
    (f"(?:the )?(?P<name>{'|'.join(NAMED_DAYS)})", _named_day),
    (f"(?P<year>[0-9]{{4}}){SEPARATOR}(?P<month>[0-9]{{1,2}})(?P=separator){DAY}", _year_first),
    (f"{ORDINAL} (?:of )?{MONTH}(?:,? {YEAR})?", _month_by_name),
    (f"{MONTH} {ORDINAL}(?:,? {YEAR})?", _month_by_name),
    (
        f"(?P<first>[0-9]{{1,2}}){SEPARATOR}(?P<second>[0-9]{{1,2}})(?:(?P=separator){YEAR})?",
        _numbers,
    ),
    (f"(?P<first>[0-9]{{1,2}})\\.(?P<second>[0-9]{{1,2}})\\.(?: ?{YEAR})?", _numbers),  # 7.12.
    (f"(?:the )?{DAY}(?:st|nd|rd|th)", _day_of_some_month),
    (WEEKDAY, _weekday),
    (f"{WHICH} {WEEKDAY}", _weekday_by_week),
    (f"this {WEEKDAY}", _weekday_of_this_week),
    (f"in {SPAN}", _span_ahead),
    (f"{SPAN} ago", _span_ago),
    (SPAN, _bare_span),
    (f"{WHICH} {PERIOD}", _neighbouring_period),
    ("(?P<edge>e)o(?P<period>[wmy])", _edge_of_this_period),
    (f"{EDGE} of (?:the |this )?{PERIOD}", _edge_of_this_period),
    (f"{EDGE} of {WHICH} {PERIOD}", _edge_of_neighbouring_period),
)
