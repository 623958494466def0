"""An obligation with what was posted on it."""

from typing import NamedTuple

from netlog.domain.records import Attempt, Obligation, Settlement
from netlog.domain.standing import parts_done


class Account(NamedTuple):
    """An obligation, how it or parts of it ended, and the attempts at getting it."""

    obligation: Obligation
    settlements: tuple[Settlement, ...] = ()
    attempts: tuple[Attempt, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something of it is still to come."""
        return self.obligation.closed_on is None

    @property
    def left(self) -> int:
        """How many of its parts are still to come."""
        return self.obligation.times - parts_done(self.settlements)
