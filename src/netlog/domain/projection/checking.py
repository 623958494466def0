"""Checking up on an introduction: did they answer, and are both happy?"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netlog.domain.items import Item
from netlog.domain.projection.entries import NOTHING, AttemptDraft, Entry, OutcomeDraft
from netlog.domain.projection.introduced import Introduced
from netlog.domain.projection.settling import keep
from netlog.domain.projection.terms import Terms, after
from netlog.domain.records import Finding, Obligation, ObligationKind, Outcome
from netlog.errors import Refused

FINDING_OF: dict[ObligationKind, Finding] = {
    "check-response": "responded",
    "check-outcome": "happy",
}


@dataclass(frozen=True, slots=True)
class CheckedIntroduction:
    """An introduction with all its obligations, and what is known to have come of it.

    `named` is the number of the item by which somebody named it, None where by none. `unheard` are
    the numbers of the questions that an answer closed of which I had not been told by then.
    """

    introduction: Introduced
    items: tuple[Obligation, ...]
    outcomes: frozenset[Outcome]
    named: int | None = None
    unheard: frozenset[int] = frozenset()

    def open(self, kind: ObligationKind) -> Obligation | None:
        """Its open obligation of that kind, if any."""
        items = (item for item in self.items if item.kind == kind and item.closed_on is None)
        return next(items, None)

    def asked(self, kind: ObligationKind) -> Obligation | None:
        """Its question of that kind that is open, or was as far as I knew, if any."""
        items = (item for item in self.items if item.kind == kind and item.id in self.unheard)
        return self.open(kind) or next(items, None)

    def awaited(self, me: int) -> Obligation | None:
        """Its open response, unless it is mine to give."""
        response = self.open("response")
        return response if response and response.debtor_id != me else None


class Answer(NamedTuple):
    """What was heard: the day it was so, the day I asked, and how."""

    on: date
    asked_on: date
    via: str = ""
    note: str = ""


def check(
    checked: CheckedIntroduction, finding: Finding, answer: Answer, terms: Terms, me: int
) -> Entry:
    """The entry of a check on an introduction, all at once.

    Args:
        checked: the introduction.
        finding: what came of asking.
        answer: when it came, and when I asked; a check-in closes on the day I asked, or, where the
            answer was there before asking was due, on the day of the answer.
        terms: the days after which to ask again.
        me: the owner's contact id; where I was introduced, the finding is about the other one.
    """
    if finding == "silent":
        return _silent(checked, answer, terms)
    answered = answer_entry(checked, finding, answer, me)
    closed = {draft.obligation.id for draft in answered.settles}
    asked = question_entry(checked, finding, answer).settles
    late = tuple(draft for draft in asked if draft.obligation.id not in closed)
    return Entry(settles=(*answered.settles, *late), outcomes=answered.outcomes)


def refuse_check(checked: CheckedIntroduction, finding: Finding, answer: Answer, me: int) -> None:
    """Refuse what a check cannot say.

    Raises:
        Refused: it is known already, there is nobody to be silent, or it was before the
            introduction.
    """
    number = checked.introduction.event_id
    refuse_before_it_was_made(checked.introduction, answer.on)
    refuse_silence_after_an_answer(checked, finding, answer.on)
    if finding == "silent" and _question(checked) is None:
        raise Refused(
            f"e{number} has no open question to you.",
            "--silent is for introductions that you made yourself, while something is to be asked.",
        )
    if not any(check(checked, finding, answer, Terms(), me)):
        raise Refused(
            f"e{number} is known to be so already.",
            "netlog due --all lists what is still open.",
        )


def refuse_silence_after_an_answer(
    checked: CheckedIntroduction, finding: Finding, on: date
) -> None:
    """Refuse that nothing was heard of the very item that was named, and closed by that day.

    Raises:
        Refused: it was; what else the introduction has open is another question.
    """
    named = (item for item in checked.items if item.id in {checked.named} - checked.unheard)
    closed = next((item for item in named if item.closed_on and item.closed_on <= on), None)
    if finding == "silent" and closed is not None:
        raise Refused(
            f"{closed.id} was answered already, and closed on {closed.closed_on}.",
            "netlog due --all lists what is still to be asked.",
        )


def refuse_before_it_was_made(introduced: Introduced, on: date) -> None:
    """Refuse that something came of an introduction before there was one.

    Raises:
        Refused: it was made after that day, or nobody knows on which, and it was told after that.
    """
    if on < introduced.on:
        refuse_on_an_unknown_day(introduced)
        raise Refused(
            f"e{introduced.event_id} was made on {introduced.on};"
            f" nothing can have come of it on {on}.",
        )


def refuse_on_an_unknown_day(introduced: Introduced) -> None:
    """Refuse what would be older than an introduction, where that has no day to be older than.

    Raises:
        Refused: nobody knows its day.
    """
    if introduced.undated:
        raise Refused(
            f"Nobody knows the day of e{introduced.event_id},"
            f" so nothing can have come of it before it was told, on {introduced.on}.",
            f"netlog edit e{introduced.event_id} --on DAY says which day it was.",
        )


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


def answer_entry(checked: CheckedIntroduction, finding: Finding, answer: Answer, me: int) -> Entry:
    """What an answer does on the day on which it came: the response is kept, and that is known.

    Where both are happy, nobody complained, so the response was in time. Where the answer was there
    before asking was due, nobody had to ask.
    """
    questions = question_entry(checked, finding, answer).settles
    unasked = (draft for draft in questions if answer.on <= draft.obligation.due_on)
    if finding == "responded":
        response, on = checked.awaited(me), answer.on
        outcomes: tuple[Outcome, ...] = ("responded",)
    else:
        response, outcomes = checked.open("response"), ("responded", "happy")
        on = answer.on if response is None else min(answer.on, response.due_on)
    return Entry(
        settles=(
            *([] if response is None else [keep(response, on, answer.via, answer.note)]),
            *unasked,
        ),
        outcomes=tuple(
            OutcomeDraft(checked.introduction.event_id, outcome, answer.on, answer.via, answer.note)
            for outcome in outcomes
            if outcome not in checked.outcomes
        ),
    )


def question_entry(checked: CheckedIntroduction, finding: Finding, answer: Answer) -> Entry:
    """What an answer does on the day I heard of it: my questions are closed."""
    kinds: tuple[ObligationKind, ...] = ("check-response",)
    if finding == "happy":
        kinds = ("check-response", "check-outcome")
    questions = (checked.open(kind) for kind in kinds)
    return Entry(
        settles=tuple(
            keep(item, _closed_on(item, answer), answer.via, answer.note)
            for item in questions
            if item is not None
        )
    )


def _closed_on(item: Obligation, answer: Answer) -> date:
    if answer.on > item.due_on:
        return answer.asked_on
    return min(answer.asked_on, max(answer.on, item.opened_on))


def _question(checked: CheckedIntroduction) -> Obligation | None:
    return checked.asked("check-response") or checked.asked("check-outcome")


def _silent(checked: CheckedIntroduction, answer: Answer, terms: Terms) -> Entry:
    """Asking in time is what was due, so the next asking is due later; a late one stays late.

    Where the answer was there by then, and I was told of it later, I asked and need not ask again.
    """
    item = _question(checked)
    if item is None:
        return NOTHING
    if item.closed_on is not None:
        return Entry(attempts=(AttemptDraft(item, answer.on, answer.via, answer.note),))
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
