"""What telling an event again does to the obligations that it opened."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from netlog.domain.items import Item
from netlog.domain.projection.entries import ObligationDraft
from netlog.domain.records import Event, Obligation, Party, Settlement
from netlog.errors import Refused

Swap = Mapping[int, int]
NO_SWAP: Swap = {}


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as it stands in the ledger, with what it opened and what else it did.

    `tried` are the obligations that others had opened and at which it was another attempt;
    `answered` tells whether it settled a reply, or a response at which somebody had tried.
    """

    event: Event
    parties: tuple[Party, ...]
    opened: tuple[Item, ...]
    tried: tuple[Obligation, ...] = ()
    answered: bool = False

    @property
    def contacts(self) -> frozenset[int]:
        """Everybody in it."""
        return frozenset(party.contact_id for party in self.parties)

    @property
    def in_touch_with(self) -> frozenset[int]:
        """Those with whom it started an interval of keeping in touch."""
        opened = (item.obligation for item in self.opened)
        return frozenset(one.creditor_id for one in opened if one.kind == "touch")

    @property
    def opened_nothing(self) -> bool:
        """Whether nothing came of it that `--no-due` leaves out.

        An outreach that was an answer, or one more attempt, opens nothing anyway.
        """
        is_no_opener = self.event.kind == "outreach" and (self.tried or self.answered)
        return not is_no_opener and not any(map(_is_owed_for_it, self.opened))


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What becomes of the obligations of an event that is told again.

    `kept` are the obligations that stay, as they are now; `lost` are settlements that make no
    sense any more, `dropped` the obligations that go with their settlements, `added` the new ones.
    """

    kept: tuple[Obligation, ...]
    lost: tuple[Settlement, ...]
    dropped: tuple[Item, ...]
    added: tuple[ObligationDraft, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The items that a correction may have touched, by their ids, before it and after."""

    before: Mapping[int, Item]
    after: Mapping[int, Item]

    @property
    def dropped(self) -> list[Item]:
        """What is there no more."""
        return [item for key, item in sorted(self.before.items()) if key not in self.after]

    @property
    def opened(self) -> list[Item]:
        """What is there now and was not."""
        return [item for key, item in sorted(self.after.items()) if key not in self.before]

    @property
    def reopened(self) -> list[Item]:
        """What was closed and is open."""
        return [now for was, now in self._pairs() if _is_closed(was) and not _is_closed(now)]

    @property
    def closed(self) -> list[Item]:
        """What was open and is closed."""
        return [now for was, now in self._pairs() if not _is_closed(was) and _is_closed(now)]

    @property
    def changed(self) -> list[Item]:
        """What is open or closed as before, but otherwise."""
        return [
            now
            for was, now in self._pairs()
            if _is_closed(was) == _is_closed(now) and _told(was) != _told(now)
        ]

    @property
    def lost(self) -> int:
        """How many settlements that somebody typed made no sense any more, of what stays."""
        return sum(
            len({one.id for one in was.settlements if one.event_id is None})
            - len({one.id for one in now.settlements if one.event_id is None})
            for was, now in self._pairs()
            if not _is_closed(now)
        )

    def _pairs(self) -> list[tuple[Item, Item]]:
        return [
            (was, self.after[key]) for key, was in sorted(self.before.items()) if key in self.after
        ]


def reconcile(
    before: Sequence[Item],
    drafts: Sequence[ObligationDraft],
    on: date,
    now_in_it: Collection[int],
    swap: Swap = NO_SWAP,
) -> Reconciled:
    """Match the obligations that an event opened with those that it opens as told again.

    The time that each had until it was due stays what it was, so that a later change of terms
    rewrites no history; a promise has the due date that its draft says. An interval of keeping in
    touch that was ended by hand stays, whether or not the rule would start it again.

    Args:
        before: the obligations with their settlements.
        drafts: what the event opens now.
        on: the day of the event now.
        now_in_it: those who are in it now.
        swap: for a contact that gave its place to another, that other one.
    """
    left = list(drafts)
    kept: list[Obligation] = []
    dropped: list[Item] = []
    lost: list[Settlement] = []
    for item in sorted(before, key=lambda one: one.obligation.closed_on is not None):
        draft = next((one for one in left if _is_same(item.obligation, one, swap)), None)
        if draft is not None:
            left.remove(draft)
        elif (draft := _ended_touch(item.obligation, on, now_in_it, swap)) is None:
            dropped.append(item)
            continue
        gone = [one for one in item.settlements if one.settled_on < draft.opened_on]
        lost += gone
        kept.append(_moved(item, draft, gone, swap))
    return Reconciled(tuple(kept), tuple(lost), tuple(dropped), tuple(left))


def refuse_fewer_than_came(items: Sequence[Item], times: int) -> None:
    """Refuse to promise fewer than came already.

    Raises:
        Refused: more of them came.
    """
    for item in items:
        if item.done > times:
            raise Refused(
                f"{item.done} of {item.obligation.times} came already, so {times} is too few.",
                f"What was recorded too much: netlog history e{item.event.id}",
            )


def _is_owed_for_it(item: Item) -> bool:
    return item.obligation.kind != "touch"


def _is_same(obligation: Obligation, draft: ObligationDraft, swap: Swap) -> bool:
    debtor = swap.get(obligation.debtor_id, obligation.debtor_id)
    creditor = swap.get(obligation.creditor_id, obligation.creditor_id)
    return (obligation.kind, debtor, creditor) == (draft.kind, draft.debtor_id, draft.creditor_id)


def _ended_touch(
    one: Obligation, on: date, now_in_it: Collection[int], swap: Swap
) -> ObligationDraft | None:
    other = swap.get(one.creditor_id, one.creditor_id)
    if one.kind != "touch" or one.closed_on is None or not {one.debtor_id, other} <= set(now_in_it):
        return None
    return ObligationDraft("touch", one.debtor_id, other, on, one.due_on)


def _moved(
    item: Item, draft: ObligationDraft, gone: Sequence[Settlement], swap: Swap
) -> Obligation:
    obligation = item.obligation
    due = draft.due_on
    is_turned = swap.get(obligation.debtor_id) == obligation.creditor_id  # another term holds
    if obligation.kind != "promise" and not is_turned:
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


def _is_closed(item: Item) -> bool:
    return item.obligation.closed_on is not None


def _told(item: Item) -> tuple[object, ...]:
    """All that can be told of an item, without the ids of rows that were written again."""
    return (
        item.obligation,
        [(one.ending, one.settled_on, one.times, one.via, one.note) for one in item.settlements],
        [(one.made_on, one.via, one.note) for one in item.attempts],
    )
