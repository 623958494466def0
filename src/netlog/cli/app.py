"""How one command line is run."""

import os
import shlex
import sys
from collections.abc import Sequence
from typing import Any

from netlog.cli.commands import build
from netlog.cli.desk import Invocation

LONG = frozenset({"due", "report", "history", "find", "people"})  # what may need a pager
SPELLINGS = {"apologise": "apologize"}
COMPLETING = "_NETLOG_COMPLETE"  # set to its name by a shell that asks what can be typed


def run(argv: Sequence[str]) -> int:
    """Run one command line, without the program's name, and return its exit code.

    Raises:
        NetlogError: something a person can understand and mend.
        typer.TyperException, typer.Abort: the command line cannot be parsed, or was given up.
    """
    if shell := os.environ.get(COMPLETING):
        from netlog.cli.completing import answer

        return answer(shell, argv)
    argv = _normalised(argv)
    if argv and argv[0] in LONG and sys.stdout is not None and sys.stdout.isatty():
        from netlog.render.pager import paging

        with paging():
            return _run(argv)
    return _run(argv)


def _normalised(argv: Sequence[str]) -> Sequence[str]:
    """The command line in the words of this program, where other ones are as usual."""
    first, rest = argv[0] if argv else "", argv[1:]
    if first == "help":
        return [*rest[:1], "--help"]
    if first == "version":
        return ["--version"]
    return [SPELLINGS[first], *rest] if first in SPELLINGS else argv


def _run(argv: Sequence[str]) -> int:
    result: Any = build(argv)(
        list(argv),
        prog_name="netlog",
        standalone_mode=False,
        obj=Invocation(shlex.join(["netlog", *argv]), _run),
    )
    return int(result or 0)
