"""An obligation with all that one needs to talk about it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from netlog.domain.records import Attempt, Event, Obligation, Party, Role, Settlement
from netlog.domain.standing import parts_done

Side = Literal["mine", "check-in", "theirs"]
CHECK_INS = ("check-response", "check-outcome")


@dataclass(frozen=True, slots=True)
class Item:
    """An obligation, the event that opened it and who was in it, settlements and attempts."""

    obligation: Obligation
    event: Event
    parties: tuple[Party, ...]
    settlements: tuple[Settlement, ...] = ()
    attempts: tuple[Attempt, ...] = ()

    @property
    def done(self) -> int:
        """How many of its parts were kept."""
        return parts_done(self.settlements)

    @property
    def last_part_on(self) -> date:
        """The latest day on which a part of it came; the first of all days where none did."""
        return max((one.settled_on for one in self.settlements), default=date.min)

    @property
    def left(self) -> int:
        """How many of its parts are still to come."""
        return self.obligation.times - self.done

    def who(self, role: Role) -> int:
        """The contact in that role in the event.

        Raises:
            LookupError: the event has nobody in that role.
        """
        for party in self.parties:
            if party.role == role:
                return party.contact_id
        raise LookupError(role)


def side(obligation: Obligation, me: int) -> Side | None:
    """On which side of my ledger it stands; None for what others owe each other."""
    if obligation.kind in CHECK_INS:
        return "check-in"
    if obligation.debtor_id == me:
        return "mine"
    return "theirs" if obligation.creditor_id == me else None


def is_hidden(obligation: Obligation, today: date) -> bool:
    """Whether it is out of sight until a later day."""
    return obligation.hidden_until is not None and obligation.hidden_until > today
