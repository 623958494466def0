"""What a command works with: its settings, its terms, and the day it takes for today."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from netlog.config import Settings
    from netlog.domain.projection.terms import Terms


@dataclass(frozen=True, slots=True)
class Desk:
    """One command's settings. `command` is the command line, for the journal."""

    command: str
    settings: "Settings"

    @property
    def ledger(self) -> Path:
        """The path of the ledger."""
        return self.settings.ledger

    @property
    def today(self) -> date:
        """The day to take for today."""
        return self.settings.today

    @property
    def terms(self) -> "Terms":
        """The days after which obligations fall due.

        Raises:
            Unreadable: a term in the settings makes no sense.
        """
        from netlog.domain.projection.terms import terms_from

        return terms_from(self.settings.terms)

    def past_day(self, typed: str) -> date:
        """The day on which something happened.

        Raises:
            Unreadable: it is no date.
            Refused: it is in the future.
        """
        from netlog.domain.dates.days import past_day

        return past_day(typed, self.today, self.settings.date_order)

    def coming_day(self, typed: str, since: date | None = None) -> date:
        """The day by which something is due, as said on the day `since`, or today.

        Raises:
            Unreadable: it is no date.
        """
        from netlog.domain.dates.days import coming_day

        return coming_day(typed, self.today, self.settings.date_order, since)


def open_desk(context: typer.Context, ledger: Path | None) -> Desk:
    """The desk of the command that is running.

    Raises:
        Unreadable: the settings make no sense.
    """
    from netlog.config import load

    invocation: Invocation = context.obj
    return Desk(invocation.command, load(os.environ, ledger or invocation.ledger))


@dataclass(slots=True)
class Invocation:
    """The whole command line, and how to run another; the context object of every command."""

    command: str
    run: Callable[[Sequence[str]], int]
    ledger: Path | None = None
