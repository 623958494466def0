"""A date as somebody typed it, and what is said where it cannot be one."""

from datetime import date
from typing import Literal, NamedTuple

from netlog.domain.text import excerpt
from netlog.errors import Unreadable

DateOrder = Literal["dmy", "mdy", "ymd"] | None
Direction = Literal[1, -1]

FORWARD: Direction = 1
BACKWARD: Direction = -1

FIRST_YEAR, LAST_YEAR = 1900, 9999

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EXAMPLES = {
    FORWARD: 'Write 2026-11-21, "21 nov", tomorrow, fri, "in 3 days", 2w or eom.',
    BACKWARD: 'Write 2026-11-21, "21 nov", yesterday, fri, "last tue" or "3 days ago".',
}


class Phrase(NamedTuple):
    """A date as somebody typed it, in the form of `normalised`, and what it is read against.

    Weekdays and days without a year are looked for from `anchor` on, all else counts from today.
    """

    text: str
    today: date
    order: DateOrder
    direction: Direction
    anchor: date


def not_a_date(phrase: Phrase) -> Unreadable:
    """The refusal of what is in no form of the grammar, or is no single day."""
    hint = EXAMPLES[phrase.direction]
    if phrase.text in ("this week", "this month", "this year"):
        hint = f'Write "start of {phrase.text}" or "end of {phrase.text}".'
    return Unreadable(f"{excerpt(phrase.text)!r} is not a date.", hint)


def outside_years(phrase: Phrase) -> Unreadable:
    """The refusal of a day that no calendar here has."""
    return Unreadable(
        f"{excerpt(phrase.text)!r} is outside the years {FIRST_YEAR} to {LAST_YEAR}.",
        EXAMPLES[phrase.direction],
    )


def two_readings(phrase: Phrase, year: str | None, readings: list[date]) -> Unreadable:
    """The refusal of numbers that could be day and month or the other way round."""
    suffix = f" {year}" if year else ""
    meanings = [f"{day.day} {MONTHS[day.month - 1]}{suffix}" for day in readings]
    return Unreadable(
        f"{excerpt(phrase.text)!r} could be {' or '.join(meanings)}.",
        f'Write the month as a word, such as "{meanings[0]}", or set date_order to dmy or mdy.',
    )


def two_days(phrase: Phrase, near: date, far: date, hint: str) -> Unreadable:
    """The refusal of a weekday that could be this week's or another's."""
    meanings = [
        f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"
        for day in (near, far)
    ]
    return Unreadable(f"{excerpt(phrase.text)!r} could be {' or '.join(meanings)}.", hint)
