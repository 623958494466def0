"""What a command works with: its settings, its terms, and the day it takes for today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.config import Settings
    from netlog.domain.names import Names
    from netlog.domain.projection.terms import Terms
    from netlog.domain.wording import Wording

NEW = "\0new"  # the answer that it is somebody new; no name can be this
CONFIRMED = "\0confirmed"  # what is answered where what cannot simply be undone is meant
AGAIN = "\0again"  # what is answered where it is meant though it is in the ledger already
NEW_KEY = "\0key"  # what is answered where a key is to be chosen
USER, PASSWORD = "\0user", "\0password"  # what is answered where a server wants to know who asks


@dataclass(frozen=True, slots=True)
class Desk:
    """One command's settings. `command` is the command line, for the journal.

    `answers` are the names that were meant by what was typed, where somebody was asked.
    """

    command: str
    settings: "Settings"
    answers: Mapping[str, str] = field(default_factory=dict)

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
        from netlog.domain.projection.terms import terms_from  # noqa: PLC0415 - writers only

        return terms_from(self.settings.terms, self.settings.group_size)

    def wording(self, names: "Names") -> "Wording":
        """How to speak of these contacts, today and with the currency of the settings."""
        from netlog.domain.wording import Wording  # noqa: PLC0415 - JSON of names needs none

        return Wording(names.by_id, names.me, self.today, currency=self.settings.currency)

    def past_day(self, typed: str) -> date:
        """The day on which something happened.

        Raises:
            Unreadable: it is no date.
            Refused: it is in the future.
        """
        from netlog.domain.dates.days import past_day  # noqa: PLC0415 - not every command dates

        return past_day(typed, self.today, self.settings.date_order)

    def day_of_period(self, typed: str) -> date:
        """The day with which a look back begins or ends.

        Raises:
            Unreadable: it is no date.
            Refused: it is in the future.
        """
        from netlog.domain.dates.days import BY_NOW, past_day  # noqa: PLC0415 - as above

        return past_day(typed, self.today, self.settings.date_order, BY_NOW)

    def coming_day(self, typed: str, since: date | None = None) -> date:
        """The day by which something is due, as said on the day `since`, or today.

        Raises:
            Unreadable: it is no date.
        """
        from netlog.domain.dates.days import coming_day  # noqa: PLC0415 - not every command dates

        return coming_day(typed, self.today, self.settings.date_order, since)
