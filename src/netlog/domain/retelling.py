"""What telling an event again, or taking it out, does to the obligations that it opened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from netlog.domain.entries import ObligationDraft
from netlog.domain.items import Item
from netlog.domain.records import Obligation, Settlement


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What becomes of the obligations of an event that is told again.

    `kept` pairs each obligation that stays with how it is now; `lost` are settlements that make no
    sense any more, `dropped` the obligations that go with their settlements, `added` the new ones.
    """

    kept: tuple[tuple[Item, Obligation], ...]
    lost: tuple[Settlement, ...]
    dropped: tuple[Item, ...]
    added: tuple[ObligationDraft, ...]


def reconcile(
    before: Sequence[Item], drafts: Sequence[ObligationDraft], swap: tuple[int, int] | None
) -> Reconciled:
    """Match the obligations that an event opened with those that it opens as told again.

    The time that each had until it was due stays what it was, so that a later change of terms
    rewrites no history; a promise has the due date that its draft says.

    Args:
        before: the obligations with their settlements.
        drafts: what the event opens now.
        swap: a contact and the one who takes its place, if anybody does.
    """
    left = list(drafts)
    kept: list[tuple[Item, Obligation]] = []
    dropped: list[Item] = []
    lost: list[Settlement] = []
    for item in before:
        draft = next((one for one in left if _is_same(item.obligation, one, swap)), None)
        if draft is None:
            dropped.append(item)
            continue
        left.remove(draft)
        gone = [one for one in item.settlements if one.settled_on < draft.opened_on]
        lost += gone
        kept.append((item, _moved(item, draft, gone)))
    return Reconciled(tuple(kept), tuple(lost), tuple(dropped), tuple(left))


def _is_same(obligation: Obligation, draft: ObligationDraft, swap: tuple[int, int] | None) -> bool:
    old, new = swap or (0, 0)
    debtor = new if obligation.debtor_id == old else obligation.debtor_id
    creditor = new if obligation.creditor_id == old else obligation.creditor_id
    return (obligation.kind, debtor, creditor) == (draft.kind, draft.debtor_id, draft.creditor_id)


def _moved(item: Item, draft: ObligationDraft, gone: Sequence[Settlement]) -> Obligation:
    obligation = item.obligation
    due = draft.due_on
    if obligation.kind != "promise":
        due = _later(draft.opened_on, obligation.due_on - obligation.opened_on)
    left = [one for one in item.settlements if one not in gone]
    return replace(
        obligation,
        debtor_id=draft.debtor_id,
        creditor_id=draft.creditor_id,
        times=draft.times,
        opened_on=draft.opened_on,
        due_on=due,
        closed_on=_closed_on(left, draft.times),
    )


def _later(day: date, time: timedelta) -> date:
    return date.max if time > date.max - day else day + time


def _closed_on(settlements: Sequence[Settlement], times: int) -> date | None:
    ended = any(one.ending != "kept" for one in settlements)
    parts = sum(one.times for one in settlements if one.ending == "kept")
    if not ended and parts < times:
        return None
    return max(one.settled_on for one in settlements)
