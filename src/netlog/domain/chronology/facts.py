"""The facts of a chronology, one by one: what happened, was settled, tried and heard, on its day.

A fact stands under the day of which it is true. Of a check on an introduction that is the day on
which somebody answered; the day on which I heard of it is a fact of its own where it is another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from netlog.domain.history import Happening
from netlog.domain.items import CHECK_INS, Item
from netlog.domain.records import Attempt, IntroductionOutcome, Settlement

# A courtesy that I did without is no matter for others.
COURTESIES = ("thanks", "update")


class Tried(NamedTuple):
    """Which attempt at an item something was: the second of three."""

    item: Item
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event, what it settled, which attempt it was, and what it showed."""

    happening: Happening
    settled: tuple[tuple[Settlement, Item], ...] = ()
    tried: Tried | None = None
    showed: tuple[tuple[IntroductionOutcome, Happening], ...] = ()

    @property
    def on(self) -> date:
        """The day of it."""
        return self.happening.event.happened_on


@dataclass(frozen=True, slots=True)
class SettlementFact:
    """What was settled by hand: one word, such as a thank-you, may settle several items.

    `so_far` is how many parts of a promise had come with this one.
    """

    settlement: Settlement
    items: tuple[Item, ...]
    so_far: int = 1

    @property
    def on(self) -> date:
        """The day of it."""
        return self.settlement.settled_on


@dataclass(frozen=True, slots=True)
class AttemptFact:
    """An attempt that is no event of its own: I asked, and nobody had heard anything yet."""

    attempt: Attempt
    item: Item

    @property
    def on(self) -> date:
        """The day of it."""
        return self.attempt.made_on


@dataclass(frozen=True, slots=True)
class OutcomeFact:
    """What came of an introduction; `told_later` where a `HeardFact` tells how I heard of it."""

    outcome: IntroductionOutcome
    happening: Happening
    told_later: bool = False

    @property
    def on(self) -> date:
        """The day of which it is true."""
        return self.outcome.noted_on


@dataclass(frozen=True, slots=True)
class HeardFact:
    """That I heard what had come of an introduction, on another day than it came.

    `items` are the check-ins that it closed.
    """

    settlement: Settlement
    items: tuple[Item, ...]
    outcome: IntroductionOutcome

    @property
    def on(self) -> date:
        """The day on which I heard of it."""
        return self.settlement.settled_on


Fact = EventFact | SettlementFact | AttemptFact | OutcomeFact | HeardFact


def facts_of(
    happenings: Sequence[Happening],
    items: Sequence[Item],
    lead_of: Mapping[int, int] | None = None,
) -> tuple[Fact, ...]:
    """The facts in order of their days; in one day events by their ids, then the rest.

    Args:
        happenings: the events, in order.
        items: those of their items that are to be told of.
        lead_of: by the id of an event, the introduction among whose attempts it counts, if any.
    """
    facts: list[Fact] = [*_events(happenings, items, lead_of or {}), *_by_hand(items)]
    facts += [
        AttemptFact(attempt, item)
        for item in items
        for attempt in item.attempts
        if attempt.event_id is None
    ]
    for happening in happenings:
        facts += _came_of(happening)
    return tuple(sorted(facts, key=lambda fact: fact.on))


def _events(
    happenings: Sequence[Happening], items: Sequence[Item], lead_of: Mapping[int, int]
) -> Iterator[EventFact]:
    settled: dict[int, list[tuple[Settlement, Item]]] = defaultdict(list)
    tried: dict[int, Tried] = {}
    for item in items:
        for settlement in item.settlements:
            if settlement.event_id is not None:
                settled[settlement.event_id].append((settlement, item))
        tried |= _numbered(item, lead_of)
    showed: dict[int, list[tuple[IntroductionOutcome, Happening]]] = defaultdict(list)
    for happening in happenings:
        for outcome in happening.outcomes:
            if outcome.cause_id is not None:
                showed[outcome.cause_id].append((outcome, happening))
    for happening in happenings:
        key = happening.event.id
        yield EventFact(
            happening, tuple(settled.get(key, ())), tried.get(key), tuple(showed.get(key, ()))
        )


