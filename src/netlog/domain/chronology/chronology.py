"""What happened around one contact, day by day, with the figures that a claim or a talk needs.

Nothing here judges: each figure is a number of days, attempts or channels that anybody can count
again in the facts. The ledger keeps calendar days, so there are no hours.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netlog.domain.chronology.facts import COURTESIES, Fact, facts_of
from netlog.domain.chronology.follow_up import (
    FollowUp,
    Tries,
    Try,
    as_try,
    followed_up,
    in_order,
)
from netlog.domain.history import Happening
from netlog.domain.items import CHECK_INS, Item
from netlog.domain.money import total
from netlog.domain.records import Contact, Event

# What I owe by my own intention alone is nobody else's business.
_PRIVATE = ("touch",)


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
    """A reply that one side waited for: the attempts, and the day it came, or else today.

    `listed` are the attempts that are told one by one.
    """

    item: Item
    tries: Tries
    answered_on: date | None
    until: date
    listed: tuple[Try, ...]

    @property
    def days(self) -> int:
        """The days from the first attempt to the answer, or for which there was none."""
        begin = self.tries.first or self.item.obligation.opened_on
        return max(((self.answered_on or self.until) - begin).days, 0)


@dataclass(frozen=True, slots=True)
class Chronology:
    """The facts in order of their days, and what they add up to; `until` is the last day of it."""

    matter: Matter
    until: date
    facts: tuple[Fact, ...]
    follow_ups: tuple[FollowUp, ...]
    promises: tuple[Item, ...]
    waits: tuple[Wait, ...]
    open_items: tuple[Item, ...]

    @property
    def given(self) -> tuple[FollowUp, ...]:
        """The introductions that they gave."""
        return tuple(one for one in self.follow_ups if one.who.introducer in self.matter.members)

    @property
    def leads(self) -> tuple[FollowUp, ...]:
        """Those of them that have a fee."""
        return tuple(one for one in self.given if one.introduction.event.fee)


def fees(leads: Iterable[FollowUp]) -> str:
    """What they cost together, as a decimal amount; "0" for nothing."""
    return total([one.introduction.event.fee for one in leads])


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
    items = [
        _as_shown(item, shown)
        for one in happenings
        for item in one.items
        if _concerns(item, matter)
    ]
    lead_of = {key: one.who.event_id for one in follow_ups for key in one.events}
    events = {one.event.id: one.event for one in happenings}
    return Chronology(
        matter=matter,
        until=today,
        facts=facts_of(happenings, items, lead_of),
        follow_ups=follow_ups,
        promises=tuple(_promises(items, matter.members)),
        waits=tuple(_waits(items, events, followed, today)),
        open_items=tuple(
            sorted(
                (item for item in items if _is_open(item)),
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
    return obligation.kind not in COURTESIES or not matter.members.isdisjoint(between)


def _as_shown(item: Item, shown: Collection[int]) -> Item:
    """An item with only those attempts that are told of: nobody could find the others here.

    What was tried before an introduction is none at the answer to it, when recorded later too.
    """
    begin = item.obligation.opened_on if item.obligation.kind == "response" else date.min
    known = (one for one in item.attempts if one.event_id is None or one.event_id in shown)
    return replace(item, attempts=tuple(one for one in known if one.made_on >= begin))


def _is_open(item: Item) -> bool:
    """Whether somebody still owes it to another; what I mean to ask is a note to myself."""
    return item.obligation.closed_on is None and item.obligation.kind not in CHECK_INS


def _promises(items: Iterable[Item], members: Collection[int]) -> list[Item]:
    """The promises: first theirs, then those to them, each in the order in which they were made."""
    found = [item for item in items if item.obligation.kind == "promise"]
    return sorted(found, key=lambda item: item.obligation.debtor_id not in members)


def _waits(
    items: Iterable[Item], events: Mapping[int, Event], followed: Collection[int], today: date
) -> Iterator[Wait]:
    """The replies, but for those that the figures of an introduction tell of already."""
    for item in items:
        if item.obligation.kind != "reply" or item.event.id in followed:
            continue
        endings = {one.ending for one in item.settlements}
        closed = item.obligation.closed_on
        made = sorted(item.attempts, key=lambda one: (one.made_on, one.moment))
        tries = tuple(as_try(events[one.event_id]) for one in made if one.event_id is not None)
        yield Wait(
            item=item,
            tries=Tries(tries),
            answered_on=closed if "kept" in endings else None,
            until=closed or today,
            listed=tries,
        )
