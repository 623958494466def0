"""A part of a chronology, for others to read: some days, without some entries, without the notes.

Leaving out makes nothing that stays false: what an introduction, a promise or a reply came to is
worked out from everything up to the last day, and only then are lines left out. Sums add up what
is listed.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from netlog.domain.chronology.chronology import (
    Chronology,
    Matter,
    chronology,
    naming_no_other_promise,
)
from netlog.domain.history import Happening
from netlog.domain.items import Item
from netlog.domain.records import Attempt, Event, IntroductionOutcome, Settlement
from netlog.errors import Refused

Noted = TypeVar("Noted", Event, Settlement, Attempt, IntroductionOutcome)


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

    @property
    def notes(self) -> int:
        """How many notes of mine it quotes."""
        return sum(bool(fact.note) for fact in self.shown.facts)


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
    whole = chronology(_as_wanted(matter, extract), extract.until or today)
    _refuse_unknown(whole, extract)
    events = extract.events | _hanging_on(whole, extract.events)
    shown = _without(whole, events, extract.items, extract.since or date.min)
    return Extracted(whole, shown, extract, _left_out(shown, whole, events, extract.items), today)


def _as_wanted(matter: Matter, extract: Extract) -> Matter:
    """What was known to have happened by the end of the last day, with or without notes."""
    day = extract.until or date.max

    def noted(record: Noted) -> Noted:
        return record if extract.notes else record._replace(note="")

    def item_by(item: Item) -> Item:
        closed = item.obligation.closed_on
        is_closed = closed is not None and closed <= day
        return replace(
            item,
            obligation=item.obligation._replace(closed_on=closed if is_closed else None),
            event=noted(item.event),
            settlements=tuple(
                noted(settlement) for settlement in item.settlements if settlement.settled_on <= day
            ),
            attempts=tuple(noted(attempt) for attempt in item.attempts if attempt.made_on <= day),
        )

    def happening_by(happening: Happening) -> Happening:
        return replace(
            happening,
            event=noted(happening.event),
            items=tuple(map(item_by, happening.items)),
            outcomes=tuple(
                noted(outcome) for outcome in happening.outcomes if outcome.noted_on <= day
            ),
        )

    def by_then(happenings: Iterable[Happening]) -> list[Happening]:
        return [
            happening_by(happening)
            for happening in happenings
            if happening.event.happened_on <= day
        ]

    return replace(
        matter,
        happenings=by_then(matter.happenings),
        contacts_of_mine=by_then(matter.contacts_of_mine),
    )


def _without(
    whole: Chronology, events: Collection[int], items: Collection[int], since: date
) -> Chronology:
    """The same without these events and items, and what they did."""

    def stays(item: Item) -> bool:
        return item.obligation.id not in items and item.event.id not in events

    def remaining(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
        return tuple(
            _bare(happening, events) for happening in happenings if happening.event.id not in events
        )

    def with_amends_that_stay(problem: Happening) -> Happening:
        return replace(problem, items=tuple(filter(stays, problem.items)))

    shown = tuple(filter(stays, whole.items))
    return replace(
        whole,
        since=since,
        happenings=naming_no_other_promise(remaining(whole.happenings), shown),
        items=shown,
        follow_ups=tuple(
            replace(
                follow_up, problems=tuple(map(with_amends_that_stay, remaining(follow_up.problems)))
            )
            for follow_up in whole.follow_ups
            if follow_up.who.event_id not in events and follow_up.who.on >= since
        ),
    )


def _bare(happening: Happening, events: Collection[int]) -> Happening:
    """An event that says nothing of the one that it replaces where that is left out."""
    if happening.event.replaces_id not in events:
        return happening
    return replace(happening, event=happening.event._replace(replaces_id=None))


def _left_out(
    shown: Chronology, whole: Chronology, events: Collection[int], items: Collection[int]
) -> int:
    """How many events are left out of the days that are shown, and items that go with no event."""
    cut = [happening for happening in whole.happenings if happening.event.id in events]
    ids = {
        item.obligation.id
        for item in _items_in(whole)
        if item.obligation.id in items
        and item.event.id not in events
        and _last_day(item) >= shown.since
    }
    return len(ids) + sum(happening.event.happened_on >= shown.since for happening in cut)


def _hanging_on(whole: Chronology, introductions: Collection[int]) -> frozenset[int]:
    """The events that go with introductions: their problems, and what only they bring in."""

    def brought(*, by_these: bool) -> frozenset[int]:
        return frozenset[int]().union(
            *(
                follow_up.events
                for follow_up in whole.follow_ups
                if (follow_up.who.event_id in introductions) is by_these
            )
        )

    own = [happening.event for happening in whole.matter.happenings]
    problems = frozenset(event.id for event in own if event.introduction_id in introductions)
    alone = brought(by_these=True) - brought(by_these=False) - {event.id for event in own}
    return problems | alone


def _refuse_unknown(whole: Chronology, extract: Extract) -> None:
    events = {happening.event.id for happening in whole.happenings}
    items = {item.obligation.id for item in _items_in(whole)}
    unknown = [
        *(f"e{number}" for number in sorted(extract.events - events)),
        *(f"{number}" for number in sorted(extract.items - items)),
    ]
    if unknown:
        raise Refused(
            f"{unknown[0]} is not in this chronology, so it cannot be left out.",
            "netlog report WHO --chronology shows the ids of what is in it.",
        )


def _items_in(whole: Chronology) -> Iterator[Item]:
    """The items that a chronology tells of, some of them several times.

    What happened and what came of it are told under the id of an event.
    """
    yield from (*whole.promises, *whole.open_items, *(wait.item for wait in whole.waits))
    for fact in whole.facts:
        yield from fact.items
    for follow_up in whole.follow_ups:
        for problem in follow_up.problems:
            yield from problem.items


def _last_day(item: Item) -> date:
    """The last day on which something is told of an item."""
    settled = (settlement.settled_on for settlement in item.settlements)
    tried = (attempt.made_on for attempt in item.attempts)
    return max([item.obligation.opened_on, *settled, *tried])
