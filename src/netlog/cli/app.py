"""All commands, in the order in which help shows them, and how one of them is run."""

import os
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from netlog import __version__
from netlog.cli.desk import Invocation
from netlog.cli.helping import Command, Group

# The file of each command; its function has the command's name. Only the one that is typed is read:
# all of them take a tenth of the time of `netlog due`.
COMMANDS: Mapping[str, str] = {
    "due": "due",
    "report": "report",
    "history": "history",
    "find": "find",
    "people": "people",
    "meet": "meet",
    "intro": "intro",
    "promise": "promise",
    "reach": "reach",
    "thank": "acknowledge",
    "apologize": "acknowledge",
    "problem": "problem",
    "check": "check",
    "done": "settle",
    "broken": "settle",
    "waive": "settle",
    "snooze": "snooze",
    "reopen": "reopen",
    "person": "person",
    "edit": "edit",
    "delete": "delete",
    "merge": "merge",
    "undo": "undo",
    "redo": "undo",
    "config": "config",
    "completion": "completion",
    "demo": "demo",
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


def build(argv: Sequence[str]) -> typer.Typer:
    """The application; only the named command where the first word is one, to start sooner.

    Typer builds every command that it knows on every call, which costs more than the rest of the
    start-up of `netlog due`.
    """
    names = argv[:1] if argv and argv[0] in COMMANDS else list(COMMANDS)
    app = typer.Typer(
        name="netlog",
        cls=Group,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_root)
    for name in names:
        app.command(name, cls=Command)(function_of(name))
    return app


def function_of(name: str) -> Callable[..., None]:
    """The function of a command."""
    function: Callable[..., None] = getattr(import_module(f"netlog.cli.{COMMANDS[name]}"), name)
    return function


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
