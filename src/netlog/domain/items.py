"""An obligation with all that one needs to talk about it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from netlog.domain.records import (
    Attempt,
    Event,
    Obligation,
    ObligationKind,
    Party,
    Role,
    Settlement,
)
from netlog.domain.standing import parts_done

Side = Literal["mine", "check-in", "theirs"]
_KINDS = get_args(ObligationKind)
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
    def left(self) -> int:
        """How many of its parts are still to come."""
        return self.obligation.times - self.done

    @property
    def day_known(self) -> bool:
        """Whether the day on which it ended is known, where it ended.

        That both are happy says of an answer only that it came in time: it is posted for the day on
        which it was due, and so is an answer that I noted for just that day.
        """
        return self.obligation.kind != "response" or not any(
            part.ending == "kept"
            and part.statement_id is not None
            and part.settled_on == self.obligation.due_on
            for part in self.settlements
        )

    @property
    def place(self) -> tuple[date, int, int, int, bool, date]:
        """Its place among items, which no number decides.

        By the day and the moment of the event; of one event as it opens them: by kind, by whom it
        is with in the order of naming, first what is owed to them, and by the day.
        """
        obligation = self.obligation
        positions = [
            number
            for number, party in enumerate(self.parties)
            if party.contact_id in (obligation.debtor_id, obligation.creditor_id)
        ]
        kind = _KINDS.index(obligation.kind)
        position = max(positions, default=0)
        is_theirs = bool(positions) and self.parties[position].contact_id == obligation.debtor_id
        return (*self.event.moment, kind, position, is_theirs, obligation.opened_on)

    @property
    def contacts(self) -> frozenset[int]:
        """Everybody in the event, and between whom it is."""
        parties = (party.contact_id for party in self.parties)
        return frozenset({self.obligation.debtor_id, self.obligation.creditor_id, *parties})

    def is_with(self, contacts: Collection[int]) -> bool:
        """Whether it is with one of these: one of the two between whom it is.

        What comes of an introduction is with everybody who is in it.
        """
        between = {self.obligation.debtor_id, self.obligation.creditor_id}
        if self.obligation.kind in ("response", *CHECK_INS):
            between |= self.contacts
        return not between.isdisjoint(contacts)

    @property
    def first(self) -> int:
        """Of an introduction, the one who was to make the first move."""
        return self.who("client" if self.event.client_first else "provider")

    @property
    def waiting(self) -> int:
        """Of an introduction, the one who waits for the other's first move."""
        return self.who("provider" if self.event.client_first else "client")

    def who(self, role: Role) -> int:
        """The contact in that role in the event.

        Raises:
            LookupError: the event has nobody in that role.
        """
        return {party.role: party.contact_id for party in self.parties}[role]


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


def is_at_rest(obligation: Obligation, archived: Collection[int]) -> bool:
    """Whether it is out of sight because somebody in it is archived."""
    return obligation.debtor_id in archived or obligation.creditor_id in archived


def is_left_alone(obligation: Obligation, archived: Mapping[int, date]) -> bool:
    """Whether it says nothing of anybody: open, and not due when somebody in it was archived.

    Args:
        obligation: the obligation.
        archived: since when each archived contact is.
    """
    between = (obligation.debtor_id, obligation.creditor_id)
    since = min((archived[contact] for contact in between if contact in archived), default=None)
    return obligation.closed_on is None and since is not None and since <= obligation.due_on
