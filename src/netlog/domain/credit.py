"""The score: how far a contact can be relied on, with the evidence that it rests on.

It estimates the chance that the next obligation is kept on time (design, section 3, `report`,
whose eight properties hold here). Each piece of evidence adds a weight for (`credit`) or against
(`debit`) to a Beta distribution that begins with one of each: Laplace's rule of succession. The
importances are judgements, ordered by what each failure costs the one who gave their name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp2, fsum
from typing import Literal

from netlog.domain.beta import mean, quantile
from netlog.domain.records import Obligation, ObligationKind, Settlement
from netlog.domain.standing import Standing, days_overdue, parts_done, standing

EvidenceKind = ObligationKind | Literal["problem"]
EvidenceStanding = Standing | Literal["problem"]
ProblemRole = Literal["culprit", "introducer"]
Verdict = Literal["refer", "with care", "hold off", "unknown"]

IMPORTANCE: Mapping[ObligationKind, float] = {
    "thanks": 1.0,
    "reply": 1.0,
    "update": 1.0,
    "check-response": 1.0,
    "check-outcome": 1.0,
    "response": 1.5,
    "apology": 1.5,
    "replacement": 1.5,
    "promise": 2.0,
    "touch": 0.5,
}
PROBLEM_IMPORTANCE: Mapping[ProblemRole, float] = {"culprit": 3.0, "introducer": 2.0}

HALF_LIFE_DAYS = 365.0  # The default: what happened a year ago counts half.
PATIENCE_DAYS = 7.0  # The time in which half the patience with a late item is used up.
LATE_FAILURE = 0.75  # Very late is better than never, by the rest.

PRIOR = 1.0  # On each side: without evidence, every share is as likely as any other.
LOW, HIGH = 0.1, 0.9  # The ends of the central 80 % interval.

KNOWN_FROM = 0.5  # Less weight than half a thank-you tells nothing.
REFER_FROM = 0.5  # Also at the cautious end, more is kept than not.
HOLD_OFF_BELOW = 0.6  # Even at the hopeful end: a broken promise does, one missed thank-you not.


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line that the score is a sum of.

    `event_id` is the event that opened the obligation, or the problem itself, whose `due_on` is
    the day it happened. `settled_on` is None while an obligation is open, and for a problem.
    `credit` counts for the contact and `debit` against, both after fading and never negative.
    """

    obligation_id: int | None
    event_id: int
    kind: EvidenceKind
    due_on: date
    settled_on: date | None
    standing: EvidenceStanding
    credit: float
    debit: float

    @property
    def weight(self) -> float:
        """What it adds on balance: positive for the contact, negative against."""
        return self.credit - self.debit


@dataclass(frozen=True, slots=True)
class Score:
    """The estimated chance, the ends of its central 80 % interval, and all weight behind it."""

    mean: float
    low: float
    high: float
    weight: float


def weigh(
    obligation: Obligation,
    settlements: Sequence[Settlement],
    today: date,
    half_life_days: float = HALF_LIFE_DAYS,
) -> Evidence | None:
    """Return what an obligation says about its debtor; None where it says nothing (yet).

    Each part of a promise counts by its own day. While something is missing, the parts that came
    earn no credit; they only stop counting as missing.

    Fading starts at the due date for what was kept, so that putting it off gains nothing, and
    for a broken word when it was given up. What is overdue fails today and does not fade.

    Args:
        obligation: of any kind, open or closed.
        settlements: all those of this obligation, in any order.
        today: the day to judge from.
        half_life_days: the days in which evidence loses half its weight; positive.
    """
    now = standing(obligation, settlements, today)
    if now in ("open", "due", "waived"):
        return None
    late = _failed_by_lateness(obligation, settlements)
    importance = IMPORTANCE[obligation.kind]
    if now in ("kept", "late"):
        weight = importance * _fading(obligation.due_on, today, half_life_days)
        credit, debit = weight * (1 - late), weight * late
    else:
        missing = 1 - parts_done(settlements) / obligation.times
        gone = 1.0 if now == "broken" else _impatience(days_overdue(obligation, today))
        weight = importance * _fading(obligation.closed_on or today, today, half_life_days)
        credit, debit = 0.0, weight * (late + missing * gone)
    return Evidence(
        obligation_id=obligation.id,
        event_id=obligation.event_id,
        kind=obligation.kind,
        due_on=obligation.due_on,
        settled_on=obligation.closed_on,
        standing=now,
        credit=credit,
        debit=debit,
    )


def weigh_problem(
    event_id: int,
    happened_on: date,
    *,
    role: ProblemRole,
    recovered: bool,
    today: date,
    half_life_days: float = HALF_LIFE_DAYS,
) -> Evidence | None:
    """Return what a problem says about one contact; None once an introducer made up for it.

    Args:
        event_id: the problem.
        happened_on: its day, from which it fades.
        role: what the contact was in it: the one it is with, or who introduced that one.
        recovered: whether the introducer's apology and replacement are kept.
        today: the day to judge from.
        half_life_days: the days in which evidence loses half its weight; positive.
    """
    if recovered and role == "introducer":
        return None
    return Evidence(
        obligation_id=None,
        event_id=event_id,
        kind="problem",
        due_on=happened_on,
        settled_on=None,
        standing="problem",
        credit=0.0,
        debit=PROBLEM_IMPORTANCE[role] * _fading(happened_on, today, half_life_days),
    )


def score(evidence: Iterable[Evidence]) -> Score:
    """Return the estimate that all the evidence on one contact, in any order, amounts to."""
    pairs = [(each.credit, each.debit) for each in evidence]
    credit, debit = fsum(credit for credit, _ in pairs), fsum(debit for _, debit in pairs)
    a, b = PRIOR + credit, PRIOR + debit
    return Score(
        mean=mean(a, b),
        low=quantile(LOW, a, b),
        high=quantile(HIGH, a, b),
        weight=credit + debit,
    )


def verdict(score: Score) -> Verdict:
    """Return whether to put the contact's name forward, judged from the ends of the interval."""
    if score.weight < KNOWN_FROM:
        return "unknown"
    if score.low >= REFER_FROM:
        return "refer"
    return "hold off" if score.high < HOLD_OFF_BELOW else "with care"


def _failed_by_lateness(obligation: Obligation, settlements: Sequence[Settlement]) -> float:
    """Return the share of the obligation that failed by coming late, 0 to `LATE_FAILURE`."""
    failed = fsum(
        each.times * LATE_FAILURE * _impatience(days_overdue(obligation, each.settled_on))
        for each in settlements
        if each.ending == "kept"
    )
    return failed / obligation.times


def _impatience(days: int) -> float:
    """Return how much of the patience is gone, 0 on the due date or before, towards 1."""
    return 1 - exp2(-max(days, 0) / PATIENCE_DAYS)


def _fading(since: date, today: date, half_life_days: float) -> float:
    """Return the share of its weight that evidence keeps at its age: 1 when new, towards 0."""
    return exp2(-max((today - since).days, 0) / half_life_days)
