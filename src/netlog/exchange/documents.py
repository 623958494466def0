"""JSON documents, which have to be in memory as a whole: bounded in size and depth.

What is in them is looked at as if anything could be anywhere.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from netlog.exchange.records import Problem
from netlog.exchange.text import encoding_of

LARGEST = 64 << 20  # bytes


class UnreadableDocument(Exception):
    """A document that is none; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        """Take the problem to be told."""
        super().__init__(problem.reason)
        self.problem = problem


def document(stream: BinaryIO) -> Any:
    """What a JSON document says.

    Raises:
        UnreadableDocument: it is too large, too deep, or no JSON.
    """
    return parsed(_text(stream), 1)


def parsed(text: str, place: int) -> Any:
    """What a text of JSON says.

    Raises:
        UnreadableDocument: it is too deep, or no JSON.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = place + error.lineno - 1
        reason = "This is where the document stops being JSON; it may be cut off."
        raise UnreadableDocument(Problem(line, reason)) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits; depth 100,000
        reason = "The document is nested too deeply, or has a number that is too long."
        raise UnreadableDocument(Problem(place, reason)) from error


def lines_or_document(stream: BinaryIO) -> Iterator[tuple[int, Any]]:
    """The entries of a list, or of a file with one on each line, and their numbers.

    Raises:
        UnreadableDocument: it is neither.
    """
    text = _text(stream)
    if text.lstrip()[:1] == "[":
        yield from enumerate(parsed(text, 1), 1)
        return
    for number, line in enumerate(text.splitlines(), 1):
        if entry := line.strip().rstrip(","):
            if entry[0] != "{" or entry[-1] != "}":
                yield number, Problem(number, "The line is no object of JSON; it may be cut off.")
                continue
            try:
                yield number, parsed(entry, number)
            except UnreadableDocument as unreadable:
                yield number, unreadable.problem


def _text(stream: BinaryIO) -> str:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        reason = f"The document has more than {LARGEST >> 20} MiB, which is more than is read."
        raise UnreadableDocument(Problem(1, reason))
    return data.decode(encoding_of(data[:64]), "replace").lstrip("\ufeff")


def text_at(value: Any, *path: str) -> str:
    """The text at the end of a path of keys; "" where there is none."""
    leaf = value_at(value, *path)
    if isinstance(leaf, bool) or not isinstance(leaf, str | int | float):
        return ""
    text = str(leaf).strip()
    # Escapes may spell half a character, which no file can hold.
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def value_at(value: Any, *path: str) -> Any:
    """What stands at the end of a path of keys; None for nothing."""
    for key in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(key)
    return value


def list_at(value: Any, *path: str) -> Sequence[Any]:
    """The list at the end of a path of keys; empty where there is none."""
    leaf = value_at(value, *path)
    return leaf if isinstance(leaf, list) else ()
