"""The stories that the demo tells, as `stories.txt` has them.

There, a block that begins with # is a title and what happened; each block below it is a chapter,
told in a ledger of its own: command lines after the word netlog, each behind the day on which it is
typed.
"""

import shlex
from importlib.resources import files
from typing import NamedTuple


class Step(NamedTuple):
    """A command line after the word netlog, and the day on which it is typed."""

    today: str
    line: str

    @property
    def argv(self) -> list[str]:
        """The command line as the program gets it."""
        return shlex.split(self.line)


class Story(NamedTuple):
    """What happened, and the chapters that tell it."""

    title: str
    plot: str
    chapters: list[list[Step]]


def stories() -> list[Story]:
    """All of them, in their order."""
    text = files(__package__).joinpath("stories.txt").read_text(encoding="utf-8")
    known: list[Story] = []
    for block in text.strip().split("\n\n"):
        first, *lines = block.splitlines()
        if first.startswith("# "):
            known.append(Story(first.removeprefix("# "), " ".join(lines), []))
        else:
            known[-1].chapters.append([Step(*line.split("  ", 1)) for line in (first, *lines)])
    return known
