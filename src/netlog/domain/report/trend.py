"""How somebody's record came about, month by month."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netlog.domain.score.credit import Evidence


class Month(NamedTuple):
    """How much fell due in a month: what was kept in time, and what was not."""

    first: date
    in_time: int
    not_in_time: int


def by_month(evidence: Iterable[Evidence], today: date, months: int = 24) -> list[Month]:
    """The last months, that of today last, with what counts for the contact and against.

    Each piece of evidence counts once, in the month in which it fell due; a problem in that in
    which it happened; what was settled before a day that is yet to come, in that of today. Late,
    broken and overdue are not in time. Nothing fades here: this is what happened.

    Args:
        evidence: of one contact, in any order.
        today: the day to look back from.
        months: how many.
    """
    last = _number(today)
    kept, failed = [0] * months, [0] * months
    for line in evidence:
        ago = last - _number(min(line.due_on, today))
        if ago < months:
            counted = kept if line.standing == "kept" else failed
            counted[months - 1 - ago] += 1
    return [
        Month(_first(last - months + 1 + n), kept[n], failed[n])
        for n in range(months)
        if last - months + 1 + n >= _number(date.min)
    ]


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