def _numbered(item: Item, lead_of: Mapping[int, int]) -> dict[int, Tried]:
    """Which attempt each outreach was; those before an introduction are none at its lead."""
    groups: dict[int | None, list[Attempt]] = defaultdict(list)
    for attempt in sorted(item.attempts, key=lambda one: (one.made_on, one.moment)):
        groups[lead_of.get(attempt.event_id or 0)].append(attempt)
    return {
        attempt.event_id: Tried(item, number, len(made))
        for made in groups.values()
        for number, attempt in enumerate(made, 1)
        if attempt.event_id is not None
    }


def _by_hand(items: Iterable[Item]) -> list[SettlementFact]:
    """What was settled by hand, in order; what one word settled is one fact."""
    told = [fact for item in items for fact in _settled(item)]
    found: list[SettlementFact] = []
    for word, group in groupby(sorted(told, key=_word), key=_word):
        together = list(group)
        if word[0] in ("thanks", "apology"):
            whole = tuple(item for fact in together for item in fact.items)
            found.append(SettlementFact(together[0].settlement, whole))
        else:
            found += together
    return sorted(found, key=lambda fact: (fact.on, fact.settlement.moment))


def _settled(item: Item) -> Iterator[SettlementFact]:
    """The settlements of an item by hand, each with how many parts had come by then."""
    so_far = 0
    for one in sorted(item.settlements, key=lambda each: (each.settled_on, each.ordinal)):
        so_far += one.times if one.ending == "kept" else 0
        if one.event_id is None and _is_told(one, item):
            yield SettlementFact(one, (item,), so_far)


def _is_told(settlement: Settlement, item: Item) -> bool:
    """Whether it is a fact here: outcomes tell of answers, and what I did without is my own."""
    kind = item.obligation.kind
    if kind in CHECK_INS or (kind == "response" and settlement.ending == "kept"):
        return False
    return settlement.ending != "waived" or kind not in COURTESIES


def _word(fact: SettlementFact) -> tuple[str | int | date, ...]:
    owed, said = fact.items[0].obligation, fact.settlement
    between = (owed.debtor_id, owed.creditor_id)
    return (owed.kind, said.settled_on, *between, said.ending, said.via, said.note)


def _came_of(happening: Happening) -> Iterator[OutcomeFact | HeardFact]:
    """What came of an introduction, as far as no event showed it, and when I heard of it.

    That both are happy says of the same day that they answered.
    """
    heard = list(_heard(happening))
    told = {(one.outcome.outcome, one.settlement.via, one.settlement.note) for one in heard}
    happy = {one.noted_on for one in happening.outcomes if one.outcome == "happy"}
    for one in happening.outcomes:
        if one.cause_id is None and (one.outcome == "happy" or one.noted_on not in happy):
            yield OutcomeFact(one, happening, told_later=(one.outcome, one.via, one.note) in told)
    yield from heard


def _heard(happening: Happening) -> Iterator[HeardFact]:
    """The answers that closed a check-in on another day than that of the outcome."""

    def word(pair: tuple[Settlement, Item]) -> tuple[date, str, str]:
        return pair[0].settled_on, pair[0].via, pair[0].note

    outcomes = {one.outcome: one for one in happening.outcomes}
    pairs = [
        (settlement, item)
        for item in happening.items
        if item.obligation.kind in CHECK_INS
        for settlement in item.settlements
        if settlement.ending == "kept" and settlement.event_id is None
    ]
    for _, group in groupby(sorted(pairs, key=word), key=word):
        together = list(group)
        both = any(item.obligation.kind == "check-outcome" for _, item in together)
        outcome = outcomes.get("happy" if both else "responded") or outcomes.get("happy")
        if outcome is not None and outcome.noted_on != together[0][0].settled_on:
            yield HeardFact(together[0][0], tuple(item for _, item in together), outcome)
