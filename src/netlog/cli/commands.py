"""The commands, in the order in which help shows them, and how the application is built of them."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from netlog import __version__
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
    "talk": "talk",
    "intro": "intro",
    "promise": "promise",
    "reach": "reach",
    "thank": "acknowledge",
    "apologize": "acknowledge",
    "note": "note",
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
