"""A part of a chronology, for others to read: some days, without some entries, without the notes.

Leaving out makes nothing that stays false: what an introduction, a promise or a reply came to is
worked out from everything up to the last day, and only then are lines left out. Sums add up what
is listed.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from netlog.domain.chronology.chronology import Chronology, Matter, Wait, chronology
from netlog.domain.chronology.facts import (
    AttemptFact,
    EventFact,
    Fact,
    HeardFact,
    SettlementFact,
)
from netlog.domain.chronology.follow_up import FollowUp
from netlog.domain.history import Happening
from netlog.domain.items import Item
from netlog.errors import Refused


@dataclass(frozen=True, slots=True)
class Extract:
    """What is wanted of a chronology.

    Of `since` and `until` both days are in it; `until` is also the day as of which it is told.
    `events` and `items` are the ids of what is left out.
    """

    since: date | None = None
    until: date | None = None
    events: frozenset[int] = frozenset()
    items: frozenset[int] = frozenset()
    notes: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self == Extract()


@dataclass(frozen=True, slots=True)
class Extracted:
    """A chronology that is a part of another, drawn up on that day; `left_out` counts entries."""

    whole: Chronology
    shown: Chronology
    extract: Extract
    left_out: int
    drawn_on: date


def extracted(matter: Matter, today: date, extract: Extract) -> Extracted:
    """The part of a chronology that is wanted.

    An event goes with what it opened; an introduction with its problems, and with the attempts
    that are told of only because of it.

    Args:
        matter: what the ledger holds.
        today: the day on which it is drawn up.
        extract: what is wanted.

    Raises:
        Refused: what is to be left out is not in it.
    """
    told = matter if extract.until is None else _up_to(matter, extract.until)
    whole = chronology(told if extract.notes else _without_notes(told), extract.until or today)
    cut = _Cut(whole, extract)
    return Extracted(whole, cut.shown(), extract, cut.left_out, today)


def _up_to(matter: Matter, day: date) -> Matter:
    """What was known to have happened by the end of a day."""

    def then(happenings: Iterable[Happening]) -> list[Happening]:
        return [_happening_by(one, day) for one in happenings if one.event.happened_on <= day]

    return replace(
        matter,
        happenings=then(matter.happenings),
        contacts_of_mine=then(matter.contacts_of_mine),
    )


def _happening_by(one: Happening, day: date) -> Happening:
    return replace(
        one,
        items=tuple(_item_by(item, day) for item in one.items),
        outcomes=tuple(outcome for outcome in one.outcomes if outcome.noted_on <= day),
    )


def _item_by(item: Item, day: date) -> Item:
    closed = item.obligation.closed_on
    was_open = closed is not None and closed > day
    return replace(
        item,
        obligation=item.obligation._replace(closed_on=None) if was_open else item.obligation,
        settlements=tuple(one for one in item.settlements if one.settled_on <= day),
        attempts=tuple(one for one in item.attempts if one.made_on <= day),
    )


def _without_notes(matter: Matter) -> Matter:
    def bare(happenings: Iterable[Happening]) -> list[Happening]:
        return [
            replace(
                one,
                event=one.event._replace(note=""),
                items=tuple(_item_without_notes(item) for item in one.items),
                outcomes=tuple(outcome._replace(note="") for outcome in one.outcomes),
            )
            for one in happenings
        ]

    return replace(
        matter,
        happenings=bare(matter.happenings),
        contacts_of_mine=bare(matter.contacts_of_mine),
    )


def _item_without_notes(item: Item) -> Item:
    return replace(
        item,
        event=item.event._replace(note=""),
        settlements=tuple(one._replace(note="") for one in item.settlements),
        attempts=tuple(one._replace(note="") for one in item.attempts),
    )


class _Cut:
    """What stays of a chronology, and what goes with what is left out."""

    def __init__(self, whole: Chronology, extract: Extract) -> None:
        self._whole = whole
        self._since = extract.since or date.min
        _refuse_unknown(whole, extract)
        self._events = extract.events | _hanging_on(whole, extract.events)
        self._items = extract.items
        self.left_out = len(self._cut_events()) + len(self._cut_items())

    def shown(self) -> Chronology:
        whole = self._whole
        return replace(
            whole,
            facts=tuple(self._facts()),
            follow_ups=tuple(self._follow_ups()),
            promises=tuple(one for one in whole.promises if self._keeps_item(one)),
            waits=tuple(self._waits()),
            open_items=tuple(one for one in whole.open_items if self._keeps_item(one)),
        )

    def _cut_events(self) -> set[int]:
        """The events that are left out of the days that are shown."""
        return {
            fact.happening.event.id
            for fact in self._whole.facts
            if isinstance(fact, EventFact) and fact.on >= self._since
        } & self._events

    def _cut_items(self) -> set[int]:
        """The items that are left out of those days, but for those that go with an event."""
        return {
            item.obligation.id
            for item in _items_in(self._whole)
            if item.obligation.id in self._items
            and item.event.id not in self._events
            and _last_day(item) >= self._since
        }

    def _has(self, item: Item) -> bool:
        """Whether an item may be spoken of."""
        return item.obligation.id not in self._items and item.event.id not in self._events

    def _keeps_item(self, item: Item) -> bool:
        return self._has(item) and item.obligation.opened_on >= self._since

    def _facts(self) -> Iterator[Fact]:
        for fact in self._whole.facts:
            kept = self._fact(fact) if fact.on >= self._since else None
            if kept is not None:
                yield kept

    def _fact(self, fact: Fact) -> Fact | None:
        match fact:
            case EventFact(happening):
                return self._event(fact) if happening.event.id not in self._events else None
            case SettlementFact(_, items):
                left = tuple(one for one in items if self._has(one))
                return replace(fact, items=left) if left else None
            case AttemptFact(_, item):
                return fact if self._has(item) else None
        return fact if fact.outcome.event_id not in self._events else None

    def _event(self, fact: EventFact) -> EventFact:
        """An event without what it did to that which is left out."""
        event = fact.happening.event
        replaced = None if event.replaces_id in self._events else event.replaces_id
        return replace(
            fact,
            happening=replace(
                fact.happening,
                event=event._replace(replaces_id=replaced),
                items=tuple(one for one in fact.happening.items if self._has(one)),
            ),
            settled=tuple((how, item) for how, item in fact.settled if self._has(item)),
            tried=fact.tried if fact.tried and self._has(fact.tried.item) else None,
            showed=tuple(one for one in fact.showed if one[1].event.id not in self._events),
        )

    def _follow_ups(self) -> Iterator[FollowUp]:
        for one in self._whole.follow_ups:
            if one.who.event_id not in self._events and one.who.on >= self._since:
                kept = [each for each in one.problems if each.event.id not in self._events]
                problems = tuple(
                    replace(each, items=tuple(filter(self._has, each.items))) for each in kept
                )
                yield replace(one, problems=problems)

    def _waits(self) -> Iterator[Wait]:
        for one in self._whole.waits:
            if self._keeps_item(one.item):
                listed = tuple(each for each in one.listed if each.event_id not in self._events)
                yield replace(one, listed=listed)


def _hanging_on(whole: Chronology, introductions: Collection[int]) -> set[int]:
    """The events that go with introductions: their problems, and what only they bring in."""
    own = {one.event.id for one in whole.matter.happenings}
    found = {
        one.event.id
        for one in whole.matter.happenings
        if one.event.introduction_id in introductions
    }
    staying = [one for one in whole.follow_ups if one.who.event_id not in introductions]
    brought = [one for one in whole.follow_ups if one.who.event_id in introductions]
    still = frozenset[int]().union(*(one.events for one in staying))
    return found | (frozenset[int]().union(*(one.events for one in brought)) - still - own)


def _refuse_unknown(whole: Chronology, extract: Extract) -> None:
    events, items = _ids(whole)
    unknown = [
        *(f"e{number}" for number in sorted(extract.events - events)),
        *(f"{number}" for number in sorted(extract.items - items)),
    ]
    if unknown:
        raise Refused(
            f"{unknown[0]} is not in this chronology, so it cannot be left out.",
            "netlog report WHO --chronology shows the ids of what is in it.",
        )


def _ids(whole: Chronology) -> tuple[set[int], set[int]]:
    """The ids of the events and of the items in a chronology."""
    events = {fact.happening.event.id for fact in whole.facts if isinstance(fact, EventFact)}
    return events, {item.obligation.id for item in _items_in(whole)}


def _items_in(whole: Chronology) -> Iterator[Item]:
    """The items that a chronology tells of, some of them several times.

    What happened and what came of it are told under the id of an event.
    """
    yield from (*whole.promises, *whole.open_items, *(one.item for one in whole.waits))
    for fact in whole.facts:
        match fact:
            case SettlementFact(_, items) | HeardFact(_, items):
                yield from items
            case AttemptFact(_, item):
                yield item
    for one in whole.follow_ups:
        for problem in one.problems:
            yield from problem.items


def _last_day(item: Item) -> date:
    """The last day on which something is told of an item."""
    settled = (one.settled_on for one in item.settlements)
    tried = (one.made_on for one in item.attempts)
    return max([item.obligation.opened_on, *settled, *tried])
