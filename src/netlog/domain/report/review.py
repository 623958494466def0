"""A week or a month to look back on, beside as many days before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.money import total
from netlog.domain.records import Statement

Figure = Literal[
    "met",
    "given",
    "received",
    "you_kept",
    "you_kept_late",
    "they_kept",
    "you_broke",
    "they_broke",
    "problems",
    "you_thanked",
    "they_thanked",
    "worth_to_you",
    "worth_to_others",
    "you_owe",
    "check_ins",
    "owes_you",
]


class Business(NamedTuple):
    """What was said to have come of an introduction within some days."""

    introduction: Voucher
    amount: str


Entry = int | Voucher | Item | Business  # a contact, an event, or what was owed

FIGURES: tuple[Figure, ...] = get_args(Figure)
OPEN: tuple[Figure, ...] = ("you_owe", "check_ins", "owes_you")
USUAL_DAYS = 7


class Period(NamedTuple):
    """Some days, the first and the last included."""

    since: date
    until: date

    def has(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.since <= day <= self.until

    @property
    def before(self) -> "Period":
        """As many days right before."""
        last = self.since - timedelta(1)
        return Period(last - (self.until - self.since), last)


def period(today: date, since: date | None = None, until: date | None = None) -> Period:
    """The days to look back on: up to today, and seven of them, unless told otherwise."""
    last = until or today
    return Period(since or last - timedelta(USUAL_DAYS - 1), last)


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a review: the number in the period and in the one before.

    Of business it is the number of introductions, and `amount` and `amount_before` are what it was
    worth. `entries` are the first of those that are counted in the period.
    """

    figure: Figure
    number: int
    before: int
    entries: Sequence[Entry] = ()
    amount: str | None = None
    amount_before: str | None = None


def days_late(item: Item, period: Period) -> int:
    """By how many days something of an item came late within some days."""
    kept = (part.settled_on for part in item.settlements if part.ending == "kept")
    return max((day - item.obligation.due_on).days for day in kept if period.has(day))


def business(
    said: Mapping[int, Sequence[Statement]], introductions: Mapping[int, Voucher], period: Period
) -> list[Business]:
    """What was said within some days to have come of each introduction, and was not taken back.

    Args:
        said: what counts of each introduction, by its event.
        introductions: the introductions, as they are to be told.
        period: the days.
    """
    amounts = {
        key: [statement.worth for statement in said[key] if period.has(statement.said_on)]
        for key in introductions
        if key in said
    }
    return [Business(introductions[key], total(each)) for key, each in amounts.items() if each]
