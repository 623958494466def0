"""How every command that writes is made: its usual options, asking, and printing the receipt."""

from functools import partial, wraps
from importlib import import_module
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import HOW, Json, Quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from netlog.actions.desk import Desk

Result = TypeVar("Result")

_SUPPLIED = ("desk", "how")


def writes(
    rendered: str, how: str = "", *, ready: bool = True, **usual: object
) -> "Callable[[Callable[..., object]], Callable[..., None]]":
    """Make a command of a function that does something and returns what came of it.

    The function gets a `desk`, which has the answers where a name was unclear: it is called again
    with each. The command has the function's own options, and behind them those of all that write.

    Args:
        rendered: the module of `render` that prints the result.
        how: which of the options that say how something happened it has, with blanks between
            them; the function gets them as a `how`.
        ready: whether the ledger is brought up to date first.
        usual: what holds of some of these where nothing is typed.
    """

    def command(function: "Callable[..., object]") -> "Callable[..., None]":
        names = how.split()

        @wraps(function)
        def run(context: typer.Context, quiet: bool, json: bool, **typed: Any) -> None:
            # What writes is read here, before anybody waits for the ledger and sees a bar.
            from netlog.actions.recording import How

            if names:
                typed["how"] = How(**{name: typed.pop(name) for name in names})
            show(context, partial(function, **typed), rendered, quiet=quiet, json=json, ready=ready)

        own = signature(function).parameters.values()
        _declare(
            run,
            [
                Parameter("context", Parameter.KEYWORD_ONLY, annotation=typer.Context),
                *(option for option in own if option.name not in _SUPPLIED),
                *(_option(name, *HOW[name], **usual) for name in names),
                _option("quiet", Quiet, False),
                _option("json", Json, False),
            ],
        )
        return run

    return command


def _option(name: str, annotation: object, default: object, **usual: object) -> Parameter:
    default = usual.get(name, default)
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _declare(function: "Callable[..., None]", parameters: "Iterable[Parameter]") -> None:
    """Let a function have these parameters for Typer, whichever it has itself."""
    declared = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in parameters]
    function.__signature__ = signature(function).replace(parameters=declared)  # type: ignore[attr-defined]
    function.__annotations__ = {each.name: each.annotation for each in declared}


def show(
    context: typer.Context,
    action: "Callable[[Desk], Result]",
    rendered: str,
    *,
    quiet: bool,
    json: bool,
    ready: bool = True,
) -> None:
    """Do something, ask on a terminal where a name is unclear, and print what came of it.

    Args:
        context: the command that is running.
        action: what to do; done again with the answers.
        rendered: the module of `render` that prints its result.
        quiet: print nothing.
        json: print it for a script.
        ready: whether the ledger is brought up to date first.
    """
    from dataclasses import replace

    desk = open_desk(context, ready=ready)
    result = asking(lambda answers: action(replace(desk, answers=dict(answers))))
    printer = import_module(f"netlog.render.{rendered}")
    if json:
        printer.print_json(result)
    elif not quiet:
        printer.print_text(result)
