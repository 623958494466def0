"""The options of the program itself: they may stand before the command or after it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from typer.core import TyperOption


class Switch(NamedTuple):
    """An option that does for one command what a variable of the environment does for all."""

    option: str
    variable: str
    value: str
    help: str


SWITCHES = (
    Switch("--no-color", "NO_COLOR", "1", "Without colours."),
    Switch("--no-pager", "NETLOG_PAGER", "", "Print long output as it is."),
    Switch("--no-input", "NETLOG_NO_INPUT", "1", "Ask nothing, as off a terminal."),
)
# The invocation keeps each under the name of its option.
_FILES = {
    "--ledger": "The ledger to use.",
    "--key-file": "What holds the key of an encrypted ledger.",
}
TAKING_A_VALUE = frozenset(_FILES)


class Anywhere(TyperOption):
    """An option of the program; the help of a command leaves it to the help of the program."""

    def get_help_record(self, ctx: Any) -> tuple[str, str] | None:
        """How it is typed and what it does; nothing beside a command."""
        return super().get_help_record(ctx) if ctx.parent is None else None


def options() -> list[TyperOption]:
    """The options of the program, to be added to whatever can be typed."""
    return [*map(_file, _FILES), *map(_switch, SWITCHES)]


def _file(option: str) -> TyperOption:
    return Anywhere(
        param_decls=[option],
        metavar="FILE",
        help=_FILES[option],
        expose_value=False,
        callback=_keep,
    )


def _switch(switch: Switch) -> TyperOption:
    return Anywhere(
        param_decls=[switch.option],
        is_flag=True,
        default=False,
        help=switch.help,
        expose_value=False,
        callback=partial(_turn, switch),
    )


def _keep(context: Any, option: Any, typed: str | None) -> None:
    """Keep the file that is typed behind an option."""
    if typed is None or context.obj is None:
        return
    if getattr(context.obj, option.name) is not None:
        from netlog.cli.reading import given_twice

        raise given_twice(option.opts[0])
    if not typed:
        from netlog.errors import Unreadable

        raise Unreadable(f"{option.opts[0]} names no file.", f"netlog {option.opts[0]} FILE due")
    setattr(context.obj, option.name, Path(typed))


def _turn(switch: Switch, context: Any, _option: Any, is_set: bool) -> None:
    """Set the variable while the command runs."""
    if is_set:
        context.with_resource(environment(**{switch.variable: switch.value}))


@contextmanager
def environment(**variables: str) -> Iterator[None]:
    """Some variables of the environment while a block runs, beside the others or instead."""
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
