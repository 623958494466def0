"""The desk of a command: its settings, as the command line and the environment have them."""

import os
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from datetime import date

    from netlog.actions.desk import Desk

    Days = tuple[date | None, date | None]


def open_desk(
    context: typer.Context, *, ready: bool = True, unlocks: bool = True, looks_beside: bool = True
) -> "Desk":
    """The desk of the command that is running, with the ledger up to date where it is to be ready.

    Args:
        context: that of Typer.
        ready: whether the ledger is brought up to date.
        unlocks: whether its key is asked for, also where it is not to be ready.
        looks_beside: whether to tell of copies beside the ledger that could be joined, or go on
            with it where there is none any more.

    Raises:
        Unreadable: the settings make no sense.
        LedgerUnusable: the ledger cannot be used as it is.
    """
    from netlog.actions.desk import Desk
    from netlog.cli.asking import unlocked
    from netlog.cli.migrate import migrate
    from netlog.config import load
    from netlog.ledger.file.key import cipher_of, name_key_file

    invocation: Invocation = context.obj
    settings = load(os.environ, invocation.ledger, invocation.key_file)
    name_key_file(settings.key_file)
    invocation.opened = settings.ledger
    if ready:
        unlocked(lambda: migrate(settings.ledger))
    elif unlocks:
        unlocked(lambda: cipher_of(settings.ledger))
    if looks_beside:
        tell_left_behind(settings.ledger)
        if ready:
            _tell_beside(settings.ledger)
    return Desk(invocation.command, settings)


def days_between(desk: "Desk", since: str | None, until: str | None) -> "Days":
    """The first day and the last one that were typed; None for each that was not.

    Raises:
        Unreadable: one of them is no date, or the first is after the last.
        Refused: one of them is in the future.
    """
    from netlog.errors import Unreadable

    first, last = (None if day is None else desk.day_of_period(day) for day in (since, until))
    if first is not None and last is not None and first > last:
        raise Unreadable(f"--since {since} is after --until {until}.", "Exchange the two.")
    return first, last


def tell_left_behind(ledger: Path) -> None:
    """Tell where there is no ledger any more, but a copy of one."""
    from netlog.ledger.file.beside import left_behind

    if (left := left_behind(ledger)) is not None:
        from netlog.render.beside import tell_left

        tell_left(left, ledger)


def _tell_beside(ledger: Path) -> None:
    from netlog.ledger.file.beside import conflicted_copies

    copies = conflicted_copies(ledger)
    if copies:
        from netlog.render.beside import tell_beside

        tell_beside(copies)


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
    key_file: Path | None = None
    opened: Path | None = None

    def files(self) -> list[tuple[str, str]]:
        """The files that were typed behind options, with these."""
        named = (("--ledger", self.ledger), ("--key-file", self.key_file))
        return [(option, str(file)) for option, file in named if file is not None]

    @property
    def command(self) -> str:
        """The command line as it can be typed."""
        return shlex.join(["netlog", *self.argv])
