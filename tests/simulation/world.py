"""Contacts with a hidden reliability that drifts, and the record that each of them leaves.

The figures were written down before the score was tuned on them. Where there is a source it is
named here and in `docs/score.md`; the rest are judgements, and the sensitivity table varies them.
A day is a whole number, 0 for today and negative before; reliability is in log-odds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import ceil, exp, log, sqrt
from random import Random
from typing import Literal

from netlog.domain.records import ObligationKind

MONTH = 30
YEAR = 365.25
PROBLEM_SHOWS_AFTER = 10  # Days from an introduction to the problem with it.
LATEST_TOLD = 60  # Who says that it will not come says so within this many days after the due date.

Role = Literal["culprit", "introducer"]


@dataclass(frozen=True)
class Habit:
    """How a kind of obligation answers to reliability: the two-parameter logistic model.

    It is kept on time with log-odds `slope` x (reliability + `ease`). `share` is how many of the
    occasions are of this kind, `term` the days until it is due.
    """

    share: float
    ease: float
    slope: float
    term: int


@dataclass(frozen=True)
class World:
    """What is assumed of people, of the kinds of obligation, and of who keeps the ledger."""

    reliability: float = 0.7  # The middle of the population: 6 in 10 obligations on time.
    spread: float = 1.2  # Two single acts of a person then correlate with 0.3 (Epstein 1979).
    yearly_correlation: float = 0.8  # Of a person's reliability with that of a year ago.
    pulled_back: bool = True  # False: a random walk, away from the population's middle for ever.
    years_known: tuple[float, float] = (0.1, 5.0)
    occasions_per_year: float = 3.0  # The median; a few people are met far more often.
    occasions_spread: float = 0.8  # Of the logarithm.
    habits: Mapping[ObligationKind, Habit] = field(
        default_factory=lambda: {
            "thanks": Habit(share=0.40, ease=-0.3, slope=0.7, term=7),
            "reply": Habit(share=0.25, ease=0.3, slope=0.8, term=3),
            "promise": Habit(share=0.20, ease=0.0, slope=1.0, term=7),
            "response": Habit(share=0.10, ease=0.2, slope=1.0, term=3),
            # Owed only after a problem:
            "apology": Habit(share=0.0, ease=0.0, slope=0.8, term=1),
            "replacement": Habit(share=0.0, ease=-0.5, slope=1.0, term=7),
        }
    )
    introducing: float = 0.05  # The share of occasions on which they introduce others.
    bunches: tuple[float, ...] = (0.75, 0.15, 0.07, 0.03)  # 1, 2, 3, 4 thanks owed in a week.
    in_one_go: bool = False  # True: for a bunch they decide but once, to thank or not to.
    parts: tuple[float, ...] = (0.85, 0.10, 0.05)  # 1, 2, 3 things promised at once.
    late_at_all: float = 0.5  # What misses its day still comes, at average reliability.
    late_slope: float = 0.7
    delay: float = 7.0  # Median days late, at average reliability; log-normal (Stouffer 2006).
    delay_slope: float = -0.4
    delay_spread: float = 1.2
    told: float = 0.15  # Of what never comes: somebody says so.
    unrecorded: float = 0.03  # Was kept, but the user never wrote it down.
    waived: float = 0.03
    problem: Mapping[Role, tuple[float, float]] = field(
        default_factory=lambda: {"culprit": (0.05, -0.9), "introducer": (0.05, -0.3)}
    )  # Chance for each introduction at average reliability, and its slope.

    @property
    def monthly_correlation(self) -> float:
        """Of a person's reliability with that of the month before."""
        return float(self.yearly_correlation ** (MONTH / YEAR))

    @property
    def monthly_drift(self) -> float:
        """The standard deviation of what a month adds; with the pull, the spread stays."""
        return self.spread * sqrt(1 - self.monthly_correlation**2)

    def on_time(self, kind: ObligationKind, reliability: float) -> float:
        """The chance that an obligation of this kind is kept on time."""
        habit = self.habits[kind]
        return share(habit.slope * (reliability + habit.ease))

    def truth(self, reliability: float) -> float:
        """The chance that the next obligation, of the usual mix of kinds, is kept on time."""
        shares = sum(habit.share for habit in self.habits.values())
        return (
            sum(
                habit.share * self.on_time(kind, reliability) for kind, habit in self.habits.items()
            )
            / shares
        )

    def comes_late(self, reliability: float) -> float:
        """The chance that what was not kept on time comes at all."""
        return share(log_odds(self.late_at_all) + self.late_slope * self._above(reliability))

    def usual_delay(self, reliability: float) -> float:
        """The logarithm of the median days that it then comes late."""
        return log(self.delay) + self.delay_slope * self._above(reliability)

    def problem_chance(self, role: Role, reliability: float) -> float:
        """The chance that an introduction ends in a problem."""
        usual, slope = self.problem[role]
        return share(log_odds(usual) + slope * self._above(reliability))

    def _above(self, reliability: float) -> float:
        return reliability - self.reliability


