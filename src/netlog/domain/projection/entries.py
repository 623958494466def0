"""What one fact does to what stands open: the postings that a rule makes of it."""

from datetime import date
from typing import NamedTuple

from netlog.domain.records import Ending, Obligation, ObligationKind, Outcome, Settlement


class ObligationDraft(NamedTuple):
    """An obligation that an event opens; a touch may count from a statement about that event."""

    event_id: int
    kind: ObligationKind
    debtor_id: int
    creditor_id: int
    opened_on: date
    due_on: date
    times: int = 1
    statement_id: int | None = None


class Cause(NamedTuple):
    """Which fact something is posted by; `moment` orders the facts of one day."""

    event_id: int | None = None
    acknowledgement_id: int | None = None
    statement_id: int | None = None
    moment: int = 0


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

    def posted(self, ordinal: int, cause: Cause) -> Settlement:
        """The settlement, as the `ordinal`th of the obligation."""
        how = (self.ending, self.settled_on, self.times, self.via, self.note)
        return Settlement(self.obligation.id, ordinal, *how, *cause)


class AttemptDraft(NamedTuple):
    """A try at an obligation, open already or opened by the same fact.

    A check-in that met silence is hidden until another day, and due then if it was asked in time.
    """

    obligation: Obligation | ObligationDraft
    made_on: date
    via: str = ""
    note: str = ""
    hidden_until: date | None = None
    due_on: date | None = None


class ChangeDraft(NamedTuple):
    """An open obligation that is to be out of sight until a day, or due on another one."""

    obligation: Obligation
    hidden_until: date | None
    due_on: date


class OutcomeDraft(NamedTuple):
    """Something that came of the introduction `event_id`."""

    event_id: int
    outcome: Outcome
    noted_on: date
    via: str = ""
    note: str = ""


class Entry(NamedTuple):
    """All the postings of one fact; `drops` are touches that an interval takes away."""

    opens: tuple[ObligationDraft, ...] = ()
    settles: tuple[SettlementDraft, ...] = ()
    attempts: tuple[AttemptDraft, ...] = ()
    outcomes: tuple[OutcomeDraft, ...] = ()
    changes: tuple[ChangeDraft, ...] = ()
    drops: tuple[Obligation, ...] = ()

    def without_obligations(self) -> "Entry":
        """The same, but nothing new is owed for it; an interval goes on with any word."""
        return self._replace(
            opens=tuple(draft for draft in self.opens if draft.kind == "touch"),
            attempts=tuple(draft for draft in self.attempts if draft.obligation not in self.opens),
        )


NOTHING = Entry()
