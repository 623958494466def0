"""Content lines, of which vCards and calendars are made: `group.NAME;PARAM=value:text`, folded."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

LONGEST = 1 << 20  # characters of an unfolded line
ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL"})  # of a calendar
_DEEPEST = 100
_SOFT_BREAK = "ENCODING=QUOTED-PRINTABLE"


class Head(NamedTuple):
    """What stands before the value of a content line.

    `group` ties lines together; `name` and the names in `params` are in upper case. `marks` are its
    types in upper case, and the parameters that stand bare, as in vCard 2.1.
    """

    group: str
    name: str
    params: dict[str, list[str]]
    marks: frozenset[str]

    @property
    def is_preferred(self) -> bool:
        """Whether it says that its value goes before others."""
        return "PREF" in self.marks or "PREF" in self.params


class Line(NamedTuple):
    """A content line of a calendar, whole: where it begins, and what component it is of.

    `component` and `name` are in upper case; `text` is the line itself.
    """

    place: int
    component: str
    name: str
    value: str
    text: str


def unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Whole content lines, with the number of the line on which each begins.

    A line that begins with a blank goes on with the one before, and so does what follows a soft
    break of quoted-printable, in which a line of vCard 2.1 may end.
    """
    pending, start = "", 0
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        if text[:1] in (" ", "\t") and start:
            if len(pending) < LONGEST:
                pending += text[1:]
        elif pending[-1:] == "=" and _SOFT_BREAK in pending.partition(":")[0].upper():
            if len(pending) < LONGEST:
                pending = pending[:-1] + text
        else:
            if pending:
                yield start, pending
            pending, start = text, number
    if pending:
        yield start, pending


def in_components(lines: Iterable[str]) -> Iterator[Line]:
    """The content lines of calendars, with the component that each is of.

    It begins and ends by lines of its own; an alarm in an event is none of the event.
    """
    depth: list[str] = []
    for place, text in unfolded(lines):
        head, _, value = _parted(text)
        name = head.partition(";")[0].strip().upper()
        if name == "BEGIN":
            component = value.strip().upper()
            if component in ENTRIES or component == "VCALENDAR":  # in whatever has no end
                depth.clear()
            if len(depth) < _DEEPEST:
                depth.append(component)
        yield Line(place, depth[-1] if depth else "", name, value, text)
        if name == "END" and depth:
            depth.pop()


def taken_apart(text: str) -> tuple[Head, str] | None:
    """The head and the value, still escaped, of a content line; None for a text that is none."""
    head, colon, value = _parted(text)
    return (_head(head), value) if colon else None


def _parted(text: str) -> tuple[str, str, str]:
    """What stands before the colon of a content line, the colon, and the value behind it."""
    head, colon, value = text.partition(":")
    if '"' in head and colon:  # a colon may stand in a parameter
        place = next(_places(text, ":"), len(head))
        head, value = text[:place], text[place + 1 :]
    return head, colon, value


def _head(text: str) -> Head:
    name, _, rest = text.partition(";")
    group, _, own = name.rpartition(".")
    params = _params(rest) if rest else {}
    marks = [*params.get("TYPE", ()), *params.get("", ())]
    return Head(group, own.strip().upper(), params, frozenset(mark.upper() for mark in marks))


def _places(text: str, separator: str) -> Iterator[int]:
    """Where a separator stands outside of quotation marks."""
    is_quoted = False
    for place, character in enumerate(text):
        if character == '"':
            is_quoted = not is_quoted
        elif character == separator and not is_quoted:
            yield place


def _params(text: str) -> dict[str, list[str]]:
    params: dict[str, list[str]] = {}
    for param in cut(text, ";") if '"' in text else text.split(";"):
        name, equals, value = param.partition("=")
        values = cut(value, ",") if equals else [name]
        params.setdefault(name.upper() if equals else "", []).extend(values)
    return params


def cut(text: str, separator: str) -> list[str]:
    """A list of parameters or values, cut outside of quotation marks."""
    if '"' not in text:
        return text.split(separator)
    places = pairwise((-1, *_places(text, separator), len(text)))
    parts = [text[begin + 1 : end] for begin, end in places]
    return [part.replace('"', "") if separator == "," else part for part in parts]


def components(value: str, separator: str) -> list[str]:
    r"""The parts of a value such as `Acme\, Inc.;R&D`, with their escapes undone."""
    if "\\" not in value:
        return value.split(separator)
    # No text has a NUL, so it stands for what is escaped while the rest is cut.
    held = value.replace("\\\\", "\0b").replace(f"\\{separator}", "\0s")
    return [_restored(part).replace("\0s", separator) for part in held.split(separator)]


def _restored(part: str) -> str:
    part = part.replace("\\n", "\n").replace("\\N", "\n").replace("\\", "")
    return part.replace("\0b", "\\")


def plain(value: str) -> str:
    """A value with its escapes undone."""
    return _restored(value.replace("\\\\", "\0b")) if "\\" in value else value
