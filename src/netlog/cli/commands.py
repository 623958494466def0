"""The commands, as help shows them, and how the application is built of them."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from keyword import iskeyword
from os.path import lexists
from typing import Annotated

import typer

from netlog import DOCUMENTATION, __version__
from netlog.cli import anywhere
from netlog.cli.command import Command, Group
from netlog.cli.groups import GROUPS
from netlog.cli.options import flag

_WITH_OTHERS = {
    "thank": "acknowledge",
    "apologize": "acknowledge",
    "done": "settle",
    "broken": "settle",
    "waive": "settle",
    "redo": "undo",
    "decrypt": "encrypt",
}


def _identifier(name: str) -> str:
    """What a command is called in Python, which has a use of its own for some words."""
    return f"{name}_" if iskeyword(name) else name


# The file of each command; its function has the command's name. Only the one that is typed is read:
# all of them take a tenth of the time of `netlog due`.
COMMANDS: Mapping[str, str] = {
    name: _WITH_OTHERS.get(name, _identifier(name)) for name in " ".join(GROUPS.values()).split()
}

HELP = ("-h", "--help")


def build(argv: Sequence[str]) -> typer.Typer:
    """The application; only the command that is typed where it is one, to start sooner.

    Typer builds every command that it knows on every call, which costs more than the rest of the
    start-up of `netlog due`.
    """
    place = place_of_command(argv)
    before, typed = argv[:place], argv[place : place + 1]
    needs_all = not set(HELP).isdisjoint(before) or not COMMANDS.keys() >= set(typed)
    names = list(COMMANDS) if needs_all else typed
    app = typer.Typer(
        name="netlog",
        cls=Group,
        epilog=f"Documentation: {DOCUMENTATION}",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": list(HELP)},
    )
    app.callback(invoke_without_command=True)(_root)
    for name in names:
        app.command(name, cls=Command)(function_of(name))
    return app


def place_of_command(argv: Sequence[str]) -> int:
    """Where the command stands: behind the options of the program; the length where none does."""
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 2 if argv[place] in anywhere.TAKING_A_VALUE else 1
    return min(place, len(argv))


def function_of(name: str) -> Callable[..., None]:
    """The function of a command."""
    function: Callable[..., None] = getattr(
        import_module(f"netlog.cli.{COMMANDS[name]}"), _identifier(name)
    )
    return function


def _root(
    context: typer.Context,
    version: Annotated[bool, flag("--version", "Show the version.", is_eager=True)] = False,
) -> None:
    """A personal networking ledger: thank-yous, introductions and promises, kept."""
    if version:
        from netlog.render.sink import say

        say(f"netlog {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is not None:
        return
    from netlog.config import load

    ledger = load(os.environ, context.obj.ledger).ledger
    if lexists(ledger):
        invocation = context.obj
        due = replace(invocation, argv=[*invocation.argv, "due"], ledger=None, key_file=None)
        raise typer.Exit(invocation.run(due))
    from netlog.cli.desk import tell_left_behind
    from netlog.render import welcome

    tell_left_behind(ledger)
    welcome.print_text()
