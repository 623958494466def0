"""Command lines as format 2 kept them: which command it was, and some of its options."""

import shlex
from collections.abc import Mapping
from typing import NamedTuple

# Options without a value; any other takes the next word.
_FLAGS = frozenset(
    {
        *("--expect-reply", "--happy", "--json", "--new", "--no-due", "--quiet", "--responded"),
        *("--silent", "--version", "--yes", "-q"),
    }
)


class Command(NamedTuple):
    """The name of a command, and its options; a flag has no value."""

    name: str = ""
    options: Mapping[str, str] = {}


def read_command(line: str) -> Command:
    """The command in a line such as `netlog thank "Dana Park" --for 3`."""
    names: list[str] = []
    options: dict[str, str] = {}
    words = iter(shlex.split(line)[1:])
    for word in words:
        if word == "--":
            names += words
        elif not word.startswith("-") or word == "-":
            names.append(word)
        else:
            option, has_value, value = word.partition("=")
            if not has_value and option not in _FLAGS:
                value = next(words, "")
            options[option] = value
    return Command(names[0] if names else "", options)