@dataclass(frozen=True, slots=True)
class Part:
    """What the ledger says of one promised thing: kept or broken on a day, or nothing yet."""

    ending: Literal["kept", "broken"] | None = None
    on: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What the ledger says of one thing that was owed; `bunch` of them, where all are alike."""

    kind: ObligationKind
    opened: int
    due: int
    parts: tuple[Part, ...]
    bunch: int = 1


@dataclass(frozen=True, slots=True)
class Introduction:
    """One in which the contact had this role, and whether there was a problem, once it shows."""

    role: Role
    on: int
    problem: bool
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """One who was made up: what is hidden, and what the ledger holds."""

    truth: float
    next_kept: bool
    first_day: int
    acts: tuple[Act, ...]
    introductions: tuple[Introduction, ...]

    @property
    def has_a_record(self) -> bool:
        """Whether the ranking has them: they owe or owed something, or had a part in a problem."""
        return bool(self.acts) or any(each.problem for each in self.introductions)


def people(world: World, seed: int, count: int) -> Iterator[Contact]:
    """Make contacts up: the same ones for the same seed."""
    random = Random(seed)  # noqa: S311 - it must be repeatable, not secret.
    for _ in range(count):
        yield _Life(world, random).told()


class _Life:
    """One contact's time in the ledger."""

    def __init__(self, world: World, random: Random) -> None:
        self.world, self.random = world, random
        years = random.uniform(*world.years_known)
        self.first_day = -ceil(years * YEAR)
        self.states = self._drift(-self.first_day // MONTH + 1)
        rate = world.occasions_per_year * random.lognormvariate(0, world.occasions_spread)
        self.occasions = sorted(
            random.randint(self.first_day, 0) for _ in range(_poisson(random, rate * years))
        )
        self.acts: list[Act] = []
        self.introductions: list[Introduction] = []

    def told(self) -> Contact:
        for day in self.occasions:
            self._live(day)
        if not self.world.in_one_go:
            self.acts = _thanked(self.acts)
        truth = self.world.truth(self.states[-1])
        return Contact(
            truth=truth,
            next_kept=self.random.random() < truth,
            first_day=self.first_day,
            acts=tuple(self.acts),
            introductions=tuple(self.introductions),
        )

    def _drift(self, months: int) -> list[float]:
        world, random = self.world, self.random
        pull = world.monthly_correlation if world.pulled_back else 1.0
        states = [random.gauss(world.reliability, world.spread)]
        for _ in range(months - 1):
            kept = world.reliability + pull * (states[-1] - world.reliability)
            states.append(random.gauss(kept, world.monthly_drift))
        return states

    def _at(self, day: int) -> float:
        return self.states[-1 - max(-day, 0) // MONTH]

    def _live(self, day: int) -> None:
        habits = self.world.habits
        kinds: list[ObligationKind | None] = [*habits, None]
        shares = [*(habit.share for habit in habits.values()), self.world.introducing]
        (kind,) = self.random.choices(kinds, shares)
        if kind is None:
            self._introduce(day)
            return
        if kind == "thanks":
            self._owe_thanks(day)
            return
        self._owe(kind, day)
        if kind == "response":
            problem = self._problem("culprit", day)
            self.introductions.append(Introduction("culprit", day, problem))

    def _owe_thanks(self, day: int) -> None:
        number = _number(self.random, self.world.bunches)
        if self.world.in_one_go:
            self._owe("thanks", day, bunch=number)
            return
        for later in (0, *(self.random.randint(0, 6) for _ in range(number - 1))):
            if day + later <= 0:
                self._owe("thanks", day + later)

    def _introduce(self, day: int) -> None:
        problem = self._problem("introducer", day)
        shown = day + PROBLEM_SHOWS_AFTER
        amends = [self._owe(kind, shown) for kind in ("apology", "replacement") if problem]
        self.introductions.append(
            Introduction("introducer", day, problem, recovered=problem and all(amends))
        )

    def _problem(self, role: Role, day: int) -> bool:
        happens = self.random.random() < self.world.problem_chance(role, self._at(day))
        return happens and day + PROBLEM_SHOWS_AFTER <= 0

    def _owe(self, kind: ObligationKind, day: int, *, bunch: int = 1) -> bool:
        """Write down what came of an obligation; return whether the ledger says it was kept."""
        world, random = self.world, self.random
        due = day + world.habits[kind].term
        parts = _number(random, world.parts) if kind == "promise" else 1
        fates = tuple(self._fate(kind, day, due, may_tell=parts == 1) for _ in range(parts))
        if random.random() < world.waived:
            return False
        self.acts.append(Act(kind, day, due, fates, bunch))
        return all(fate.ending == "kept" for fate in fates)

    def _fate(self, kind: ObligationKind, day: int, due: int, *, may_tell: bool) -> Part:
        """What the ledger will know of it by today."""
        world, random, reliability = self.world, self.random, self._at(due)
        seen = random.random() >= world.unrecorded
        if random.random() < world.on_time(kind, reliability):
            return _by_today(Part("kept", random.randint(day, due)), seen=seen)
        if random.random() < world.comes_late(reliability):
            delay = random.lognormvariate(world.usual_delay(reliability), world.delay_spread)
            return _by_today(Part("kept", due + ceil(delay)), seen=seen)
        said = may_tell and random.random() < world.told
        return _by_today(Part("broken", due + random.randint(1, LATEST_TOLD)), seen=said)


def _thanked(acts: list[Act]) -> list[Act]:
    """The acts by the rule that a thank-you settles every thanks that is open on its day."""
    told = dict(enumerate(acts))
    waiting = {number for number, act in told.items() if act.kind == "thanks"}
    ends = sorted(
        (part.on, number)
        for number in waiting
        for part in acts[number].parts
        if part.on is not None
    )
    for day, number in ends:
        if number not in waiting:
            continue  # They thanked for it before, together with something else.
        (part,) = acts[number].parts
        thanked_for = {one for one in waiting if acts[one].opened <= day}
        settled = thanked_for if part.ending == "kept" else {number}
        told.update({one: replace(acts[one], parts=(part,)) for one in settled})
        waiting -= settled
    return list(told.values())


def _by_today(part: Part, *, seen: bool) -> Part:
    return part if seen and part.on is not None and part.on <= 0 else Part()


def _number(random: Random, chances: tuple[float, ...]) -> int:
    (number,) = random.choices(range(1, len(chances) + 1), chances)
    return number


def _poisson(random: Random, mean: float) -> int:
    """The number of arrivals in a time in which `mean` are expected."""
    count, waited = 0, random.expovariate(1)
    while waited < mean:
        count, waited = count + 1, waited + random.expovariate(1)
    return count


def share(odds: float) -> float:
    """The chance with these log-odds."""
    return 1 / (1 + exp(-odds))


def log_odds(chance: float) -> float:
    """The log-odds of a chance."""
    return log(chance / (1 - chance))
