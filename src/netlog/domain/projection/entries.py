"""What a command decides: an entry, to be posted to the ledger whole or not at all.

Drafts have no ids yet; the ledger gives them when it posts the entry.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netlog.domain.records import Ending, EventKind, Obligation, ObligationKind, Outcome, Role


class PartyDraft(NamedTuple):
    """A contact's role in an event that is about to be recorded."""

    role: Role
    contact_id: int


class EventDraft(NamedTuple):
    """An event that is about to be recorded; the fields are those of `records.Event`."""

    kind: EventKind
    happened_on: date
    parties: tuple[PartyDraft, ...]
    about: str = ""
    via: str = ""
    note: str = ""
    place: str = ""
    fee: str = ""
    introduction_id: int | None = None
    replaces_id: int | None = None


class ObligationDraft(NamedTuple):
    """An obligation that the entry's event opens."""

    kind: ObligationKind
    debtor_id: int
    creditor_id: int
    opened_on: date
    due_on: date
    times: int = 1


class SettlementDraft(NamedTuple):
    """A settlement of an open obligation.

    `closed_on` is the day on which the last of its parts came, None while others are to come.
    """

    obligation: Obligation
    ending: Ending
    settled_on: date
    times: int
    closed_on: date | None
    via: str = ""
    note: str = ""

    @property
    def closes(self) -> bool:
        """Whether nothing of the obligation stays open."""
        return self.closed_on is not None


class AttemptDraft(NamedTuple):
    """A try at an obligation, open already or opened by the same entry.

    A check-in that met silence is hidden until another day, and due then if it was asked in time.
    """

    obligation: Obligation | ObligationDraft
    made_on: date
    via: str = ""
    note: str = ""
    hidden_until: date | None = None
    due_on: date | None = None


class HidingDraft(NamedTuple):
    """An open obligation that is to be out of sight until a day."""

    obligation: Obligation
    until: date


class OutcomeDraft(NamedTuple):
    """Something that came of the introduction `event_id`."""

    event_id: int
    outcome: Outcome
    noted_on: date
    via: str = ""
    note: str = ""


class Entry(NamedTuple):
    """Everything that one command records. Without an event it only settles."""

    event: EventDraft | None = None
    opens: tuple[ObligationDraft, ...] = ()
    settles: tuple[SettlementDraft, ...] = ()
    attempts: tuple[AttemptDraft, ...] = ()
    outcomes: tuple[OutcomeDraft, ...] = ()
    hides: tuple[HidingDraft, ...] = ()

    @property
    def owes(self) -> bool:
        """Whether it opens anything, intervals apart."""
        return any(one.kind != "touch" for one in self.opens)

    def without_obligations(self) -> "Entry":
        """The same, but nothing new is owed for it; an interval goes on with any word."""
        return self._replace(
            opens=tuple(one for one in self.opens if one.kind == "touch"),
            attempts=tuple(one for one in self.attempts if one.obligation not in self.opens),
        )


def of_mine(obligations: Sequence[ObligationDraft], me: int, introducer: int) -> bool:
    """Whether an event's obligations are mine to track (design, section 2).

    They are where I am debtor or creditor of one of them, or made the introduction.
    """
    return introducer == me or any(me in (one.debtor_id, one.creditor_id) for one in obligations)
