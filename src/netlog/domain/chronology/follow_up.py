"""What came of introductions: who tried to reach whom, how often, and when an answer came.

Every figure is a number of days, attempts or channels. The ledger keeps calendar days, so there are
no hours.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netlog.domain.history import Happening
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import MEETINGS, WORDS, Event


class Try(NamedTuple):
    """One attempt: its day, its channel, its own topic and a remark; "" where none was told.

    `event_id` is the outreach that was it, None where it was none.
    """

    on: date
    via: str
    about: str = ""
    note: str = ""
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Tries:
    """Attempts to reach somebody, oldest first; each may have a topic of its own."""

    made: tuple[Try, ...] = ()

    @property
    def first(self) -> date | None:
        """The day of the first one."""
        return self.made[0].on if self.made else None

    @property
    def last(self) -> date | None:
        """The day of the last one."""
        return self.made[-1].on if self.made else None

    @property
    def days(self) -> int:
        """On how many different days they were made."""
        return len({attempt.on for attempt in self.made})

    @property
    def about(self) -> str:
        """The topic that all of them have; "" where one has another, or none."""
        topics = {attempt.about for attempt in self.made}
        return topics.pop() if len(topics) == 1 else ""

    @property
    def channels(self) -> Mapping[str, int]:
        """How many there were by channel; "" where none was told."""
        return Counter(attempt.via for attempt in self.made)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What came of one introduction.

    `other` is whom I was introduced to, None where I was not one of the two. `tries` are mine to
    reach the other, up to the answer; where I gave the introduction, my questions to the one who
    waits whether the other had answered; none where nobody knows the day of the introduction.
    `until` is the day up to which a silence counts: that of the first problem with the
    introduction, else today. `events` are the ids of my contacts with the other that these figures
    rest on. `answer_day_known` is False where all that I heard is that both were happy: then the
    answer had come by that day. `is_mine` says that it was the one that I owed: we met, and I had
    not reached out before.
    """

    introduction: Happening
    who: Introduced
    other: int | None
    tries: Tries
    answered_on: date | None
    happy_on: date | None
    problems: tuple[Happening, ...]
    until: date
    events: frozenset[int] = frozenset()
    answer_day_known: bool = True
    is_mine: bool = False

    @property
    def key(self) -> str:
        """The id of the introduction, as it is typed."""
        return f"e{self.who.event_id}"

    @property
    def is_answered(self) -> bool:
        """Whether there was an answer."""
        return self.answered_on is not None

    @property
    def days_to_first_try(self) -> int | None:
        """The days from the introduction to the first attempt: 0 on the same day."""
        first = self.tries.first
        return None if first is None else (first - self.who.on).days

    @property
    def days_without_answer(self) -> int | None:
        """The days since the first attempt; None where one came, or nobody tried."""
        first = self.tries.first
        if first is None or self.answered_on is not None:
            return None
        return max((self.until - first).days, 0)


def followed_up(
    introductions: Iterable[Happening], known: Iterable[Happening], me: int, today: date
) -> Iterator[FollowUp]:
    """What came of each introduction, in the order in which they were made.

    Args:
        introductions: introductions.
        known: their problems, and my meetings and outreaches with those whom I was introduced to;
            other events are no harm.
        me: the owner's contact id.
        today: the day up to which a silence counts.
    """
    problems: dict[int | None, list[Happening]] = defaultdict(list)
    with_me: dict[int, list[Happening]] = defaultdict(list)
    for happening in in_order(known):
        problems[happening.event.introduction_id].append(happening)
        present = {party.contact_id for party in happening.parties}
        if me in present:
            for contact in present:
                with_me[contact].append(happening)
    for introduction in in_order(introductions):
        yield _follow_up(introduction, me, today, problems[introduction.event.id], with_me)


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """Events by their days, those of one day as they were told."""
    return sorted(happenings, key=lambda happening: happening.event.moment)


def _follow_up(
    introduction: Happening,
    me: int,
    today: date,
    problems: list[Happening],
    with_me: Mapping[int, list[Happening]],
) -> FollowUp:
    who = introduction.introduced
    other = who.other(me) if me in who.both else None
    heard = min((outcome.noted_on for outcome in introduction.outcomes), default=None)
    happy = (outcome.noted_on for outcome in introduction.outcomes if outcome.outcome == "happy")
    contacts: list[Happening] = []
    tries, answered_on = _questions(introduction), heard
    if other is not None:
        begin = introduction.event.moment
        after = [
            happening for happening in with_me.get(other, ()) if happening.event.moment > begin
        ]
        contacts, answered_on = _until_answered(after, {me, other}, other, heard)
        mine = [happening.event for happening in contacts if _is_by(happening, me)]
        is_dated = not introduction.event.undated
        tries = Tries(tuple(as_try(event) for event in mine if is_dated))
    return FollowUp(
        introduction=introduction,
        who=who,
        other=other,
        tries=tries,
        answered_on=answered_on,
        happy_on=min(happy, default=None),
        problems=tuple(problems),
        until=problems[0].event.happened_on if problems else today,
        events=frozenset(happening.event.id for happening in contacts),
        answer_day_known=_is_day_known(introduction, answered_on),
        is_mine=any(
            introduction.answered_by(outcome, me) == me
            for outcome in introduction.outcomes
            if outcome.noted_on == answered_on
        ),
    )


def as_try(event: Event) -> Try:
    """An outreach as an attempt."""
    return Try(event.happened_on, event.via, event.about, event.note, event.id)


def _is_day_known(introduction: Happening, answered_on: date | None) -> bool:
    """Whether there was an answer on that day, and not only by then: both were said to be happy."""
    noted = [outcome for outcome in introduction.outcomes if outcome.noted_on == answered_on]
    answers = [outcome for outcome in noted if outcome.outcome == "responded"]
    return not noted or any(map(introduction.day_known, answers))


def _questions(introduction: Happening) -> Tries:
    asked = [
        Try(attempt.made_on, attempt.via, note=attempt.note)
        for item in introduction.items
        if item.obligation.kind == "check-response"
        for attempt in item.attempts
    ]
    return Tries(tuple(sorted(asked, key=lambda attempt: attempt.on)))


def _until_answered(
    contacts: Iterable[Happening], the_two: set[int], other: int, heard: date | None
) -> tuple[list[Happening], date | None]:
    """My contacts with the other one up to the answer, and its day; None where there is none.

    An answer is a word of the other one's or a meeting, or what I heard, whichever came first.
    Where the two were introduced once more, what follows belongs to that introduction.
    """
    followed: list[Happening] = []
    for happening in contacts:
        if heard is not None and happening.event.happened_on > heard:
            break
        if happening.event.kind == "introduction" and _introduces(happening, the_two):
            break
        if happening.event.kind in WORDS:
            followed.append(happening)
            if happening.event.kind in MEETINGS or _is_by(happening, other):
                return followed, happening.event.happened_on
    return followed, heard


def _introduces(happening: Happening, the_two: set[int]) -> bool:
    return the_two == set(happening.introduced.both)


def _is_by(happening: Happening, contact: int) -> bool:
    return any((party.contact_id, party.role) == (contact, "author") for party in happening.parties)
