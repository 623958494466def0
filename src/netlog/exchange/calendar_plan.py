"""What is to be done to the to-dos of a calendar so that they are what is open, and what was done.

What is not of this copy of the ledger is left alone. In between the two, the ledger's word stands:
only that something was ticked off is for somebody to decide.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from netlog.domain.text import excerpt
from netlog.exchange.to_dos import ToDo, number_of, put_right, to_dos
from netlog.exchange.write.calendar_items import Reminder


class Open(NamedTuple):
    """What is open in a copy of the ledger today, by number.

    `awake` is what a calendar shows of it, `opened` the days since which it is open, as far as they
    are known, and `check_ins` are those where somebody is to be asked what came of it.
    """

    copy: str
    reminders: Mapping[int, Reminder]
    awake: frozenset[int]
    opened: Mapping[int, date] = MappingProxyType({})
    check_ins: frozenset[int] = frozenset()
    today: date = date.max


class Stored(NamedTuple):
    """An entry of a calendar as a server has it: where, in which version, and its text."""

    place: str
    version: str
    text: str


class Ticked(NamedTuple):
    """An item that is open, and was ticked off elsewhere; `on` is None where no day is known.

    Of a check-in it tells that somebody was asked, and not what they answered.
    """

    number: int
    what: str
    on: date | None
    is_check_in: bool = False


class Plan(NamedTuple):
    """What is to be sent: new to-dos, others as they are to be, and what is to go."""

    added: Sequence[Reminder]
    changed: Sequence[tuple[Stored, str]]
    removed: Sequence[Stored]


def ticked(done: Iterable[ToDo], is_open: Open) -> list[Ticked]:
    """Which of these are open in the ledger, each once, in the order of what is open."""
    by_number = {number_of(to_do.uid, is_open.copy): to_do for to_do in done}
    return [
        Ticked(
            number,
            _meant(by_number[number], reminder),
            _possible(by_number[number].done_on, number, is_open),
            number in is_open.check_ins,
        )
        for number, reminder in is_open.reminders.items()
        if number in by_number
    ]


def done_in(there: Iterable[Stored]) -> Iterator[ToDo]:
    """The to-dos that were ticked off."""
    return (to_do for stored in there if (to_do := _first(stored)) is not None and to_do.is_done)


def plan(
    there: Iterable[Stored], is_open: Open, reopened: Collection[int], written: datetime
) -> Plan:
    """What makes of a calendar what is open.

    Args:
        there: what is in it, of us and of others.
        is_open: what is open.
        reopened: the numbers of those that were ticked off, and are open all the same.
        written: the moment of sending.
    """
    missing = {number: is_open.reminders[number] for number in sorted(is_open.awake)}
    changed, removed = [], []
    for stored in there:
        to_do = _first(stored)
        number = None if to_do is None else number_of(to_do.uid, is_open.copy)
        if to_do is None or number is None:
            continue
        reminder = missing.pop(number, None)
        if reminder is None:
            if not (to_do.is_done and number in is_open.reminders):  # else it is asked about
                removed.append(stored)
        elif number in reopened or not (to_do.is_done or _says(to_do, reminder)):
            changed.append((stored, put_right(stored.text, reminder, written)))
    return Plan([*missing.values()], changed, removed)


def _first(stored: Stored) -> ToDo | None:
    return next(to_dos(stored.text.split("\n")), None)


def _meant(to_do: ToDo, reminder: Reminder) -> str:
    """What was ticked off as it was called there, beside what the ledger calls it now."""
    there = " ".join(to_do.what.split())
    is_same = there in ("", reminder.what)
    return reminder.what if is_same else f'{reminder.what} (there: "{excerpt(there)}")'


def _possible(day: date | None, number: int, is_open: Open) -> date | None:
    """The day nearest to this one on which an item can have been done: a clock may be wrong."""
    if day is None:
        return None
    return min(max(day, is_open.opened.get(number, day)), is_open.today)


def _says(to_do: ToDo, reminder: Reminder) -> bool:
    """Whether a to-do says what netlog says of it, and is not dropped."""
    said = (to_do.what, to_do.about, to_do.on)
    return said == (reminder.what, reminder.about, reminder.on) and to_do.status != "CANCELLED"
