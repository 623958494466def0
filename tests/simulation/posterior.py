"""The best that any method could make of a record: the posterior, computed on a grid.

It knows the world that made the contacts up, all but their reliability, and filters forward in
time: from month to month reliability drifts, and what fell in a month is weighed by how likely
each reliability makes it. That is exact but for the grid, because in the made-up world
reliability stays the same within a month.
"""

from collections.abc import Callable, Mapping, Sequence
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
    Part,
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
        self._seen: dict[object, Numbers] = {}

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
            for act in contact.acts:
                found[row, _months_ago(act.due)] += self._of_act(act)
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

    def _of_act(self, act: Act) -> Numbers:
        """However many obligations it settled, it happened once."""
        key = (act.kind, act.due - act.opened, min(-act.due, 0), len(act.parts))
        found = np.zeros(POINTS)
        for part in act.parts:
            day = -act.due if part.on is None else part.on - act.due
            each = (*key, part.ending, max(day, 0))
            if each not in self._seen:
                self._seen[each] = self._of_part(act, part)
            found += self._seen[each]
        return found

    def _of_part(self, act: Act, part: Part) -> Numbers:
        on_time = self._on_time[act.kind]
        late = (1 - on_time) * self._late
        never = (1 - on_time) * (1 - self._late)
        told = self.world.told if len(act.parts) == 1 else 0.0
        if part.on is None:
            by_now = min((1 - act.opened) / (act.due - act.opened + 1), 1.0)
            said = told * min(max(-act.due, 0) / LATEST_TOLD, 1.0)
            seen = on_time * by_now + late * self._come(-act.due)
            likelihood = 1 - (1 - self.world.unrecorded) * seen - never * said
        elif part.ending == "broken":
            likelihood = never * told
        elif part.on <= act.due:
            likelihood = on_time
        else:
            days = part.on - act.due
            likelihood = late * (self._come(days) - self._come(days - 1))
        return np.log(np.maximum(likelihood, IMPOSSIBLE))

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


def _normal(at: Numbers, middle: float, spread: float) -> Numbers:
    density = np.exp(-(((at - middle) / spread) ** 2) / 2)
    return np.asarray(density / density.sum())
