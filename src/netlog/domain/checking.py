"""Checking up on an introduction: did they answer, and are both happy?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from netlog.domain.entries import AttemptDraft, Entry, OutcomeDraft, SettlementDraft
from netlog.domain.introduced import Introduced
from netlog.domain.records import Obligation, ObligationKind, Outcome
from netlog.domain.settling import keep
from netlog.domain.terms import Terms, after
from netlog.errors import Refused

Finding = Literal["responded", "silent", "happy"]

FINDING_OF: dict[ObligationKind, Finding] = {
    "check-response": "responded",
    "check-outcome": "happy",
}


@dataclass(frozen=True, slots=True)
class CheckedIntroduction:
    """An introduction with all its obligations, and what is known to have come of it."""

    introduction: Introduced
    items: tuple[Obligation, ...]
    outcomes: frozenset[Outcome]

    def open(self, kind: ObligationKind) -> Obligation | None:
        """Its open obligation of that kind, if any."""
        return next((i for i in self.items if i.kind == kind and i.closed_on is None), None)


def check(
    checked: CheckedIntroduction,
    finding: Finding,
    on: date,
    terms: Terms,
    me: int,
    *,
    via: str = "",
    note: str = "",
) -> Entry:
    """The entry of a check on an introduction.

    Args:
        checked: the introduction.
        finding: what came of asking.
        on: the day of the response, of the silence or of the happy answer.
        terms: the days after which to ask again.
        me: the owner's contact id; where I was introduced, the finding is about the other one.
        via: the channel, if told.
        note: a remark, if any.

    Raises:
        Refused: it is known already, there is nobody to be silent, or it was before the
            introduction.
    """
    if on < checked.introduction.on:
        raise Refused(
            f"e{checked.introduction.event_id} was made on {checked.introduction.on};"
            f" nothing can have come of it on {on}.",
        )
    if finding == "silent":
        return _silent(checked, on, terms, via)
    if finding == "responded":
        return _responded(checked, on, me, via, note)
    return _happy(checked, on, via, note)


def _silent(checked: CheckedIntroduction, on: date, terms: Terms, via: str) -> Entry:
    item = checked.open("check-response")
    if item is None:
        raise Refused(
            f"e{checked.introduction.event_id} has no open question whether they answered.",
            "--silent is for introductions that you made yourself.",
        )
    again = after(on, terms.ask_again)
    return Entry(attempts=(AttemptDraft(item, on, via, ask_again_on=again),))


def _responded(checked: CheckedIntroduction, on: date, me: int, via: str, note: str) -> Entry:
    response = checked.open("response")
    theirs = response if response and response.debtor_id != me else None
    settles = _kept((theirs, checked.open("check-response")), on, via, note)
    outcomes = _new_outcomes(checked, ("responded",), on)
    return _entry_unless_known(checked, settles, outcomes)


def _happy(checked: CheckedIntroduction, on: date, via: str, note: str) -> Entry:
    response = checked.open("response")
    in_time = (keep(response, min(on, response.due_on), via, note),) if response else ()
    check_ins = (checked.open("check-response"), checked.open("check-outcome"))
    settles = (*in_time, *_kept(check_ins, on, via, note))
    outcomes = _new_outcomes(checked, ("responded", "happy"), on)
    return _entry_unless_known(checked, settles, outcomes)


def _kept(
    items: Iterable[Obligation | None], on: date, via: str, note: str
) -> tuple[SettlementDraft, ...]:
    return tuple(keep(item, on, via, note) for item in items if item is not None)


def _new_outcomes(
    checked: CheckedIntroduction, found: tuple[Outcome, ...], on: date
) -> tuple[OutcomeDraft, ...]:
    event_id = checked.introduction.event_id
    return tuple(OutcomeDraft(event_id, one, on) for one in found if one not in checked.outcomes)


def _entry_unless_known(
    checked: CheckedIntroduction,
    settles: tuple[SettlementDraft, ...],
    outcomes: tuple[OutcomeDraft, ...],
) -> Entry:
    if not settles and not outcomes:
        raise Refused(
            f"e{checked.introduction.event_id} is known to be so already.",
            "netlog due --all lists what is still open.",
        )
    return Entry(settles=settles, outcomes=outcomes)
