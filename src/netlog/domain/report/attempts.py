"""Attempts at reaching somebody that nobody answered, and what ends the waiting."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import NamedTuple

from netlog.domain.items import Item
from netlog.domain.projection.settling import ANSWERED_BY_A_WORD
from netlog.domain.records import Attempt

Pair = tuple[int, int]  # contact ids: whose word, and to whom


class Word(NamedTuple):
    """A word or a deed of one contact for another; `moment` is its place in its day.

    Without one it is taken to have come last, so that nobody is called silent who may have
    answered.
    """

    on: date
    moment: float = inf

    def follows(self, attempt: Attempt) -> bool:
        """Whether it came after an attempt."""
        return (self.on, self.moment) > (attempt.made_on, attempt.moment)


Words = Mapping[Pair, Word]  # the last of each


@dataclass(frozen=True, slots=True)
class Waiting:
    """The attempts of `seeker` at reaching `sought` since the last word of that one."""

    sought: int
    seeker: int
    attempts: tuple[Attempt, ...]

    @property
    def begun(self) -> tuple[date, int]:
        """The day of the first one, and its moment in that."""
        return min((attempt.made_on, attempt.moment) for attempt in self.attempts)

    @property
    def since(self) -> date:
        """The day of the first one."""
        return self.begun[0]

    @property
    def channels(self) -> Mapping[str, int]:
        """How many there were by channel; "" where none was told."""
        return Counter(attempt.via for attempt in self.attempts)

    def days(self, today: date) -> int:
        """The days since the first one."""
        return (today - self.since).days


@dataclass(frozen=True, slots=True)
class Unanswered:
    """All who wait for a word of a contact, or of an organisation and its people."""

    waits: tuple[Waiting, ...] = ()

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """All the attempts."""
        return tuple(attempt for wait in self.waits for attempt in wait.attempts)

    @property
    def since(self) -> date | None:
        """The day of the first of all."""
        return min((wait.since for wait in self.waits), default=None)

    @property
    def channels(self) -> Mapping[str, int]:
        """How many there were by channel; "" where none was told."""
        return Counter(attempt.via for attempt in self.attempts)

    def days_waiting(self, today: date) -> int:
        """The days since the first one; 0 where nothing waits."""
        return 0 if self.since is None else (today - self.since).days


def waited_for(owed: Iterable[Item]) -> Mapping[Pair, date]:
    """Whose word to whom is waited for, and since which day."""
    days: dict[Pair, date] = {}
    for item in _unanswered(owed):
        for attempt in item.attempts:
            pair = _pair(item)
            days[pair] = min(days.get(pair, attempt.made_on), attempt.made_on)
    return days


def unanswered(owed: Iterable[Item], words: Words) -> Unanswered:
    """The attempts that still wait, by who was to be reached; who waits longest comes first.

    Whatever one does for the other ends the waiting: an event, or keeping what is owed.

    Args:
        owed: what those to be reached owe.
        words: the last event of each that was a word of theirs, for each pair in `waited_for`.
    """
    everything = list(owed)
    awaited = list(_unanswered(everything))
    last = _last_words(everything, words, {_pair(item) for item in awaited})
    waiting: dict[Pair, list[Attempt]] = defaultdict(list)
    for item in awaited:
        word = last.get(_pair(item))
        still = [attempt for attempt in item.attempts if word is None or not word.follows(attempt)]
        if still:
            waiting[_pair(item)] += still
    waits = (Waiting(*pair, tuple(attempts)) for pair, attempts in waiting.items())
    return Unanswered(tuple(sorted(waits, key=lambda wait: (wait.begun, wait.sought, wait.seeker))))


def later(word: Word | None, other: Word) -> Word:
    """The later one of two words."""
    return other if word is None or other > word else word


def _last_words(owed: Iterable[Item], words: Words, pairs: Collection[Pair]) -> Words:
    """The last words, of these pairs, when what was kept is one as well."""
    last = dict(words)
    for item in owed:
        pair = _pair(item)
        for settlement in item.settlements if pair in pairs else ():
            if settlement.ending == "kept":
                by_hand = settlement.event_id is None
                word = Word(settlement.settled_on, inf if by_hand else settlement.moment)
                last[pair] = later(last.get(pair), word)
    return last


def _unanswered(owed: Iterable[Item]) -> Iterator[Item]:
    for item in owed:
        if item.obligation.kind in ANSWERED_BY_A_WORD and item.obligation.closed_on is None:
            yield item


def _pair(item: Item) -> Pair:
    return item.obligation.debtor_id, item.obligation.creditor_id
