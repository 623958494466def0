"""The days after which obligations fall due."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

from netlog.errors import Unreadable

LONGEST_TERM = 3650


@dataclass(frozen=True, slots=True)
class Terms:
    """Calendar days after the event's date, with the defaults of the design (section 2).

    A term that ends in `_mine` holds where I am the debtor: one asks more of oneself.
    """

    thanks: int = 7
    thanks_mine: int = 2
    response: int = 3
    check_response: int = 4
    check_outcome: int = 30
    ask_again: int = 3
    update: int = 30
    promise: int = 7
    reply: int = 3
    reply_mine: int = 2
    apology: int = 1
    replacement: int = 7


def after(day: date, days: int) -> date:
    """The day `days` later; the last day of the calendar where there is none so late."""
    return date.max if days > (date.max - day).days else day + timedelta(days)


def terms_from(days: Mapping[str, object]) -> Terms:
    """Terms with the given days instead of the defaults.

    Raises:
        Unreadable: a term that does not exist, or a number of days outside 0 to 3650.
    """
    known = [field.name for field in fields(Terms)]
    chosen: dict[str, int] = {}
    for name, value in days.items():
        if name not in known:
            raise Unreadable(
                f"There is no term called {name!r}.", "Terms: " + ", ".join(known) + "."
            )
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LONGEST_TERM:
            raise Unreadable(
                f"The term {name} must be a whole number of days from 0 to {LONGEST_TERM}.",
            )
        chosen[name] = value
    return Terms(**chosen)
