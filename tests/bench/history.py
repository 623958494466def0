"""What happens day by day: facts told in their order, and what the domain makes of each.

Told so, each fact finds what stood open on its day, as in a ledger that somebody kept. What is
over is written and let go of, so that a history of any length fits into memory.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

from netlog.domain.events.voucher import Voucher
from netlog.domain.projection.account import Account
from netlog.domain.projection.facts import Fact, Facts, steps_of
from netlog.domain.projection.numbers import Numbers
from netlog.domain.projection.project import post, refuse
from netlog.domain.projection.state import State
from netlog.domain.projection.terms import Terms
from netlog.domain.records import (
    Acknowledgement,
    AcknowledgementKind,
    Event,
    Obligation,
    Party,
    Role,
    Statement,
)
from netlog.ledger.file.create import ME
from tests.bench.bulk import BATCH, Bulk

# Whatever is told later, by any clock, comes after what was told here: in the 1970s.
_FIRST_MOMENT, _APART = 1_000_000, 16
# Longer than from an introduction to the last that somebody still says of it.
_ALIVE = timedelta(60)
_THANKS: dict[str, AcknowledgementKind] = {"thanks": "thanks", "apology": "apology"}

Act = Callable[[date], None]
Parties = Iterable[tuple[Role, int]]


class Agenda:
    """What will happen on coming days."""

    def __init__(self) -> None:
        self._planned: list[tuple[date, int, Act]] = []
        self._count = count()

    def add(self, on: date, act: Act) -> None:
        """Let something happen on a day, after what was planned for it before."""
        heapq.heappush(self._planned, (on, next(self._count), act))

    def pass_until(self, today: date) -> None:
        """Let everything up to a day happen, with what follows from it."""
        while self._planned and self._planned[0][0] <= today:
            on, _, act = heapq.heappop(self._planned)
            act(on)


class Happened(NamedTuple):
    """An event, and what it opened."""

    voucher: Voucher
    opened: Sequence[Obligation]


class History:
    """The facts told so far and what stands open; facts are told in the order of their days."""

    def __init__(self, bulk: Bulk, terms_id: int, terms: Terms) -> None:
        self._bulk = bulk
        self._terms_id = terms_id
        self._facts = Facts(ME, terms={terms_id: terms})
        self._told = count(_FIRST_MOMENT, _APART)
        self._vouchers: dict[int, Voucher] = {}
        self._written = 0
        self._kept = 0  # of what was written before, because it may still change
        self._state = self._state_of_nothing()

    @property
    def opened(self) -> int:
        """How many obligations there are."""
        return self._written + len(self._state.numbers.given)

    def now(self, item: Obligation) -> Obligation | None:
        """An item as it is now; None where it is closed."""
        account = self._state.accounts.get(item.id)
        return account.obligation if account is not None and account.is_open else None

    def happen(self, event: Event, parties: Parties) -> Happened:
        """Tell an event with those in it."""
        told = self._bulk.add(event._replace(terms_id=self._terms_id, told=next(self._told)))
        rows = (Party(0, told.id, who, role) for role, who in parties)
        voucher = Voucher(told, tuple(map(self._bulk.add, rows)))
        self._vouchers[told.id] = voucher
        before = len(self._state.numbers.given)
        self._tell(voucher)
        given = self._state.numbers.given[before:]
        return Happened(voucher, [self._state.accounts[number.id].obligation for number in given])

    def settle(self, item: Obligation, said: Statement) -> None:
        """Tell how an item ended; thanks and apologies that came are told as such."""
        if self.now(item) is None:
            return
        if said.kind == "kept" and item.kind in _THANKS:
            self._acknowledge(item, said)
        else:
            self._tell(
                self._bulk.add(said._replace(item_id=item.id, told=next(self._told))),
            )

    def check(self, introduction: Voucher, said: Statement) -> None:
        """Tell what came of an introduction, unless it was let go meanwhile."""
        if introduction.event.id not in self._vouchers:
            return
        self._tell(
            self._bulk.add(
                said._replace(
                    event_id=introduction.event.id,
                    day=said.said_on,
                    terms_id=self._terms_id,
                    told=next(self._told),
                )
            )
        )

    def let_go(self, today: date) -> None:
        """Write what is over, and go on with the rest, once there is much of it."""
        if len(self._state.accounts) < self._kept + BATCH:
            return
        old, alive = self._state, self._alive(today - _ALIVE)
        over = [key for key, item in old.accounts.items() if item.obligation.event_id not in alive]
        self._bulk.post(old.numbers.given)
        self._post(old.accounts.pop(key) for key in over)
        for event_id in [key for key in old.outcomes if key not in alive]:
            self._bulk.post(old.outcomes.pop(event_id).values())
        self._bulk.flush()
        self._written += len(old.numbers.given)
        self._vouchers = {key: self._vouchers[key] for key in alive}
        self._state = self._state_of_nothing()
        self._take_over(old)
        self._kept = len(self._state.accounts)

    def end(self) -> None:
        """Write all that is left."""
        self._bulk.post(self._state.numbers.given)
        self._post(self._state.accounts.values())
        for known in self._state.outcomes.values():
            self._bulk.post(known.values())
        self._bulk.flush()

    def _tell(self, fact: Fact) -> None:
        refuse(fact, self._state)
        for step in steps_of(fact):
            post(step, self._facts, self._state)

    def _acknowledge(self, item: Obligation, said: Statement) -> None:
        """Thank, or apologise; `--for` the item where others are open beside it."""
        owed = self._state.owed(item.debtor_id, item.creditor_id)
        is_alone = [other.kind for other in owed].count(item.kind) == 1
        self._tell(
            self._bulk.add(
                Acknowledgement(
                    id=0,
                    kind=_THANKS[item.kind],
                    said_on=said.said_on,
                    author_id=item.debtor_id,
                    recipient_id=item.creditor_id,
                    item_id=None if is_alone else item.id,
                    via=said.via,
                    told=next(self._told),
                )
            )
        )

    def _post(self, accounts: Iterable[Account]) -> None:
        for account in accounts:
            self._bulk.post((account.obligation, *account.settlements, *account.attempts))

    def _alive(self, since: date) -> set[int]:
        """The events of which something is open or may come, with those they are about."""
        state = self._state
        alive = {key for key, each in self._vouchers.items() if each.event.happened_on >= since}
        alive |= {item.obligation.event_id for item in state.accounts.values() if item.is_open}
        alive |= {key for pair in state.introductions for key in state.unanswered(*pair)}
        alive |= {self._vouchers[key].event.introduction_id or key for key in alive}
        return alive | {
            problem.event.id for key in alive for problem in state.problems.get(key, ())
        }

    def _state_of_nothing(self) -> State:
        return State(ME, self._vouchers, Numbers((), self._written + 1))

    def _take_over(self, old: State) -> None:
        now = self._state
        for account in old.accounts.values():
            now.take(account)
        now.outcomes.update(old.outcomes)
        now.words.update(old.words)
        for pair, introductions in old.introductions.items():
            now.introductions[pair] = list(self._alive_among(introductions))
        for introduction in self._alive_among(old.problems):
            now.problems[introduction] = old.problems[introduction]

    def _alive_among(self, events: Iterable[int]) -> Iterator[int]:
        return (event_id for event_id in events if event_id in self._vouchers)
