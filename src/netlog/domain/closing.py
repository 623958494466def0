"""Settling several items at once, each by its own rule."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.domain.checking import FINDING_OF, CheckedIntroduction, check
from netlog.domain.entries import Entry, OutcomeDraft, SettlementDraft
from netlog.domain.items import Item
from netlog.domain.records import Ending, Outcome
from netlog.domain.settling import settlement
from netlog.domain.terms import Terms


def close(
    ending: Ending,
    items: Sequence[tuple[Item, CheckedIntroduction | None]],
    on: date,
    terms: Terms,
    me: int,
    *,
    times: int | None = None,
    via: str = "",
    note: str = "",
) -> Entry:
    """The entry that settles items.

    Args:
        ending: how they end.
        items: each with its introduction, where it belongs to one.
        on: the day of it.
        terms: the days that hold for check-ins.
        me: the owner's contact id.
        times: how many parts of each; all that are left where None.
        via: the channel, if told.
        note: a remark, if any.

    Raises:
        Refused: one of them is closed, opened later, or has fewer parts left.
    """
    return _merged(
        _close_one(ending, item, checked, on, terms, me, times, via, note)
        for item, checked in items
    )


def _close_one(
    ending: Ending,
    item: Item,
    checked: CheckedIntroduction | None,
    on: date,
    terms: Terms,
    me: int,
    times: int | None,
    via: str,
    note: str,
) -> Entry:
    obligation = item.obligation
    draft = settlement(obligation, ending, on, left=item.left, times=times, via=via, note=note)
    if ending != "kept" or checked is None:
        return Entry(settles=(draft,))
    if obligation.kind in FINDING_OF:
        return check(checked, FINDING_OF[obligation.kind], on, terms, me, via=via, note=note)
    answered = obligation.kind == "response" and obligation.debtor_id != me
    if answered and "responded" not in checked.outcomes:
        outcome = OutcomeDraft(item.event.id, "responded", on)
        return Entry(settles=(draft,), outcomes=(outcome,))
    return Entry(settles=(draft,))


def _merged(entries: Iterable[Entry]) -> Entry:
    settles: dict[int, SettlementDraft] = {}
    outcomes: dict[tuple[int, Outcome], OutcomeDraft] = {}
    for entry in entries:
        for draft in entry.settles:
            settles.setdefault(draft.obligation.id, draft)
        for outcome in entry.outcomes:
            outcomes.setdefault((outcome.event_id, outcome.outcome), outcome)
    return Entry(settles=tuple(settles.values()), outcomes=tuple(outcomes.values()))
