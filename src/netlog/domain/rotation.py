"""Which backups stay.

Of the latest days, weeks and months that have any, the newest of each, and always the newest three.
A period without one does not count: whoever stays away for a year comes back to as many.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

NEWEST, DAYS, WEEKS, MONTHS = 3, 7, 4, 12

_PERIODS: Mapping[Callable[[datetime], object], int] = {
    (lambda made_at: made_at): NEWEST,
    (lambda made_at: made_at.date()): DAYS,
    (lambda made_at: made_at.isocalendar()[:2]): WEEKS,
    (lambda made_at: (made_at.year, made_at.month)): MONTHS,
}


def worn_out(made: Iterable[datetime]) -> set[datetime]:
    """Which of the moments in which backups were made are those of backups that go."""
    newest_first = sorted(set(made), reverse=True)
    stay: set[datetime] = set()
    for period, most in _PERIODS.items():
        newest_of: dict[object, datetime] = {}
        for made_at in newest_first:
            newest_of.setdefault(period(made_at), made_at)
        stay.update(list(newest_of.values())[:most])
    return set(newest_first) - stay
