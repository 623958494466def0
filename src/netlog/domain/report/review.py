"""A week or a month to look back on, beside as many days before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item

Figure = Literal[
    "met",
    "given",
    "received",
    "you_kept",
    "you_kept_late",
    "they_kept",
    "you_thanked",
    "they_thanked",
    "you_owe",
    "check_ins",
    "owes_you",
]
Entry = int | Voucher | Item  # a contact, an introduction, or what was owed

FIGURES: tuple[Figure, ...] = get_args(Figure)
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

    `entries` are the first of those that are counted in the period.
    """

    figure: Figure
    number: int
    before: int
    entries: Sequence[Entry] = ()


def days_late(item: Item, period: Period) -> int:
    """By how many days something of an item came late within some days."""
    kept = (part.settled_on for part in item.settlements if part.ending == "kept")
    return max((day - item.obligation.due_on).days for day in kept if period.has(day))
