"""All commands, in the order in which help shows them, and how one of them is run."""

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from netlog import __version__
from netlog.cli.acknowledge import apologize, thank
from netlog.cli.check import check
from netlog.cli.completion import completion
from netlog.cli.config import config
from netlog.cli.demo import demo
from netlog.cli.desk import Invocation
from netlog.cli.due import due
from netlog.cli.edit import delete, edit
from netlog.cli.find import find
from netlog.cli.helping import Command, Group
from netlog.cli.history import history
from netlog.cli.intro import intro
from netlog.cli.meet import meet
from netlog.cli.merge import merge
from netlog.cli.people import people
from netlog.cli.person import person
from netlog.cli.problem import problem
from netlog.cli.promise import promise
from netlog.cli.reach import reach
from netlog.cli.reopen import reopen
from netlog.cli.report import report
from netlog.cli.settle import broken, done, waive
from netlog.cli.snooze import snooze
from netlog.cli.undo import redo, undo

COMMANDS: dict[str, Callable[..., None]] = {
    "due": due,
    "report": report,
    "history": history,
    "find": find,
    "people": people,
    "meet": meet,
    "intro": intro,
    "promise": promise,
    "reach": reach,
    "thank": thank,
    "apologize": apologize,
    "problem": problem,
    "check": check,
    "done": done,
    "broken": broken,
    "waive": waive,
    "snooze": snooze,
    "reopen": reopen,
    "person": person,
    "edit": edit,
    "delete": delete,
    "merge": merge,
    "undo": undo,
    "redo": redo,
    "config": config,
    "completion": completion,
    "demo": demo,
}

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
    argv = _as_meant(argv)
    if argv and argv[0] in LONG and sys.stdout is not None and sys.stdout.isatty():
        from netlog.render.pager import paging

        with paging():
            return _run(argv)
    return _run(argv)


def _as_meant(argv: Sequence[str]) -> Sequence[str]:
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


def build(argv: Sequence[str]) -> typer.Typer:
    """The application; only the named command where the first word is one, to start sooner.

    Typer builds every command that it knows on every call, which costs more than the rest of the
    start-up of `netlog due`.
    """
    named = {argv[0]: COMMANDS[argv[0]]} if argv and argv[0] in COMMANDS else COMMANDS
    app = typer.Typer(
        name="netlog",
        cls=Group,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_root)
    for name, command in named.items():
        app.command(name, cls=Command)(command)
    return app


def _root(
    context: typer.Context,
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", metavar="FILE", help="The ledger to use.", show_default=False),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A personal networking ledger: thank-yous, introductions and promises, kept."""
    if version:
        from netlog.render.sink import say

        say(f"netlog {__version__}")
        raise typer.Exit
    context.obj.ledger = ledger
    if context.invoked_subcommand is None:
        from netlog.render import welcome

        welcome.print_text()
