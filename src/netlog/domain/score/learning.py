"""Learning the population from a ledger: where its people stand, how far apart, and how steady.

Everything that was owed is foretold from what there was before of the same person, under each of a
set of populations; those that foretell better count more. The built-in population is the prior of
that, so few things change little. It is an empirical Bayes estimate of a hierarchical model on a
grid, with a prequential likelihood. `docs/score.md` says how well it does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import exp, exp2, log, log1p
from typing import NamedTuple

from netlog.domain.score.credit import Evidence
from netlog.domain.score.estimate import told_by
from netlog.domain.score.population import BUILT_IN, ENOUGH_PEOPLE, Population

_SURENESS = tuple(2 * 18 ** (step / 8) for step in range(9))  # From 2 to 36 things.
_STEADINESS = tuple(exp2(step / 2 - 2) for step in range(9))  # Half-lives, 1/4 to 4 usual ones.
_LEAST, _MOST = 0.2, 0.78  # Beyond, one good deed would stand above nine of ten.

# How much the built-in population counts: as things, and as deviations of logarithms.
_THINGS_KNOWN, _THINGS_OF_A_KIND_KNOWN = 10.0, 20.0
_SURENESS_VARIES, _STEADINESS_VARIES = 1.2, 0.6
_USUAL_SURENESS = BUILT_IN.kept + BUILT_IN.failed
_ALIKE = 0.2  # Two things of one person: so many more of the same tell less of the others.

# What differs from it in all made-up worlds, see `docs/score.md`.
_LONGER, _SURER, _UNWRITTEN = 1.5, 1.1, 0.01


class _Thing(NamedTuple):
    """One thing that was owed: when, and what it says. `in_time` is None where it tells nothing."""

    day: int
    kind: str
    in_time: bool | None
    credit: float
    debit: float


class _Foretold(NamedTuple):
    """A thing with what was known before it, and the odds of its kind beside the usual ones."""

    credit: float
    debit: float
    ease: float
    in_time: bool


def learn(people: Iterable[Iterable[Evidence]], half_life_days: float, until: date) -> Population:
    """Return the population that a ledger tells of; the built-in one where it knows too few.

    Thanks for meetings are left out: many forget them, and they say little.

    Args:
        people: the evidence on each, by the end of that day and not faded, problems apart.
        half_life_days: what the half-life is where nothing is known.
        until: the last day that was looked at.
    """
    known = [things for lines in people if (things := _things(lines))]
    if len(known) < ENOUGH_PEOPLE:
        return Population(half_life=half_life_days)
    in_time = _share_in_time(known)
    ease = _ease_by_kind(known, in_time)
    foretold = [
        list(_foretold(known, ease, steadiness * half_life_days / _LONGER))
        for steadiness in _STEADINESS
    ]
    sureness, steadiness = _sureness_and_steadiness(foretold, in_time)
    stands = min(max(in_time + _UNWRITTEN, _LEAST), _MOST)
    return Population(
        kept=round(stands * sureness, 2),
        failed=round((1 - stands) * sureness, 2),
        half_life=float(round(steadiness * half_life_days)),
        things=len(foretold[0]),
        people=len(known),
        until=until,
    )


def _things(lines: Iterable[Evidence]) -> list[_Thing]:
    """What one person owed, in order; nothing where nothing of it tells."""
    things = [
        _Thing(
            line.due_on.toordinal(),
            line.kind,
            None
            if line.standing == "kept" and line.is_counted_elsewhere
            else line.standing == "kept",
            line.credit,
            line.debit,
        )
        for line in lines
        if not line.for_a_meeting
    ]
    if all(thing.in_time is None for thing in things):
        return []
    return sorted(things, key=lambda thing: (thing.day, thing.kind, thing.credit, thing.debit))


def _share_in_time(people: Iterable[Sequence[_Thing]]) -> float:
    """How much is in time where people stand; who owed much tells little more than others."""
    total, kept = _THINGS_KNOWN, _THINGS_KNOWN * BUILT_IN.in_time
    for things in people:
        outcomes = [thing.in_time for thing in things if thing.in_time is not None]
        weight = 1 / (1 + _ALIKE * (len(outcomes) - 1))
        total += weight * len(outcomes)
        kept += weight * sum(outcomes)
    return kept / total


def _ease_by_kind(people: Iterable[Sequence[_Thing]], in_time: float) -> Mapping[str, float]:
    """The odds that something of a kind is in time, as a multiple of the usual odds."""
    totals, kept = Counter[str](), Counter[str]()
    for things in people:
        for thing in things:
            if thing.in_time is not None:
                totals[thing.kind] += 1
                kept[thing.kind] += thing.in_time
    known = _THINGS_OF_A_KIND_KNOWN
    shares = {kind: (kept[kind] + known * in_time) / (totals[kind] + known) for kind in totals}
    return {kind: _odds(share) / _odds(in_time) for kind, share in shares.items()}


def _foretold(
    people: Iterable[Sequence[_Thing]], ease: Mapping[str, float], half_life_days: float
) -> Iterator[_Foretold]:
    """Each thing with the sums of what the same person had done before, faded until its day."""
    for things in people:
        credit, debit, day = 0.0, 0.0, things[0].day
        for thing in things:
            left = exp2((day - thing.day) / half_life_days)
            credit, debit, day = credit * left, debit * left, thing.day
            if thing.in_time is not None:
                share = told_by(credit + debit)
                yield _Foretold(share * credit, share * debit, ease[thing.kind], thing.in_time)
            credit, debit = credit + thing.credit, debit + thing.debit


def _sureness_and_steadiness(
    foretold: Sequence[Sequence[_Foretold]], in_time: float
) -> tuple[float, float]:
    """How sure one can be of anybody, and for how long: the average of all, by likelihood."""
    likelihoods = {
        (sureness, steadiness): _likelihood(things, in_time, sureness)
        - _deviation(sureness / _USUAL_SURENESS, _SURENESS_VARIES)
        - _deviation(steadiness, _STEADINESS_VARIES)
        for steadiness, things in zip(_STEADINESS, foretold, strict=True)
        for sureness in _SURENESS
    }
    most = max(likelihoods.values())
    shares = {pair: exp(likelihood - most) for pair, likelihood in likelihoods.items()}
    total = sum(shares.values())
    return (
        exp(sum(share * log(sureness) for (sureness, _), share in shares.items()) / total),
        exp(sum(share * log(steadiness) for (_, steadiness), share in shares.items()) / total),
    )


def _deviation(ratio: float, usual: float) -> float:
    """What it costs in likelihood to be so far from the built-in figure."""
    return (log(ratio) / usual) ** 2 / 2


def _likelihood(things: Iterable[_Foretold], in_time: float, sureness: float) -> float:
    """The logarithm of how likely it all was, had one known where people stand and how sure."""
    kept = in_time * sureness / _SURER
    failed = sureness / _SURER - kept
    total = 0.0
    for credit, debit, ease, was_in_time in things:
        odds = (kept + credit) / (failed + debit) * ease
        total -= log1p(1 / odds if was_in_time else odds)
    return total


def _odds(share: float) -> float:
    return share / (1 - share)
