"""To-dos as other programs leave them: what is said of each, and whether it was ticked off.

They are read line by line, and changed so too: what a program has added to one stays in it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, tzinfo
from typing import BinaryIO, NamedTuple

from netlog.exchange.content_lines import ENTRIES, in_components, plain
from netlog.exchange.days import day_of_moment
from netlog.exchange.text import Text
from netlog.exchange.write.calendar_items import OF_COPY, PRODUCT, Reminder, said_of
from netlog.exchange.write.content_lines import folded

# What netlog says of a to-do, what says when it was worked on, and what ends it.
_OURS = frozenset({"SUMMARY", "DESCRIPTION", "DUE", "DTSTART", "DURATION", "DTSTAMP"})
_DATED = frozenset({"LAST-MODIFIED", "SEQUENCE"})
_ENDING = frozenset({"STATUS", "COMPLETED", "PERCENT-COMPLETE"})
_UID = re.compile(r"(.+)-([0-9]{1,18})@netlog")
_COUNT = re.compile("[0-9]{1,9}")


class ToDo(NamedTuple):
    """A to-do, or an event, of a calendar.

    `on` is the day by which it is to be done, None where it has none or it cannot be read;
    `status` is in upper case; `done_on` is the day on which it was ticked off, where that is known.
    """

    uid: str
    what: str = ""
    about: str = ""
    on: date | None = None
    status: str = ""
    done_on: date | None = None

    @property
    def is_done(self) -> bool:
        """Whether somebody ticked it off."""
        return self.status == "COMPLETED" or (not self.status and self.done_on is not None)


def uid_of(copy: str, number: int) -> str:
    """What an item is called in calendars.

    Args:
        copy: the name of the copy of the ledger.
        number: that of the item.
    """
    return f"{copy}-{number}@netlog"


def number_of(uid: str, copy: str) -> int | None:
    """The item that is called so; None for what is of another copy, or of another program."""
    parts = _UID.fullmatch(uid)
    return int(parts[2]) if parts and parts[1] == copy else None


class Contents(NamedTuple):
    """What is in a calendar file: whether nothing but what netlog writes, and what was done.

    `copies` are the names of the copies of the ledger that wrote what is in it.
    """

    is_ours: bool
    done: tuple[ToDo, ...] = ()
    copies: frozenset[str] = frozenset()


def contents_of(stream: BinaryIO, zone: tzinfo | None = None) -> Contents:
    """Look through a calendar file, whatever is in it.

    Args:
        stream: the file.
        zone: where somebody is who ticks something off; None for where this machine is.
    """
    lines = iter(Text(stream))
    head = next(lines, "").strip().lstrip("\ufeff").upper()
    if head != "BEGIN:VCALENDAR":
        return Contents(is_ours=False)
    is_ours, is_empty, has_our_head, done = True, True, False, []
    copies: set[str] = set()

    def looked_at() -> Iterator[str]:
        nonlocal has_our_head
        for line in lines:
            has_our_head |= line.rstrip() == PRODUCT
            if line.startswith(OF_COPY):
                copies.add(line.removeprefix(OF_COPY).strip())
            yield line

    for to_do in to_dos(looked_at(), zone):
        is_empty = False
        if parts := _UID.fullmatch(to_do.uid):
            copies.add(parts[1])
        else:
            is_ours = False
        if to_do.is_done:
            done.append(to_do)
    return Contents(is_ours and (has_our_head or not is_empty), tuple(done), frozenset(copies))


def to_dos(lines: Iterable[str], zone: tzinfo | None = None) -> Iterator[ToDo]:
    """The to-dos, events and journal entries among the lines of a calendar."""
    known: dict[str, str] = {}
    for line in in_components(lines):
        if line.component in ENTRIES:
            if line.name == "BEGIN":
                known = {}
            elif line.name == "END":
                yield _to_do(known, zone)
            else:
                known.setdefault(line.name, line.value)


def put_right(text: str, reminder: Reminder, written: datetime) -> str:
    """A to-do as netlog has it: what it says of it, and open; all else in it stays."""
    return "".join(map(folded, _put_right(text, reminder, written)))


def _put_right(text: str, reminder: Reminder, written: datetime) -> Iterator[str]:
    left, number = True, 0  # whether the to-do is still to come
    for line in in_components(text.split("\n")):
        is_own = left and line.component == "VTODO"
        if is_own and line.name == "SEQUENCE":
            number = int(line.value) if _COUNT.fullmatch(line.value.strip()) else 0
        if is_own and line.name == "END":
            yield from said_of(reminder, written)
            yield f"SEQUENCE:{number + 1}"
            yield "STATUS:NEEDS-ACTION"
            left = False
        if not (is_own and line.name in _OURS | _DATED | _ENDING):
            yield line.text


def _to_do(known: dict[str, str], zone: tzinfo | None) -> ToDo:
    def text(name: str) -> str:
        return plain(known.get(name, ""))

    return ToDo(
        uid=text("UID").strip(),
        what=text("SUMMARY"),
        about=text("DESCRIPTION"),
        on=day_of_moment(text("DUE").strip(), zone),
        status=text("STATUS").strip().upper(),
        done_on=day_of_moment(text("COMPLETED").strip(), zone),
    )
