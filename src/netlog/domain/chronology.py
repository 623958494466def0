"""What happened around one contact, day by day, with the figures that a claim or a talk needs.

Nothing here judges: each figure is a number of days, attempts or channels that anybody can count
again in the facts. The ledger keeps calendar days, so there are no hours.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from netlog.domain.follow_up import FollowUp, Tries, Try, followed_up, in_order
from netlog.domain.history import Happening
from netlog.domain.items import Item
from netlog.domain.money import total
from netlog.domain.records import Attempt, Contact, IntroductionOutcome, Settlement

# What I owe by my own intention alone is nobody else's business.
_PRIVATE = ("touch",)
_COURTESIES = ("thanks", "update")


@dataclass(frozen=True, slots=True)
class Matter:
    """What the ledger holds of a contact; for an organisation, of itself and its people.

    `happenings` are the events that one of them was in, and the problems with introductions that
    one of them gave. `contacts_of_mine` are the meetings and outreaches between me and those to
    whom one of them introduced me.
    """

    contact: Contact
    organisation: Contact | None
    members: frozenset[int]
    me: int
    happenings: Sequence[Happening]
    contacts_of_mine: Sequence[Happening] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """A reply that one side waited for: the attempts, and the day it came, or else today."""

    item: Item
    tries: Tries
    answered_on: date | None
    until: date

    @property
    def days(self) -> int:
        """The days from the first attempt to the answer, or for which there was none."""
        begin = self.tries.first or self.item.obligation.opened_on
        return max(((self.answered_on or self.until) - begin).days, 0)


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event, what it settled, which try it was (the second of three), and what it showed."""

    happening: Happening
    settled: tuple[tuple[Settlement, Item], ...] = ()
    attempt: tuple[int, int] | None = None
    showed: tuple[tuple[IntroductionOutcome, Happening], ...] = ()

    @property
    def on(self) -> date:
        """The day of it."""
        return self.happening.event.happened_on


@dataclass(frozen=True, slots=True)
class SettlementFact:
    """What was settled by hand: one word, such as a thank-you, may settle several items."""

    settlement: Settlement
    items: tuple[Item, ...]

    @property
    def on(self) -> date:
        """The day of it."""
        return self.settlement.settled_on


@dataclass(frozen=True, slots=True)
class AttemptFact:
    """An attempt that is no event of its own: I asked whether somebody had answered."""

    attempt: Attempt
    item: Item

    @property
    def on(self) -> date:
        """The day of it."""
        return self.attempt.made_on


@dataclass(frozen=True, slots=True)
class OutcomeFact:
    """What I heard of an introduction."""

    outcome: IntroductionOutcome
    happening: Happening

    @property
    def on(self) -> date:
        """The day of it."""
        return self.outcome.noted_on


Fact = EventFact | SettlementFact | AttemptFact | OutcomeFact


@dataclass(frozen=True, slots=True)
class Chronology:
    """The facts in order of their days, and what they add up to.

    Within one day events come in the order of their ids, and then what was settled and heard.
    """

    matter: Matter
    facts: tuple[Fact, ...]
    follow_ups: tuple[FollowUp, ...]
    waits: tuple[Wait, ...]
    open_items: tuple[Item, ...]

    @property
    def given(self) -> tuple[FollowUp, ...]:
        """The introductions that they gave."""
        return tuple(one for one in self.follow_ups if one.who.introducer in self.matter.members)

    @property
    def fees(self) -> str:
        """What was paid for those, as a decimal amount; "0" for nothing."""
        return total([one.introduction.event.fee for one in self.given])


def chronology(matter: Matter, today: date) -> Chronology:
    """The chronology of what the ledger holds of a contact.

    Args:
        matter: what it holds, in any order.
        today: the day up to which a silence counts.
    """
    contacts = {one.event.id: one for one in (*matter.happenings, *matter.contacts_of_mine)}
    introductions = [one for one in matter.happenings if one.event.kind == "introduction"]
    follow_ups = tuple(followed_up(introductions, contacts.values(), matter.me, today))
    followed = frozenset[int]().union(*(one.events for one in follow_ups))
    shown = {one.event.id: one for one in matter.happenings}
    shown |= {key: contacts[key] for key in followed}
    happenings = in_order(shown.values())
    items = [item for one in happenings for item in one.items if _concerns(item, matter)]
    return Chronology(
        matter=matter,
        facts=tuple(_facts(happenings, items)),
        follow_ups=follow_ups,
        waits=tuple(_waits(items, followed, today)),
        open_items=tuple(
            sorted(
                (item for item in items if item.obligation.closed_on is None),
                key=lambda item: (item.obligation.due_on, item.obligation.id),
            )
        ),
    )


