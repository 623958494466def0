"""What a command decides: an entry, to be posted to the ledger whole or not at all.

Drafts have no ids yet; the ledger gives them when it posts the entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netlog.domain.records import Ending, EventKind, Obligation, ObligationKind, Outcome, Role


class PartyDraft(NamedTuple):
    """A contact's role in an event that is about to be recorded."""

    role: Role
    contact_id: int


@dataclass(frozen=True, slots=True)
class EventDraft:
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


@dataclass(frozen=True, slots=True)
class ObligationDraft:
    """An obligation that the entry's event opens."""

    kind: ObligationKind
    debtor_id: int
    creditor_id: int
    opened_on: date
    due_on: date
    times: int = 1


@dataclass(frozen=True, slots=True)
class SettlementDraft:
    """A settlement of an open obligation; `closes` tells whether anything stays open after it."""

    obligation: Obligation
    ending: Ending
    settled_on: date
    times: int
    closes: bool
    via: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AttemptDraft:
    """A try at an obligation, open already or opened by the same entry.

    `ask_again_on` is the day to which a check-in that met silence moves.
    """

    obligation: Obligation | ObligationDraft
    made_on: date
    via: str = ""
    ask_again_on: date | None = None


class OutcomeDraft(NamedTuple):
    """Something that came of the introduction `event_id`."""

    event_id: int
    outcome: Outcome
    noted_on: date


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that one command records. Without an event it only settles."""

    event: EventDraft | None = None
    opens: tuple[ObligationDraft, ...] = ()
    settles: tuple[SettlementDraft, ...] = ()
    attempts: tuple[AttemptDraft, ...] = ()
    outcomes: tuple[OutcomeDraft, ...] = ()


def of_mine(obligations: Sequence[ObligationDraft], me: int, introducer: int) -> bool:
    """Whether an event's obligations are mine to track (design, section 2).

    They are where I am debtor or creditor of one of them, or made the introduction.
    """
    return introducer == me or any(me in (one.debtor_id, one.creditor_id) for one in obligations)
