"""Settling several items at once, each by its own rule."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from netlog.domain.items import Item
from netlog.domain.projection.account import Account
from netlog.domain.projection.checking import FINDING_OF, Answer, CheckedIntroduction, check
from netlog.domain.projection.entries import Entry, OutcomeDraft, SettlementDraft
from netlog.domain.projection.settling import settlement
from netlog.domain.projection.terms import Terms
from netlog.domain.records import Ending, Obligation, Outcome

Closable = Account | Item  # an obligation, with how much of it is still to come


class Closing(NamedTuple):
    """How items end: on which day, how many parts of each (all that are left for None), and how."""

    ending: Ending
    on: date
    times: int | None = None
    via: str = ""
    note: str = ""


def close(
    closing: Closing,
    items: Sequence[tuple[Closable, CheckedIntroduction | None]],
    terms: Terms,
    me: int,
) -> Entry:
    """The entry that settles items.

    Args:
        closing: how they end.
        items: each with its introduction, where it belongs to one; their order does not matter.
        terms: the days that hold for check-ins.
        me: the owner's contact id.

    Raises:
        Refused: one of them is closed, opened later, or has fewer parts left.
    """
    # Happiness says most, also of the response, so it goes first.
    ordered = sorted(items, key=lambda pair: pair[0].obligation.kind != "check-outcome")
    return _merged(_close_item(closing, item, checked, terms, me) for item, checked in ordered)


def _close_item(
    closing: Closing, item: Closable, checked: CheckedIntroduction | None, terms: Terms, me: int
) -> Entry:
    obligation = item.obligation
    draft = settlement(
        obligation,
        closing.ending,
        closing.on,
        left=item.left,
        times=closing.times,
        via=closing.via,
        note=closing.note,
    )
    if checked is None:
        return Entry(settles=(draft,))
    is_about_response = checked.awaited(me) is not None and obligation.kind in _WHETHER_ANSWERED
    if closing.ending == "kept" and (is_about_response or obligation.kind in FINDING_OF):
        answer = Answer(closing.on, closing.on, closing.via, closing.note)
        return check(checked, FINDING_OF.get(obligation.kind, "responded"), answer, terms, me)
    if is_about_response:
        return _given_up(closing, checked, me)
    return Entry(settles=(draft,))


_WHETHER_ANSWERED = ("response", "check-response")


def _given_up(closing: Closing, checked: CheckedIntroduction, me: int) -> Entry:
    """No answer came, or never mind: the response ends so; I asked, or need not ask any more."""
    check_ending: Ending = "kept" if closing.ending == "broken" else "waived"
    ends = ((checked.awaited(me), closing.ending), (checked.open("check-response"), check_ending))
    return Entry(
        settles=tuple(
            settlement(item, ending, closing.on, left=1, via=closing.via, note=closing.note)
            for item, ending in ends
            if item is not None
        )
    )


def go_together(item: Obligation, other: Obligation) -> bool:
    """Whether they are a response and the question about it: one answer is to both."""
    return item.event_id == other.event_id and sorted((item.kind, other.kind)) == [
        "check-response",
        "response",
    ]


def _merged(entries: Iterable[Entry]) -> Entry:
    settles: dict[int, SettlementDraft] = {}
    outcomes: dict[tuple[int, Outcome], OutcomeDraft] = {}
    for entry in entries:
        for draft in entry.settles:
            settles.setdefault(draft.obligation.id, draft)
        for outcome in entry.outcomes:
            outcomes.setdefault((outcome.event_id, outcome.outcome), outcome)
    return Entry(settles=tuple(settles.values()), outcomes=tuple(outcomes.values()))
