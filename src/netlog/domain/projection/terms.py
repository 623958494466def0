"""The days after which obligations fall due, and from how many on a meeting is a group's."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, Literal

from netlog.errors import Unreadable

LONGEST_TERM = 3650

Term = int | Literal["never"]


@dataclass(frozen=True, slots=True)
class Terms:
    """Calendar days after the event's date, with the defaults of the design (section 2).

    A term that ends in `_mine` holds where I am the debtor: one asks more of oneself. What is
    `never` due is not expected, so no event opens it. A meeting with `group_size` others or more
    opens no thanks; that is no number of days, and a setting of its own.
    """

    thanks: Term = 7
    thanks_mine: Term = 2
    thanks_meeting: Term = 7
    thanks_meeting_mine: Term = 2
    response: Term = 3
    check_response: Term = 4
    check_outcome: Term = 30
    ask_again: int = 3
    update: Term = 30
    promise: int = 7
    reply: Term = 3
    reply_mine: Term = 2
    apology: Term = 1
    replacement: Term = 7
    group_size: Term = "never"

    def is_group(self, others: int) -> bool:
        """Whether a meeting with so many others is one of a group."""
        return self.group_size != "never" and others >= self.group_size


DAYS = tuple(field.name for field in fields(Terms) if field.name != "group_size")
ALWAYS = frozenset({"ask_again", "promise"})  # a question that is out, a word that was given


def after(day: date, days: int) -> date:
    """The day `days` later; the last day of the calendar where there is none so late."""
    return date.max if days > (date.max - day).days else day + timedelta(days)


def terms_from(days: Mapping[str, object], group_size: Term = "never") -> Terms:
    """Terms with the given days instead of the defaults.

    Raises:
        Unreadable: a term that does not exist, or neither days from 0 to 3650 nor, where it may
            be so, `never`.
    """
    for name in days:
        if name not in DAYS:
            raise Unreadable(
                f"There is no term called {name!r}.", "Terms: " + ", ".join(DAYS) + "."
            )
    terms: dict[str, Any] = {name: _term(name, value) for name, value in days.items()}
    return Terms(**terms, group_size=group_size)


def _term(name: str, value: object) -> Term:
    if value == "never" and name not in ALWAYS:
        return "never"
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST_TERM:
        return value
    never = "" if name in ALWAYS else ", or never"
    raise Unreadable(
        f"The term {name} must be a whole number of days from 0 to {LONGEST_TERM}{never}."
    )


def terms_of(days: Mapping[str, Term]) -> Terms:
    """The terms under which something was told; one that the set does not name did not exist."""
    terms: dict[str, Any] = {field.name: days.get(field.name, "never") for field in fields(Terms)}
    return Terms(**terms)
