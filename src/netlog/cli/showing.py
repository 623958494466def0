"""How every command that writes ends: asking where a name is unclear, and printing the receipt."""

from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from netlog.actions.desk import CONFIRMED
from netlog.cli.asking import asking

if TYPE_CHECKING:
    from collections.abc import Callable

    from netlog.actions.desk import Desk

Result = TypeVar("Result")


def show(
    desk: "Desk",
    action: "Callable[[Desk], Result]",
    rendered: ModuleType,
    *,
    quiet: bool,
    json: bool,
    confirmed: bool = False,
) -> None:
    """Do something, ask on a terminal where a name is unclear, and print what came of it.

    Args:
        desk: the settings of the command.
        action: what to do; done again with the answers.
        rendered: the module of `render` that prints its result.
        quiet: print nothing.
        json: print it for a script.
        confirmed: whether what cannot simply be undone was said yes to when it was typed.
    """
    from dataclasses import replace

    given = {CONFIRMED: CONFIRMED} if confirmed else {}
    result = asking(lambda answers: action(replace(desk, answers={**given, **answers})))
    if json:
        rendered.print_json(result)
    elif not quiet:
        rendered.print_text(result)
