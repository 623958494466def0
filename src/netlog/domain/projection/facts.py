"""The facts that a projection is made of: all of a ledger, or all around some contacts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from netlog.domain.events.voucher import Voucher
from netlog.domain.projection.terms import Terms
from netlog.domain.records import Acknowledgement, Archival, Interval, Number, Statement

Fact = Voucher | Acknowledgement | Statement | Interval | Archival


class Step(NamedTuple):
    """When a fact has its effect: the day, and the place among the facts of that day.

    An answer to a question has two: `is_heard` is when I was told.
    """

    on: date
    moment: int
    fact: Fact
    is_heard: bool = False


@dataclass(frozen=True)
class Facts:
    """What was told, in any order, and the numbers that items have.

    `numbers` are those of the items that these events ever opened; `following` is the first number
    that no item of the whole ledger was ever given.
    """

    me: int
    vouchers: Mapping[int, Voucher] = field(default_factory=dict)
    acknowledgements: Sequence[Acknowledgement] = ()
    statements: Sequence[Statement] = ()
    intervals: Sequence[Interval] = ()
    archivals: Sequence[Archival] = ()
    terms: Mapping[int, Terms] = field(default_factory=dict)
    numbers: Sequence[Number] = ()
    following: int = 1

    def steps(self) -> list[Step]:
        """When each of them has its effect, in the order of the days."""
        return in_order(step for fact in self._facts() for step in steps_of(fact))

    def _facts(self) -> Iterator[Fact]:
        yield from self.vouchers.values()
        yield from self.acknowledgements
        yield from self.intervals
        yield from self.archivals
        yield from self.statements


def steps_of(fact: Fact) -> Iterator[Step]:
    """When a fact has its effects; never, where it only says what another did not do, or worth."""
    if isinstance(fact, Voucher):
        yield Step(fact.event.happened_on, moment_of(fact.event.placed, fact.event.told), fact)
    elif isinstance(fact, Acknowledgement):
        yield Step(fact.said_on, moment_of(fact.placed, fact.told), fact)
    elif isinstance(fact, Interval | Archival):
        yield Step(fact.since_on, fact.told, fact)
    elif fact.kind not in ("unsettled", "worth"):
        yield Step(fact.said_on, fact.told, fact)
        if fact.kind in ("responded", "happy"):
            heard_on = max(fact.day or fact.said_on, fact.said_on)
            yield Step(heard_on, fact.told, fact, is_heard=True)


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Steps in the order of the days, and on one day as they were told or put."""
    return sorted(steps, key=lambda step: (step.on, step.moment, step.is_heard))


def moment_of(placed: int | None, told: int) -> int:
    """The place of a fact among those of its day: where it was put, else when it was told."""
    return told if placed is None else placed
