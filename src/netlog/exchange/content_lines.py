"""Content lines, of which vCards and calendars are made: `group.NAME;PARAM=value:text`, folded."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

LONGEST = 1 << 20  # characters of an unfolded line
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


def in_components(lines: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """The content lines of a calendar: the component that each is of, its name, its value, itself.

    A component begins and ends by lines of its own; names are in upper case.
    """
    depth: list[str] = []
    for _, line in unfolded(lines):
        name, value = named(line)
        if name == "BEGIN":
            depth.append(value.strip().upper())
        yield depth[-1] if depth else "", name, value, line
        if name == "END" and depth:
            depth.pop()


def named(line: str) -> tuple[str, str]:
    """The name of a content line, in upper case, and its value."""
    head, _, value = line.partition(":")
    return head.partition(";")[0].strip().upper(), value


def taken_apart(text: str) -> tuple[Head, str] | None:
    """The head and the value, still escaped, of a content line; None for a text that is none."""
    head, colon, value = text.partition(":")
    if not colon:
        return None
    if '"' in head:  # a colon may stand in a parameter
        place = next(_places(text, ":"), len(head))
        head, value = text[:place], text[place + 1 :]
    return _head(head), value


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
