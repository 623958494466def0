"""The best that any method could make of a record: the posterior, computed on a grid.

It knows the world that made the contacts up, all but their reliability, and filters forward in
time: from month to month reliability drifts, and what fell in a month is weighed by how likely
each reliability makes it. That is exact but for the grid, because in the made-up world
reliability stays the same within a month.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from math import erf, log, sqrt

import numpy as np
import numpy.typing as npt

from netlog.domain.records import ObligationKind
from tests.simulation.world import (
    LATEST_TOLD,
    MONTH,
    PROBLEM_SHOWS_AFTER,
    Act,
    Contact,
    Introduction,
    World,
)

Numbers = npt.NDArray[np.float64]

POINTS = 161
REACH = 5.0  # Standard deviations to each side of the middle.
AT_ONCE = 500  # Contacts, for what fits into memory.
IMPOSSIBLE = 1e-300  # A likelihood that rounding made zero or less.


class Posterior:
    """What a world's contacts may be like, given their records."""

    def __init__(self, world: World) -> None:
        self.world = world
        wandered = 0.0 if world.pulled_back else world.years_known[1] * 12.2
        reach = REACH * sqrt(world.spread**2 + wandered * world.monthly_drift**2)
        self.grid = np.linspace(world.reliability - reach, world.reliability + reach, POINTS)
        self.truth = np.array([world.truth(point) for point in self.grid])
        self._seen: dict[object, Numbers] = {}  # Likelihoods recur; they are worked out once.

    def of(self, contacts: Sequence[Contact]) -> Numbers:
        """For each contact, the chance of each reliability of the grid today."""
        parts = [
            self._filter(contacts[start : start + AT_ONCE])
            for start in range(0, len(contacts), AT_ONCE)
        ]
        return np.concatenate(parts)

    def mean(self, posterior: Numbers) -> Numbers:
        """For each contact, the chance that the next obligation is kept on time."""
        return np.asarray(posterior @ self.truth)

    def quantile(self, probability: float, posterior: Numbers) -> Numbers:
        """For each contact, the reliability below which it lies with this probability."""
        below = np.cumsum(posterior, axis=1) - posterior / 2
        return np.array([np.interp(probability, row, self.truth) for row in below])

    def _filter(self, contacts: Sequence[Contact]) -> Numbers:
        evidence = self._evidence(contacts)
        begins = np.array([_months_ago(contact.first_day) for contact in contacts])
        belief = np.tile(self._population, (len(contacts), 1))
        for month in range(evidence.shape[1] - 1, -1, -1):
            known_before = (month < begins)[:, None]
            belief = np.where(known_before, belief @ self._month, belief)
            belief = belief * np.exp(evidence[:, month])
            belief /= belief.sum(axis=1, keepdims=True)
        return belief

    def _evidence(self, contacts: Sequence[Contact]) -> Numbers:
        """The log-likelihoods by contact, months ago, and reliability."""
        months = max(_months_ago(contact.first_day) for contact in contacts) + 1
        found = np.zeros((len(contacts), months, POINTS))
        for row, contact in enumerate(contacts):
            singly, together = self._apart(contact.acts)
            for act in singly:
                found[row, _months_ago(act.due)] += self._of_act(act)
            for month, likelihood in self._of_thanks(together):
                found[row, month] += likelihood
            for introduction in contact.introductions:
                found[row, _months_ago(introduction.on)] += self._of_introduction(introduction)
        return found

    @cached_property
    def _population(self) -> Numbers:
        return _normal(self.grid, self.world.reliability, self.world.spread)

    @cached_property
    def _month(self) -> Numbers:
        """From each reliability (row) to each a month later."""
        pull = self.world.monthly_correlation if self.world.pulled_back else 1.0
        middle = self.world.reliability
        return np.stack(
            [
                _normal(self.grid, middle + pull * (point - middle), self.world.monthly_drift)
                for point in self.grid
            ]
        )

    def _apart(self, acts: Sequence[Act]) -> tuple[list[Act], list[Act]]:
        """Those that only their own act can settle, and those that one thank-you settles."""
        together = [act for act in acts if act.kind == "thanks" and not self.world.in_one_go]
        return [act for act in acts if act not in together], together

    def _of_act(self, act: Act) -> Numbers:
        """However many obligations of the same days it settled, it happened once."""
        found = np.zeros(POINTS)
        for part in act.parts:
            if part.on is None:
                likelihood = self._nothing_by(act, 0)
            elif part.ending == "broken":
                likelihood = self._never(act) * self._told(act) / LATEST_TOLD
            else:
                likelihood = self._kept_on(act, part.on)
            found += _log(likelihood)
        return found

    def _of_thanks(self, thanks: Sequence[Act]) -> Iterator[tuple[int, Numbers]]:
        """By months ago; one thank-you settled all that were open, whichever it was meant for.

        Where those fell due in different months, it is taken to be meant for the latest.
        """
        settled: dict[int, list[Act]] = defaultdict(list)
        for act in thanks:
            (part,) = act.parts
            if part.ending == "kept" and part.on is not None:
                settled[part.on].append(act)
            else:
                yield _months_ago(act.due), self._of_act(act)
        for day, together in settled.items():
            month = min(_months_ago(act.due) for act in together)
            none_before = none_yet = np.ones(POINTS)
            for act in together:
                not_yet = self._nothing_by(act, day)
                if _months_ago(act.due) == month:
                    none_before = none_before * (not_yet + self._kept_on(act, day))
                    none_yet = none_yet * not_yet
                else:
                    yield _months_ago(act.due), _log(not_yet + self._kept_on(act, day))
            yield month, _log(none_before - none_yet)

    def _nothing_by(self, act: Act, day: int) -> Numbers:
        """The chance that, by this day, the ledger says nothing of it yet."""
        key = ("nothing", act.kind, day - act.due, act.due - act.opened, len(act.parts))
        if key not in self._seen:
            on_time = self._on_time[act.kind]
            by_then = min((day - act.opened + 1) / (act.due - act.opened + 1), 1.0)
            late = (1 - on_time) * self._late * self._come(day - act.due)
            said = self._told(act) * min(max(day - act.due, 0) / LATEST_TOLD, 1.0)
            seen = 1 - self.world.unrecorded
            self._seen[key] = 1 - seen * (on_time * by_then + late) - self._never(act) * said
        return self._seen[key]

    def _kept_on(self, act: Act, day: int) -> Numbers:
        """The chance that it was kept on this very day, and written down."""
        key = ("kept", act.kind, max(day - act.due, 0), act.due - act.opened)
        if key not in self._seen:
            on_time, days = self._on_time[act.kind], day - act.due
            late = (1 - on_time) * self._late * (self._come(days) - self._come(days - 1))
            on_a_day = on_time / (act.due - act.opened + 1) if days <= 0 else late
            self._seen[key] = (1 - self.world.unrecorded) * on_a_day
        return self._seen[key]

    def _never(self, act: Act) -> Numbers:
        return (1 - self._on_time[act.kind]) * (1 - self._late)

    def _told(self, act: Act) -> float:
        """Nobody gives up one part of a promise in so many words."""
        return self.world.told if len(act.parts) == 1 else 0.0

    def _come(self, days: int) -> Numbers:
        """The chance that what comes late comes within so many days."""
        if days <= 0:
            return np.zeros(POINTS)
        deviations = (log(days) - self._usual_delay) / (self.world.delay_spread * sqrt(2))
        return np.array([(1 + erf(each)) / 2 for each in deviations])

    @cached_property
    def _on_time(self) -> Mapping[ObligationKind, Numbers]:
        return {
            kind: self._on_grid(partial(self.world.on_time, kind)) for kind in self.world.habits
        }

    @cached_property
    def _late(self) -> Numbers:
        return self._on_grid(self.world.comes_late)

    @cached_property
    def _usual_delay(self) -> Numbers:
        return self._on_grid(self.world.usual_delay)

    def _on_grid(self, function: Callable[[float], float]) -> Numbers:
        return np.array([function(point) for point in self.grid])

    def _of_introduction(self, introduction: Introduction) -> Numbers:
        if introduction.on + PROBLEM_SHOWS_AFTER > 0:
            return np.zeros(POINTS)
        key = (introduction.role, introduction.problem)
        if key not in self._seen:
            chances = self._on_grid(partial(self.world.problem_chance, introduction.role))
            self._seen[key] = np.log(chances if introduction.problem else 1 - chances)
        return self._seen[key]


def _months_ago(day: int) -> int:
    return max(-day, 0) // MONTH


def _log(likelihood: Numbers) -> Numbers:
    return np.asarray(np.log(np.maximum(likelihood, IMPOSSIBLE)))


def _normal(at: Numbers, middle: float, spread: float) -> Numbers:
    density = np.exp(-(((at - middle) / spread) ** 2) / 2)
    return np.asarray(density / density.sum())
