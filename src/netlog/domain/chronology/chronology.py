"""What happened around one contact, day by day, with the figures that a claim or a talk needs.

Nothing here judges: each figure is a number of days, attempts or channels that anybody can count
again in the facts. The ledger keeps calendar days, so there are no hours.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

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
from netlog.domain.records import Contact

# What I owe by my own intention alone, and what I wrote down for myself, is nobody else's business.
_PRIVATE = ("touch", "note")


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

    @property
    def known(self) -> Mapping[int, Happening]:
        """All of these events, by their ids."""
        return {
            happening.event.id: happening
            for happening in (*self.happenings, *self.contacts_of_mine)
        }


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


class Given(NamedTuple):
    """How many introductions they gave, what came of them, and what they cost."""

    introductions: int
    answered: int
    problems: int
    fees: str


@dataclass(frozen=True)
class Chronology:
    """What is told, and what it adds up to.

    `happenings` are the events in order, and `items` those of their items that are told of. By the
    id of an event, `lead_of` is the introduction among whose attempts it counts. Nothing before
    `since` is told; `until` is the day up to which a silence counts.
    """

    matter: Matter
    until: date
    happenings: tuple[Happening, ...]
    items: tuple[Item, ...]
    follow_ups: tuple[FollowUp, ...]
    lead_of: Mapping[int, int]
    since: date = date.min

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts in order of their days."""
        facts = facts_of(self.happenings, self.items, self.lead_of)
        return tuple(fact for fact in facts if fact.on >= self.since)

    @property
    def promises(self) -> list[Item]:
        """The promises: first theirs, then those to them, each in the order of their days."""
        promises = [item for item in self._opened if item.obligation.kind == "promise"]
        return sorted(promises, key=lambda item: not self.is_theirs(item))

    @property
    def waits(self) -> list[Wait]:
        """The replies, but for those that the figures of an introduction tell of already."""
        known, shown = self.matter.known, {happening.event.id for happening in self.happenings}
        return [
            self._wait(item, known, shown)
            for item in self._opened
            if item.obligation.kind == "reply" and item.event.id not in self.lead_of
        ]

    @property
    def open_items(self) -> list[Item]:
        """What somebody still owes to another, as far as that is known.

        What I mean to ask is a note to myself. Of an answer between others that I never asked about
        nobody knows whether it came, and after a problem nobody needs it.
        """
        asked = {
            item.event.id
            for item in self.items
            if item.obligation.kind in CHECK_INS and item.attempts
        }
        asked -= {happening.event.introduction_id for happening in self.matter.happenings}
        still_open = (
            item
            for item in self._opened
            if item.obligation.closed_on is None
            and item.obligation.kind not in CHECK_INS
            and (self._is_between_us(item) or item.event.id in asked)
        )
        return sorted(still_open, key=lambda item: (item.obligation.due_on, *item.place))

    @property
    def given(self) -> list[FollowUp]:
        """The introductions that they gave."""
        members = self.matter.members
        return [given for given in self.follow_ups if given.who.introducer in members]

    @property
    def sums(self) -> Given:
        """What these come to."""
        return Given(
            introductions=len(self.given),
            answered=sum(follow_up.is_answered for follow_up in self.given),
            problems=sum(bool(follow_up.problems) for follow_up in self.given),
            fees=fees(self.given),
        )

    @property
    def leads(self) -> list[FollowUp]:
        """Those of them that have a fee."""
        return [lead for lead in self.given if lead.introduction.event.fee]

    def is_theirs(self, item: Item) -> bool:
        """Whether one of them owes it."""
        return item.obligation.debtor_id in self.matter.members

    def _is_between_us(self, item: Item) -> bool:
        """Whether I am one of the two between whom it is."""
        return self.matter.me in (item.obligation.debtor_id, item.obligation.creditor_id)

    @property
    def _opened(self) -> list[Item]:
        return [item for item in self.items if item.obligation.opened_on >= self.since]

    def _wait(self, item: Item, known: Mapping[int, Happening], shown: Collection[int]) -> Wait:
        closed = item.obligation.closed_on
        made = sorted(item.attempts, key=lambda attempt: (attempt.made_on, attempt.moment))
        ids = [attempt.event_id for attempt in made]
        tries = [as_try(known[key].event) for key in ids if key is not None]
        is_kept = any(settlement.ending == "kept" for settlement in item.settlements)
        return Wait(
            item=item,
            tries=Tries(tuple(tries)),
            answered_on=closed if is_kept else None,
            until=closed or self.until,
            listed=tuple(attempt for attempt in tries if attempt.event_id in shown),
        )


def fees(leads: Iterable[FollowUp]) -> str:
    """What they cost together, as a decimal amount; "0" for nothing."""
    return total([lead.introduction.event.fee for lead in leads])


def chronology(matter: Matter, today: date) -> Chronology:
    """The chronology of what the ledger holds of a contact.

    Args:
        matter: what it holds, in any order.
        today: the day up to which a silence counts.
    """
    known = matter.known
    introductions = [
        happening for happening in matter.happenings if happening.event.kind == "introduction"
    ]
    follow_ups = tuple(followed_up(introductions, known.values(), matter.me, today))
    lead_of = {
        key: follow_up.who.event_id
        for follow_up in follow_ups
        if not follow_up.introduction.event.undated
        for key in follow_up.events
    }
    own = {each.event.id for each in matter.happenings if each.event.kind not in _PRIVATE}
    shown = own.union(*(follow_up.events for follow_up in follow_ups))
    happenings = tuple(in_order(known[key] for key in shown))
    items = tuple(
        _as_shown(item, shown)
        for happening in happenings
        for item in happening.items
        if _concerns(item, matter)
    )
    return Chronology(
        matter=matter,
        until=today,
        happenings=naming_no_other_promise(happenings, items),
        items=items,
        follow_ups=follow_ups,
        lead_of=lead_of,
    )


def naming_no_other_promise(
    happenings: Iterable[Happening], items: Iterable[Item]
) -> tuple[Happening, ...]:
    """Events that say of no promise but these items that they keep it."""
    known = {None, *(item.obligation.id for item in items)}
    return tuple(
        happening
        if happening.event.keeps_id in known
        else replace(happening, event=happening.event._replace(keeps_id=None))
        for happening in happenings
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
    known = (
        attempt
        for attempt in item.attempts
        if attempt.event_id is None or attempt.event_id in shown
    )
    return replace(item, attempts=tuple(attempt for attempt in known if attempt.made_on >= begin))
