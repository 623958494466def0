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
from netlog.domain.records import Attempt, IntroductionOutcome, Outcome, Settlement
from netlog.domain.score.credit import SETTLED_TOGETHER
from netlog.domain.standing import counted_up

# A courtesy that I did without is no matter for others.
COURTESIES = ("thanks", "update")


class Tried(NamedTuple):
    """Which attempt at an item something was: the second of three."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened on a day, and the id under which it is found.

    `via` and `note` are what was told with it, "" for nothing, or where another fact has them.
    `items` are those of which something was said or tried.
    """

    on: date
    id: str
    via: str
    note: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class EventFact(Fact):
    """An event: what it opened and settled, which attempt it was, and what it showed."""

    happening: Happening
    opened: Sequence[Item] = ()
    settled: Sequence[tuple[Settlement, Item]] = ()
    tried: Tried | None = None
    showed: Sequence[tuple[IntroductionOutcome, Happening]] = ()


@dataclass(frozen=True, slots=True)
class SettlementFact(Fact):
    """What was settled by hand: one word, such as a thank-you, may settle several items.

    `so_far` is how many parts of a promise had come with this one.
    """

    settlement: Settlement
    so_far: int


@dataclass(frozen=True, slots=True)
class AttemptFact(Fact):
    """An attempt that is no event of its own: I asked, and nobody had heard anything yet."""


@dataclass(frozen=True, slots=True)
class OutcomeFact(Fact):
    """What came of an introduction."""

    outcome: Outcome
    happening: Happening


@dataclass(frozen=True, slots=True)
class HeardFact(Fact):
    """That I heard what had come of an introduction, on another day than it came.

    `items` are the check-ins that it closed.
    """

    outcome: IntroductionOutcome


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
    facts: list[Fact] = [
        *_events(happenings, items, lead_of or {}),
        *_by_hand(items),
        *(fact for item in items for fact in _asked(item)),
        *(fact for happening in happenings for fact in _came_of(happening)),
    ]
    return tuple(sorted(facts, key=lambda fact: fact.on))


def _events(
    happenings: Sequence[Happening], items: Sequence[Item], lead_of: Mapping[int, int]
) -> Iterator[EventFact]:
    opened: dict[int, list[Item]] = defaultdict(list)
    settled: dict[int | None, list[tuple[Settlement, Item]]] = defaultdict(list)
    showed: dict[int | None, list[tuple[IntroductionOutcome, Happening]]] = defaultdict(list)
    tried: dict[int, Tried] = {}
    for item in items:
        opened[item.event.id].append(item)
        for settlement in item.settlements:
            settled[settlement.event_id].append((settlement, item))
        tried |= _numbered(item, lead_of)
    for happening in happenings:
        for outcome in happening.outcomes:
            showed[outcome.cause_id].append((outcome, happening))
    for happening in happenings:
        event = happening.event
        if event.undated:
            continue
        yield EventFact(
            event.happened_on, f"e{event.id}", event.via, event.note, (), happening,
            opened[event.id], settled[event.id], tried.get(event.id), showed[event.id],
        )  # fmt: skip


def _numbered(item: Item, lead_of: Mapping[int, int]) -> dict[int, Tried]:
    """Which attempt each outreach was; those before an introduction are none at its lead."""
    groups: dict[int | None, list[Attempt]] = defaultdict(list)
    for attempt in sorted(item.attempts, key=lambda attempt: (attempt.made_on, attempt.moment)):
        groups[lead_of.get(attempt.event_id or 0)].append(attempt)
    return {
        attempt.event_id: Tried(number, len(made))
        for made in groups.values()
        for number, attempt in enumerate(made, 1)
        if attempt.event_id is not None
    }


def _by_hand(items: Iterable[Item]) -> list[SettlementFact]:
    """What was settled by hand, in order; what one word settled is one fact."""
    facts: list[SettlementFact] = []
    settled = sorted((fact for item in items for fact in _settled(item)), key=_word)
    for word, group in groupby(settled, key=_word):
        same = list(group)
        if word[0] in SETTLED_TOGETHER:
            settled_items = [item for fact in same for item in fact.items]
            facts.append(_settlement(same[0].settlement, settled_items))
        else:
            facts += same
    return sorted(facts, key=lambda fact: (fact.on, fact.settlement.moment))


def _settled(item: Item) -> Iterator[SettlementFact]:
    """The settlements of an item by hand, each with how many parts had come by then."""
    for settlement, so_far in counted_up(item.settlements):
        if settlement.event_id is None and _is_told(settlement, item):
            yield _settlement(settlement, [item], so_far)


def _settlement(said: Settlement, items: Sequence[Item], so_far: int = 1) -> SettlementFact:
    ids = ", ".join(str(item.obligation.id) for item in items)
    return SettlementFact(said.settled_on, ids, said.via, said.note, tuple(items), said, so_far)


def _is_told(settlement: Settlement, item: Item) -> bool:
    """Whether it is a fact here: outcomes tell of answers, and what I did without is my own."""
    kind = item.obligation.kind
    if kind in CHECK_INS or (kind == "response" and settlement.ending == "kept"):
        return False
    return settlement.ending != "waived" or kind not in COURTESIES


def _word(fact: SettlementFact) -> tuple[str | int | date, ...]:
    owed = fact.items[0].obligation
    between = (owed.debtor_id, owed.creditor_id)
    return (owed.kind, fact.on, *between, fact.settlement.ending, fact.via, fact.note)


def _asked(item: Item) -> Iterator[AttemptFact]:
    for attempt in item.attempts:
        if attempt.event_id is None:
            key = str(item.obligation.id)
            yield AttemptFact(attempt.made_on, key, attempt.via, attempt.note, (item,))


def _came_of(happening: Happening) -> Iterator[OutcomeFact | HeardFact]:
    """What came of an introduction, as far as no event showed it, and when I heard of it.

    What told only that both are happy says of no day that they answered on it.
    """
    heard = list(_heard(happening))
    with_day = {(fact.outcome.outcome, fact.via, fact.note) for fact in heard}
    for outcome in happening.outcomes:
        if outcome.cause_id is None and happening.day_known(outcome):
            told_later = (outcome.outcome, outcome.via, outcome.note) in with_day
            via, note = ("", "") if told_later else (outcome.via, outcome.note)
            key = f"e{outcome.event_id}"
            yield OutcomeFact(outcome.noted_on, key, via, note, (), outcome.outcome, happening)
    yield from heard


def _heard(happening: Happening) -> Iterator[HeardFact]:
    """The answers that closed a check-in on another day than that of the outcome."""
    outcomes = {outcome.outcome: outcome for outcome in happening.outcomes}
    closed = sorted(
        ((said.settled_on, said.via, said.note), number)
        for number, item in enumerate(happening.items)
        if item.obligation.kind in CHECK_INS
        for said in item.settlements
        if said.ending == "kept" and said.event_id is None
    )
    for (day, via, note), group in groupby(closed, key=lambda pair: pair[0]):
        items = tuple(happening.items[number] for _, number in group)
        both = any(item.obligation.kind == "check-outcome" for item in items)
        outcome = outcomes.get("happy" if both else "responded") or outcomes.get("happy")
        if outcome is not None and outcome.noted_on != day:
            yield HeardFact(day, f"e{outcome.event_id}", via, note, items, outcome)
