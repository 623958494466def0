"""Calendar days as people type and read them; today is always an argument."""

from datetime import date

from netlog.domain.dates.grammar import DAYS_IN, normalised, read, read_span
from netlog.domain.dates.phrase import (
    BACKWARD,
    FORWARD,
    MONTHS,
    WEEKDAYS,
    DateOrder,
    Phrase,
)
from netlog.domain.text import excerpt
from netlog.errors import Refused, Unreadable

__all__ = ["DateOrder", "coming_day", "day_text", "past_day", "span", "weekday_text"]

LONGEST_SPAN = 36_500
FACTS = "Events and settlements are facts: give today or a day before it."
BY_NOW = "It looks back: give today or a day before it."
DAYS_OF_A_SPAN = {**DAYS_IN, "m": 30, "y": 365}


def past_day(text: str, today: date, order: DateOrder = None, why: str = FACTS) -> date:
    """The day meant by `--on` or `--since`: of several candidates, the latest up to today.

    What could mean two days as easily is refused: see `coming_day`.

    Args:
        text: as typed.
        today: the day to count from.
        order: how to read dates that are numbers only, such as 3/4.
        why: what is told of a day after today.

    Returns:
        A day from 1900-01-01 to `today`.

    Raises:
        Unreadable: no date, an ambiguous one, or one that does not exist.
        Refused: a day after today.
    """
    typed = normalised(text)
    day = read(Phrase(typed, today, order, BACKWARD, today))
    if day > today:
        raise Refused(
            f"{excerpt(typed)!r} is {weekday_text(day, today)}, which is yet to come.",
            why,
        )
    return day


def coming_day(text: str, today: date, order: DateOrder = None, since: date | None = None) -> date:
    """The day meant by `--due` or `--until`: of several candidates, the earliest from today on.

    What could mean two days as easily is refused: "fri" on a Friday, "next fri" on a Wednesday,
    "25 nov" on 26 November.

    Args:
        text: as typed.
        today: the day to count from.
        order: how to read dates that are numbers only, such as 3/4.
        since: the day of the event, where that is not today: a promise of Monday that is due
            "fri" is due on the Friday after it, whenever it is written down.

    Returns:
        A day from 1900-01-01 on; one before `today` only where the text says so itself, with a
        year, "yesterday", "last", "ago", or "this mon" on a Friday.

    Raises:
        Unreadable: no date, an ambiguous one, or one that does not exist.
    """
    return read(Phrase(normalised(text), today, order, FORWARD, since or today))


def span(text: str) -> int:
    """The number of days meant by a duration such as `7d`, `2w` or `10 days`.

    It is no date, so a month is 30 days and a year 365, whichever comes next.

    Raises:
        Unreadable: no duration, or one of more than 100 years.
    """
    typed = normalised(text)
    duration = read_span(typed)
    if duration is None:
        raise Unreadable(
            f"{excerpt(typed)!r} is not a number of days, weeks or months.",
            'Write 7d, 2w, 1m (30 days) or "10 days".',
        )
    days = duration.amount * DAYS_OF_A_SPAN[duration.unit]
    if days > LONGEST_SPAN:
        raise Unreadable(
            f"{excerpt(typed)!r} is more than 100 years.", f"Write at most {LONGEST_SPAN}d."
        )
    return days


def day_text(day: date | None, today: date) -> str:
    """The day in words, such as `24 Sep`; with its year where that is not the year of today.

    None is a day that nobody knows.
    """
    if day is None:
        return "day unknown"
    short = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return short if day.year == today.year else f"{short} {day.year}"


def weekday_text(day: date | None, today: date) -> str:
    """As `day_text`, after the weekday: `Sat 21 Nov`."""
    text = day_text(day, today)
    return text if day is None else f"{WEEKDAYS[day.weekday()][:3]} {text}"
