"""What all the evidence on a contact amounts to: the score, its place, and the verdict.

The score is the Beta distribution that begins where the population stands and moves with the sums
of the evidence (design, section 3, `report`, whose eight properties hold here). `docs/score.md` has
the model, the figures, and how well they do.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from math import fsum, log1p
from typing import Literal, NamedTuple

from netlog.domain.score.beta import Quantiles, mean
from netlog.domain.score.credit import MEETINGS_AT_MOST, Evidence, meetings_at_most
from netlog.domain.score.population import BUILT_IN, Population

Verdict = Literal["refer", "with care", "unknown", "hold off"]  # as the ranking goes

_CROWDING = 7.0  # The weight from which more of it tells clearly less: people change.
DECIMALS = 4  # Of a figure in a document.
LOW, HIGH = 0.1, 0.9  # The ends of the central 80 % interval.
_LOW_END, _HIGH_END = Quantiles(LOW), Quantiles(HIGH)

# In percent, as printed, because equal figures have equal verdicts.
REFER_FROM = 50  # Also at the cautious end, half is kept.
HOLD_OFF_BELOW = 68  # Even at the hopeful end, one in three fails: a broken promise does it.
NOTHING_TOLD = 1  # What moves no figure by more has told nothing.


@dataclass(frozen=True, slots=True)
class Score:
    """The estimated chance, the ends of its central 80 % interval, and all weight behind it."""

    mean: float
    low: float
    high: float
    weight: float

    @property
    def rank(self) -> float:
        """What contacts with the same verdict are ordered by: half as cautious as the low end."""
        return (self.mean + self.low) / 2


class Printed(NamedTuple):
    """The figures of a score in whole percents, as they are printed."""

    mean: int
    low: int
    high: int


class _Lines(NamedTuple):
    """What a verdict is judged by, in one population."""

    stranger: Printed
    hold_off_below: int


def score(evidence: Iterable[Evidence], population: Population = BUILT_IN) -> Score:
    """Return the estimate that all the evidence on one contact, in any order, amounts to."""
    pairs = [(line.credit, line.debit) for line in meetings_at_most(evidence)]
    credit, debit = fsum(credit for credit, _ in pairs), fsum(debit for _, debit in pairs)
    return score_of(credit, debit, population)


def score_of(credit: float, debit: float, population: Population = BUILT_IN) -> Score:
    """Return the estimate for the sums of all credit and all debit of one contact."""
    a, b = _shapes(credit, debit, population)
    return Score(mean=mean(a, b), low=_LOW_END(a, b), high=_HIGH_END(a, b), weight=credit + debit)


def verdict(score: Score, population: Population = BUILT_IN) -> Verdict:
    """Return whether to put the contact's name forward, judged from the figures as printed.

    To hold off needs evidence of its own: below where the population stands, and more than missing
    thanks for meetings can ever be.
    """
    return _verdict(score.mean, score.low, lambda: score.high, population)


def placed(credit: float, debit: float, population: Population) -> tuple[Verdict, float]:
    """Return the verdict and the rank of `score_of`, mostly without the work for the high end."""
    a, b = _shapes(credit, debit, population)
    expected, low = mean(a, b), _LOW_END(a, b)
    said = _verdict(expected, low, lambda: _HIGH_END(a, b), population)
    return said, (expected + low) / 2


def told_by(weight: float) -> float:
    """Return the share of its weight that evidence tells: all of little, ever less of much."""
    return _CROWDING * log1p(weight / _CROWDING) / weight if weight else 1.0


def printed(score: Score) -> Printed:
    """Return the figures of a score in whole percents."""
    return Printed(percent(score.mean), percent(score.low), percent(score.high))


def percent(share: float) -> int:
    """Return a share in whole percents, as it is printed and judged everywhere.

    It is rounded as documents have it first: a page, which knows no more, has the same figure.
    """
    return round(100 * round(share, DECIMALS))


def _shapes(credit: float, debit: float, population: Population) -> tuple[float, float]:
    share = told_by(credit + debit)
    return population.kept + share * credit, population.failed + share * debit


def _verdict(
    expected: float, low: float, high: Callable[[], float], population: Population
) -> Verdict:
    stranger, hold_off_below = _lines(population)
    at_all, at_least = percent(expected), percent(low)
    is_usual = (
        abs(at_all - stranger.mean) <= NOTHING_TOLD and abs(at_least - stranger.low) <= NOTHING_TOLD
    )
    if is_usual and abs(percent(high()) - stranger.high) <= NOTHING_TOLD:
        return "unknown"
    if at_least >= REFER_FROM:
        return "refer"
    is_below = at_all < stranger.mean and percent(high()) < hold_off_below
    return "hold off" if is_below else "with care"


@cache
def _lines(population: Population) -> _Lines:
    stranger = printed(score_of(0.0, 0.0, population))
    never_thanked = printed(score_of(0.0, MEETINGS_AT_MOST, population))
    return _Lines(stranger, min(HOLD_OFF_BELOW, never_thanked.high))
