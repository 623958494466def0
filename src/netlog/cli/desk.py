"""The desk of a command: its settings, as the command line and the environment have them."""

import os
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from netlog.actions.desk import Desk


def open_desk(context: typer.Context, *, ready: bool = True) -> "Desk":
    """The desk of the command that is running, with the ledger up to date where it is to be ready.

    Raises:
        Unreadable: the settings make no sense.
        LedgerUnusable: the ledger cannot be used as it is.
    """
    from netlog.actions.desk import Desk
    from netlog.cli.migrate import migrate
    from netlog.config import load

    invocation: Invocation = context.obj
    settings = load(os.environ, invocation.ledger)
    invocation.opened = settings.ledger
    if ready:
        migrate(settings.ledger)
    return Desk(invocation.command, settings)


@dataclass(slots=True)
class Invocation:
    """The whole command line, and how to run another; the context object of every command.

    `pages` tells whether what is long may go through a pager: not where it is part of a longer one.
    `opened` is the ledger that the command works with, once it does.
    """

    argv: Sequence[str]
    run: "Callable[[Invocation], int]"
    pages: bool = False
    ledger: Path | None = None
    opened: Path | None = None

    @property
    def command(self) -> str:
        """The command line as it can be typed."""
        return shlex.join(["netlog", *self.argv])