def _concerns(item: Item, matter: Matter) -> bool:
    """Whether an item of their events is about them; thanks of another guest are not."""
    obligation = item.obligation
    if obligation.kind in _PRIVATE:
        return False
    between = {obligation.debtor_id, obligation.creditor_id}
    return obligation.kind not in _COURTESIES or not matter.members.isdisjoint(between)


def _waits(items: Iterable[Item], followed: Collection[int], today: date) -> Iterator[Wait]:
    """The replies, but for those that the figures of an introduction tell of already."""
    for item in items:
        if item.obligation.kind != "reply" or item.event.id in followed:
            continue
        made = sorted(Try(one.made_on, one.via) for one in item.attempts)
        endings = {one.ending for one in item.settlements}
        closed = item.obligation.closed_on
        yield Wait(
            item=item,
            tries=Tries(tuple(made)),
            answered_on=closed if "kept" in endings else None,
            until=closed or today,
        )


def _facts(happenings: Sequence[Happening], items: Sequence[Item]) -> list[Fact]:
    facts: list[Fact] = [*_events(happenings, items)]
    facts += _by_hand(items)
    facts += [
        AttemptFact(attempt, item)
        for item in items
        for attempt in item.attempts
        if attempt.event_id is None
    ]
    facts += [
        OutcomeFact(outcome, happening) for happening in happenings for outcome in _heard(happening)
    ]
    return sorted(facts, key=lambda fact: fact.on)


def _events(happenings: Sequence[Happening], items: Sequence[Item]) -> Iterator[EventFact]:
    settled: dict[int, list[tuple[Settlement, Item]]] = {}
    tried: dict[int, tuple[int, int]] = {}
    for item in items:
        for settlement in item.settlements:
            if settlement.event_id is not None:
                settled.setdefault(settlement.event_id, []).append((settlement, item))
        made = sorted(item.attempts, key=lambda one: (one.made_on, one.id))
        for number, attempt in enumerate(made, 1):
            if attempt.event_id is not None:
                tried[attempt.event_id] = (number, len(made))
    showed: dict[int, list[tuple[IntroductionOutcome, Happening]]] = {}
    for happening in happenings:
        for outcome in happening.outcomes:
            if outcome.cause_id is not None:
                showed.setdefault(outcome.cause_id, []).append((outcome, happening))
    for happening in happenings:
        key = happening.event.id
        yield EventFact(
            happening, tuple(settled.get(key, ())), tried.get(key), tuple(showed.get(key, ()))
        )


def _by_hand(items: Sequence[Item]) -> Iterator[SettlementFact]:
    def same_word(pair: tuple[Settlement, Item]) -> tuple[str | int | date, ...]:
        settlement, item = pair
        owed = item.obligation
        told = (settlement.via, settlement.note)
        return (
            settlement.settled_on, owed.kind, owed.debtor_id, owed.creditor_id,
            settlement.ending, *told,
        )  # fmt: skip

    pairs = [
        (settlement, item)
        for item in items
        for settlement in item.settlements
        if settlement.event_id is None and not _is_heard(settlement, item)
    ]
    for _, group in groupby(sorted(pairs, key=same_word), key=same_word):
        together = list(group)
        if together[0][1].obligation.kind in ("thanks", "apology"):
            yield SettlementFact(together[0][0], tuple(item for _, item in together))
        else:
            yield from (SettlementFact(settlement, (item,)) for settlement, item in together)


def _is_heard(settlement: Settlement, item: Item) -> bool:
    """Whether an outcome tells the same: that the provider answered."""
    return item.obligation.kind == "response" and settlement.ending == "kept"


def _heard(happening: Happening) -> Iterator[IntroductionOutcome]:
    """The outcomes that no event showed; happiness says of the same day that they answered."""
    happy = {one.noted_on for one in happening.outcomes if one.outcome == "happy"}
    for outcome in happening.outcomes:
        if outcome.cause_id is None and (
            outcome.outcome == "happy" or outcome.noted_on not in happy
        ):
            yield outcome
