"""How a person reads the values of a document."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from netlog.domain.dates.days import day_text
from netlog.domain.score.estimate import percent
from netlog.domain.text import join
from netlog.domain.wording import count

NOTHING = "\N{MIDDLE DOT}"  # calmer in a table than a nought
BETWEEN = " \N{MIDDLE DOT} "
_MOST_NAMED = 3


def share(part: float) -> str:
    """A share in whole percents."""
    return f"{percent(part)}%"


def signed(weight: float) -> str:
    """A weight as one decimal with its sign; nothing has neither of the two."""
    return _signed(weight) or "0.0"


def _signed(weight: float) -> str:
    shown = f"{weight:+.1f}"
    return "" if shown in ("+0.0", "-0.0") else shown


def few(names: Iterable[str]) -> str:
    """Some names, and how many more there are: "Amy, Bob, Cara and 2 others"."""
    several = list(dict.fromkeys(names))
    more = len(several) - _MOST_NAMED
    return join(several if more <= 0 else [*several[:_MOST_NAMED], count(more, "other")])


NUMBERS: Mapping[str, Callable[[Any], str]] = {
    "count": str,
    "many": "{:,}".format,
    "hundredths": lambda part: str(percent(part)),
    "share": share,
    "signed": signed,
    "credit": lambda value: _signed(value) or NOTHING,
    "debit": lambda value: _signed(-value) or NOTHING,
    "tally": lambda value: str(value or NOTHING),
}


def read(value: object, today: date) -> str:
    """A value that is no number: nothing as nothing, a day as short as it stays clear."""
    if isinstance(value, date):
        return day_text(value, today)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)
