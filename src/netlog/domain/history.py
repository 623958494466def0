"""What happened, and how what it opened ended: the timeline of a ledger."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import (
    Acknowledgement,
    Attempt,
    Event,
    IntroductionOutcome,
    Party,
    Settlement,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with who was in it, the items that it opened, and what came of it.

    `worth` is what was said of the business that came of it, as far as it counts; `uncounted` are
    the fields of the event that have no effect.
    """

    event: Event
    parties: tuple[Party, ...]
    items: tuple[Item, ...] = ()
    outcomes: tuple[IntroductionOutcome, ...] = ()
    worth: tuple[Statement, ...] = ()
    uncounted: frozenset[str] = frozenset()

    def only(self, contacts: Collection[int]) -> "Happening":
        """The same with only those items that are with one of these contacts."""
        return replace(self, items=tuple(item for item in self.items if item.is_with(contacts)))

    def day_known(self, outcome: IntroductionOutcome) -> bool:
        """Whether something came of it on the day it was noted for, and not at some time by then.

        Who heard only that both are happy knows that there was an answer, not when.
        """
        happy = {noted.statement_id for noted in self.outcomes if noted.outcome == "happy"}
        return (
            outcome.outcome == "happy"
            or outcome.statement_id is None
            or outcome.statement_id not in happy
        )

    def answered_by(self, outcome: IntroductionOutcome, me: int) -> int:
        """Whose answer something that came of it was: mine, where it kept the one that I owed."""
        mine = any(
            settlement.event_id == outcome.cause_id is not None
            for item in self.items
            if item.obligation.kind == "response" and item.obligation.debtor_id == me
            for settlement in item.settlements
        )
        return me if mine else self.introduced.answering(me)

    @property
    def contacts(self) -> frozenset[int]:
        """Everybody in it, and in its items."""
        parties = (party.contact_id for party in self.parties)
        return frozenset(parties).union(*(item.contacts for item in self.items))

    @property
    def introduced(self) -> Introduced:
        """Who brought whom together, where it is an introduction."""
        return Voucher(self.event, self.parties).introduced


@dataclass(frozen=True, slots=True)
class Thanked:
    """A thank-you or an apology, which is no event but stands in the timeline as well.

    `is_left` says that the event or the item it was for is there no more.
    """

    acknowledgement: Acknowledgement
    is_left: bool = False

    @property
    def contacts(self) -> frozenset[int]:
        """Who said it, and who heard it."""
        return frozenset({self.acknowledgement.author_id, self.acknowledgement.recipient_id})


Entry = Happening | Thanked


@dataclass(frozen=True, slots=True)
class Around:
    """What else one event has to do with.

    `origin` is the introduction that a problem is about, or that an introduction replaces.
    `settled`, `tried` and `showed` are what the event did to items and introductions of others.
    """

    origin: Happening | None
    problems: tuple[Happening, ...]
    replacements: tuple[Happening, ...]
    settled: tuple[tuple[Settlement, Item], ...]
    tried: tuple[tuple[Attempt, Item], ...]
    showed: tuple[tuple[IntroductionOutcome, Happening], ...]

    @property
    def happenings(self) -> Iterator[Happening]:
        """All the events of it."""
        yield from () if self.origin is None else (self.origin,)
        yield from self.problems
        yield from self.replacements
        yield from (happening for _, happening in self.showed)

    @property
    def items(self) -> Iterator[Item]:
        """All the items of other events that it did something to."""
        yield from (item for _, item in self.settled)
        yield from (item for _, item in self.tried)


def days_late(item: Item, today_overdue: int) -> int:
    """How many days after its due date an item ended, or is by now; negative before it.

    Args:
        item: open or closed.
        today_overdue: the days since its due date, which count while it is open.
    """
    closed = item.obligation.closed_on
    return today_overdue if closed is None else (closed - item.obligation.due_on).days


def later_attempts(item: Item) -> tuple[Attempt, ...]:
    """The attempts at an item but for the event that opened it, which was the first."""
    return tuple(attempt for attempt in item.attempts if attempt.event_id != item.event.id)
