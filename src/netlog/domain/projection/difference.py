"""What became of items and introductions between two projections."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.projection.postings import Outcomes
from netlog.domain.records import Attempt, IntroductionOutcome, Settlement


class Causes(NamedTuple):
    """The facts of one command, by their ids."""

    events: Collection[int] = ()
    acknowledgements: Collection[int] = ()
    statements: Collection[int] = ()

    def settled(self, settlement: Settlement) -> bool:
        """Whether one of them settled something so."""
        return (
            settlement.event_id in self.events
            or settlement.acknowledgement_id in self.acknowledgements
            or settlement.statement_id in self.statements
        )

    def tried(self, attempt: Attempt) -> bool:
        """Whether one of them was this attempt."""
        return attempt.event_id in self.events or attempt.statement_id in self.statements

    def showed(self, outcome: IntroductionOutcome) -> bool:
        """Whether one of them showed what came of an introduction."""
        return outcome.cause_id in self.events or outcome.statement_id in self.statements


NOTHING = Causes()


@dataclass(frozen=True, slots=True)
class Difference:
    """The items that are not as they were, by their numbers, and the outcomes, before and after.

    Of `causes`, the facts of the command, `settled`, `tried` and `outcomes` tell; what followed
    from them elsewhere is in the rest. `was_archived` and `is_archived` are contacts around whom
    there may be one: those out of sight before, and after.
    """

    before: Mapping[int, Item] = field(default_factory=dict)
    after: Mapping[int, Item] = field(default_factory=dict)
    noted: Outcomes = field(default_factory=dict)
    causes: Causes = NOTHING
    was_archived: frozenset[int] = frozenset()
    is_archived: frozenset[int] = frozenset()

    @property
    def brought_back(self) -> frozenset[int]:
        """The contacts that are archived no more."""
        return self.was_archived - self.is_archived

    @property
    def put_away(self) -> frozenset[int]:
        """The contacts that are archived now and were not."""
        return self.is_archived - self.was_archived

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
        return [new for old, new in self._pairs() if _is_closed(old) and not _is_closed(new)]

    @property
    def closed(self) -> list[Item]:
        """What was open and is closed."""
        return [new for old, new in self._pairs() if not _is_closed(old) and _is_closed(new)]

    @property
    def changed(self) -> list[Item]:
        """What is open or closed as before, but otherwise."""
        return [new for old, new in self._pairs() if _is_closed(old) == _is_closed(new)]

    @property
    def settled(self) -> list[tuple[Settlement, Item]]:
        """What the facts settled, each with the item as it is now."""
        return [
            (settlement, item)
            for _, item in sorted(self.after.items())
            for settlement in item.settlements
            if self.causes.settled(settlement)
        ]

    @property
    def tried(self) -> list[Item]:
        """The items that were there already, and at which the facts were another attempt."""
        return [item for _, item in self._pairs() if any(map(self.causes.tried, item.attempts))]

    @property
    def outcomes(self) -> list[IntroductionOutcome]:
        """What the facts showed to have come of introductions."""
        return [outcome for outcome in self.noted.values() if self.causes.showed(outcome)]

    @property
    def lost_settlements(self) -> int:
        """How many settlements that somebody typed made no sense any more, of what stays open."""
        return sum(
            max(len(_typed(old)) - len(_typed(new)), 0)
            for old, new in self._pairs()
            if not _is_closed(new)
        )

    @property
    def uncounted(self) -> list[int]:
        """The ids of the events that kept a part of a promise, and keep none of it now."""
        return [
            settlement.event_id
            for key, old in sorted(self.before.items())
            if old.obligation.kind == "promise"
            for settlement in old.settlements
            if settlement.event_id is not None and settlement.event_id not in self._keeping(key)
        ]

    def as_it_was(self, vouchers: Mapping[int, Voucher]) -> "Difference":
        """The same where what is there no more is told with the events as they were."""
        gone = {
            key: replace(item, event=original.event, parties=original.parties)
            for key, item in self.before.items()
            if key not in self.after and (original := vouchers.get(item.event.id)) is not None
        }
        return replace(self, before={**self.before, **gone})

    def without(self, numbers: Collection[int]) -> "Difference":
        """The same but for some items, by their numbers."""
        return Difference(
            before={key: item for key, item in self.before.items() if key not in numbers},
            after={key: item for key, item in self.after.items() if key not in numbers},
        )

    def merged(self, keep: int, other: int) -> "Difference":
        """The same where two contacts are one: what merely moved is no difference."""
        before = {key: _moved(item, keep, other) for key, item in self.before.items()}
        moved = {key for key, item in before.items() if self.after.get(key) == item}
        return replace(
            self.without(moved),
            was_archived=frozenset(keep if key == other else key for key in self.was_archived),
            is_archived=self.is_archived,
        )

    def _keeping(self, number: int) -> list[int | None]:
        item = self.after.get(number)
        return [] if item is None else [settlement.event_id for settlement in item.settlements]

    def _pairs(self) -> list[tuple[Item, Item]]:
        return [
            (old, self.after[key]) for key, old in sorted(self.before.items()) if key in self.after
        ]


def _moved(item: Item, keep: int, other: int) -> Item:
    swap = {other: keep}
    obligation = item.obligation
    return replace(
        item,
        obligation=obligation._replace(
            debtor_id=swap.get(obligation.debtor_id, obligation.debtor_id),
            creditor_id=swap.get(obligation.creditor_id, obligation.creditor_id),
        ),
        parties=tuple(
            party._replace(contact_id=swap.get(party.contact_id, party.contact_id))
            for party in item.parties
        ),
    )


def _is_closed(item: Item) -> bool:
    return item.obligation.closed_on is not None


def _typed(item: Item) -> list[Settlement]:
    return [settlement for settlement in item.settlements if settlement.event_id is None]
