"""How every command that writes is made: its usual options, asking, and printing the receipt."""

from contextlib import contextmanager
from functools import partial, wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import declare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netlog.actions.desk import Desk

Result = TypeVar("Result")


def writes(
    rendered: str,
    how: str = "",
    *,
    ready: bool = True,
    unlocks: bool = True,
    looks_beside: bool = True,
    **usual: object,
) -> "Callable[[Callable[..., object]], Callable[..., None]]":
    """Make a command of a function that does something and returns what came of it.

    The function gets a `desk`, which has the answers where a name was unclear: it is called again
    with each. The command has the function's own options, and behind them those of all that write.

    Args:
        rendered: the module of `render` that prints the result.
        how: which of the options that say how something happened it has, with blanks between
            them; the function gets them as a `how`.
        ready: whether the ledger is brought up to date first.
        unlocks: whether its key is asked for first; else the function says when.
        looks_beside: whether to tell of copies beside the ledger that could be joined.
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
            opening = {"ready": ready, "unlocks": unlocks, "looks_beside": looks_beside}
            action = partial(function, **typed)
            show(context, action, rendered, quiet=quiet, json=json, **opening)

        declare(run, function, [*names, "quiet", "json"], **usual)
        return run

    return command


def show(
    context: typer.Context,
    action: "Callable[[Desk], Result]",
    rendered: str,
    *,
    quiet: bool,
    json: bool,
    **opening: bool,
) -> None:
    """Do something, ask on a terminal where a name is unclear, and print what came of it.

    Args:
        context: the command that is running.
        action: what to do; done again with the answers.
        rendered: the module of `render` that prints its result.
        quiet: print nothing.
        json: print it for a script.
        opening: how the desk is opened, as `open_desk` has it.
    """
    from dataclasses import replace

    desk = open_desk(context, **opening)
    with following(desk):
        result = asking(lambda answers: action(replace(desk, answers=dict(answers))))
        printer = import_module(f"netlog.render.{rendered}")
        if json:
            printer.print_json(result)
        elif not quiet:
            printer.print_text(result)


@contextmanager
def following(desk: "Desk") -> "Iterator[None]":
    """Let the calendar that the settings name, if they do, follow what a block writes.

    The journal tells whether it wrote: a rehearsal, or a copy, is nothing to follow.
    """
    if not desk.settings.calendar:
        yield
        return
    from netlog.cli.calendars import keep_up

    before = _last_hash(desk)
    yield
    if _last_hash(desk) != before:
        keep_up(desk.settings)


def _last_hash(desk: "Desk") -> bytes:
    """That of the last command in the journal; none where the ledger is not there, or unusable."""
    from netlog.errors import LedgerUnusable
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.views.changes import last_hash

    try:
        return last_hash(desk.settings)
    except (NoLedgerYet, LedgerUnusable):  # which is for the command itself to tell
        return b""
