"""Checking up on an introduction: did they answer, and are both happy?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from netlog.domain.items import Item
from netlog.domain.projection.entries import AttemptDraft, Entry, OutcomeDraft, SettlementDraft
from netlog.domain.projection.introduced import Introduced
from netlog.domain.projection.settling import keep
from netlog.domain.projection.terms import Terms, after
from netlog.domain.records import IntroductionOutcome, Obligation, ObligationKind, Outcome
from netlog.errors import Refused

Finding = Literal["responded", "silent", "happy"]

_KNOWN_BY: dict[ObligationKind, tuple[Outcome, ...]] = {
    "response": ("responded", "happy"),
    "check-response": ("responded", "happy"),
    "check-outcome": ("happy",),
}
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


class Answer(NamedTuple):
    """What was heard: the day it was so, the day I asked, and how."""

    on: date
    asked_on: date
    via: str = ""
    note: str = ""


def check(
    checked: CheckedIntroduction, finding: Finding, answer: Answer, terms: Terms, me: int
) -> Entry:
    """The entry of a check on an introduction.

    Args:
        checked: the introduction.
        finding: what came of asking.
        answer: when it came, and when I asked; a check-in closes on the day I asked, or, where the
            answer was there before asking was due, on the day of the answer.
        terms: the days after which to ask again.
        me: the owner's contact id; where I was introduced, the finding is about the other one.

    Raises:
        Refused: it is known already, there is nobody to be silent, or it was before the
            introduction.
    """
    if answer.on < checked.introduction.on:
        raise Refused(
            f"e{checked.introduction.event_id} was made on {checked.introduction.on};"
            f" nothing can have come of it on {answer.on}.",
        )
    if finding == "silent":
        return _silent(checked, answer, terms)
    if finding == "responded":
        return _responded(checked, answer, me)
    return _happy(checked, answer)


def introduction_of(item: Item) -> int:
    """The event id of the introduction that a check-in or a response is about.

    Raises:
        Refused: the item is something else.
    """
    if item.obligation.kind not in ("response", *FINDING_OF):
        raise Refused(
            f"{item.obligation.id} is no check-in, so there is nothing to check.",
            f"Name a check-in, as netlog due lists it, or the introduction: e{item.event.id}.",
        )
    return item.event.id


def theirs(checked: CheckedIntroduction, me: int) -> Obligation | None:
    """The open response of an introduction, unless it is mine to give."""
    response = checked.open("response")
    return response if response and response.debtor_id != me else None


def known_answers(
    item: Obligation, outcomes: Iterable[IntroductionOutcome]
) -> tuple[SettlementDraft, ...]:
    """What closes an open question of an introduction whose answer is known; else nothing."""
    answered_by = _KNOWN_BY.get(item.kind, ())
    days = [one.noted_on for one in outcomes if one.outcome in answered_by]
    return (keep(item, max(min(days), item.opened_on)),) if days else ()


def _silent(checked: CheckedIntroduction, answer: Answer, terms: Terms) -> Entry:
    """Asking in time is what was due, so the next asking is due later; a late one stays late."""
    item = checked.open("check-response") or checked.open("check-outcome")
    if item is None:
        raise Refused(
            f"e{checked.introduction.event_id} has no open question to you.",
            "--silent is for introductions that you made yourself, while something is to be asked.",
        )
    again = max(after(answer.on, terms.ask_again), item.hidden_until or date.min)
    attempt = AttemptDraft(
        item,
        answer.on,
        via=answer.via,
        note=answer.note,
        hidden_until=again,
        due_on=max(again, item.due_on) if answer.on <= item.due_on else None,
    )
    return Entry(attempts=(attempt,))


def _responded(checked: CheckedIntroduction, answer: Answer, me: int) -> Entry:
    response = theirs(checked, me)
    return _entry_unless_known(
        checked,
        settles=(
            *_kept([response], answer.on, answer),
            *_asked([checked.open("check-response")], answer),
        ),
        outcomes=_new_outcomes(checked, ("responded",), answer),
    )


def _happy(checked: CheckedIntroduction, answer: Answer) -> Entry:
    response = checked.open("response")
    check_ins = [checked.open("check-response"), checked.open("check-outcome")]
    in_time = answer.on if response is None else min(answer.on, response.due_on)
    return _entry_unless_known(
        checked,
        settles=(
            *_kept([response], in_time, answer),
            *_asked(check_ins, answer),
        ),
        outcomes=_new_outcomes(checked, ("responded", "happy"), answer),
    )


def _asked(items: Iterable[Obligation | None], answer: Answer) -> tuple[SettlementDraft, ...]:
    """The check-ins, closed on the day I asked; where it was known before, nobody had to ask."""
    return tuple(
        keep(item, min(answer.asked_on, max(answer.on, item.opened_on)), answer.via, answer.note)
        if answer.on <= item.due_on
        else keep(item, answer.asked_on, answer.via, answer.note)
        for item in items
        if item is not None
    )


def _kept(
    items: Iterable[Obligation | None], on: date, answer: Answer
) -> tuple[SettlementDraft, ...]:
    return tuple(keep(item, on, answer.via, answer.note) for item in items if item is not None)


def _new_outcomes(
    checked: CheckedIntroduction, found: tuple[Outcome, ...], answer: Answer
) -> tuple[OutcomeDraft, ...]:
    event_id = checked.introduction.event_id
    return tuple(
        OutcomeDraft(event_id, one, answer.on, answer.via, answer.note)
        for one in found
        if one not in checked.outcomes
    )


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
