"""Taskwarrior's export: a task that waits for somebody is a promise of theirs.

Who it is stands in an attribute such as `waiting_on`, or, of a task that waits, in a tag that
can only be a name: `@dana`, `waiting_dana`, `Dana`. All other tasks are left out.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from netlog.exchange.days import day_of_moment
from netlog.exchange.documents import (
    UnreadableDocument,
    lines_or_document,
    list_at,
    text_at,
)
from netlog.exchange.format import Reading
from netlog.exchange.records import ME, Entry, Problem, Promise, Skipped
from netlog.exchange.text import decoded

_WHO = ("waiting_on", "waitingon", "waiting_for", "waitingfor", "delegated_to", "delegate")
_WAITING = frozenset({"waiting", "waiting_on", "waitingon", "waiting_for", "waitingfor", "wait"})
_NAMES_SOMEBODY = re.compile(
    r"waiting_?(?:on|for)?[_:.-](?P<marked>[^\W\d][\w.-]*)"
    r"|@(?P<at>[^\W\d][\w.-]*)|(?P<name>[^\W\d_a-z][^\W\d_A-Z]\w*)"
)
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[^\W\d_a-z])")


class Taskwarrior:
    """A list of tasks, or one task a line."""

    name = "taskwarrior"
    label = "Taskwarrior's export"

    def recognise(self, head: bytes) -> bool:
        text = decoded(head).lstrip("\ufeff \t\r\n")
        keys = ('"uuid"', '"description"', '"status"', '"entry"')
        return text[:1] in ("[", "{") and all(key in text for key in keys)

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        try:
            for place, task in lines_or_document(stream):
                yield task if isinstance(task, Problem) else _entry(place, task, reading)
        except UnreadableDocument as unreadable:
            yield unreadable.problem


def _entry(place: int, task: Any, reading: Reading) -> Entry:
    what = text_at(task, "description")
    if not what:
        return Problem(place, "The task says nothing.")
    if text_at(task, "status") in ("completed", "deleted"):
        return Skipped(place, "a task that is done")
    who = _who(task)
    if not who:
        return Skipped(place, "another task")
    on, due = (day_of_moment(text_at(task, key), reading.zone) for key in ("entry", "due"))
    return Promise(place, what, who, ME, on, due, text_at(task, "uuid"))


def _who(task: Any) -> str:
    """Whom a task waits for; "" for nobody."""
    for key in _WHO:
        if name := text_at(task, key):
            return name
    tags = [*map(text_at, list_at(task, "tags"))]
    is_waiting = text_at(task, "status") == "waiting" or any(
        tag.lower() in _WAITING for tag in tags
    )
    for tag in tags:
        match = _NAMES_SOMEBODY.fullmatch(tag)
        if match and tag.lower() not in _WAITING and (is_waiting or match["marked"]):
            return _spoken(match["marked"] or match["at"] or match["name"])
    return ""


def _spoken(tag: str) -> str:
    """A tag as a name: `dana_park` and `DanaPark` are Dana Park."""
    words = re.sub(r"[_.-]+", " ", _HUMP.sub(" ", tag)).split()
    name = " ".join(words)
    return name.title() if name.islower() else name
