"""The score: how far a contact can be relied on, with the evidence that it rests on.

It estimates the chance that the next obligation is kept on time (design, section 3, `report`,
whose eight properties hold here). Each piece of evidence adds a weight for (`credit`) or against
(`debit`) to a Beta distribution that begins where a stranger stands. The figures were tuned on
simulated contacts whose reliability is known; `docs/score.md` has the model, the figures, and how
well they do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp2, fsum, log1p
from typing import Literal

from netlog.domain.projection.terms import after
from netlog.domain.records import Obligation, ObligationKind, Settlement
from netlog.domain.score.beta import Quantiles, mean
from netlog.domain.standing import Standing, days_overdue, parts_done, standing

EvidenceKind = ObligationKind | Literal["problem"]
EvidenceStanding = Standing | Literal["problem"]
ProblemRole = Literal["culprit", "introducer"]
Deed = tuple[ObligationKind, int, int, date]  # the kind, who did it to whom, and when
Verdict = Literal["refer", "with care", "hold off", "unknown"]


@dataclass(frozen=True, slots=True)
class Importance:
    """What it weighs that an obligation of a kind was kept, and that it was not."""

    kept: float
    failed: float


# A failure says more than a success, as most things are kept.
IMPORTANCE: Mapping[ObligationKind, Importance] = {
    "thanks": Importance(1.4, 1.9),
    "reply": Importance(1.4, 2.2),
    "update": Importance(1.4, 2.2),
    "check-response": Importance(1.4, 2.2),
    "check-outcome": Importance(1.4, 2.2),
    "response": Importance(1.4, 2.2),
    "apology": Importance(1.4, 2.2),
    "replacement": Importance(1.4, 2.2),
    "promise": Importance(1.8, 2.7),
    "touch": Importance(0.5, 0.75),
}
PROBLEM_IMPORTANCE: Mapping[ProblemRole, float] = {"culprit": 3.0, "introducer": 2.3}
SETTLED_TOGETHER: tuple[ObligationKind, ...] = ("thanks", "apology")

HALF_LIFE_DAYS = 450.0  # The default: what happened fifteen months ago counts half.
PATIENCE_DAYS = 4.5  # The time in which half the patience with a late item is used up.
WORTH_DAYS = 25.0  # The time in which what comes late loses half its worth.
FULL_DAYS = 60  # An overdue item is a full failure by then (to 0.01 %), and begins to fade.

STRANGER = (3.2, 1.9)  # Of strangers 63 in 100 obligations are kept, as sure as 5 would make it.
CROWDING = 7.0  # The weight from which more of it tells clearly less: people change.
LOW, HIGH = 0.1, 0.9  # The ends of the central 80 % interval.
_LOW_END, _HIGH_END = Quantiles(LOW), Quantiles(HIGH)

KNOWN_FROM = 0.5  # Less weight than this tells nothing.
REFER_FROM = 0.5  # Also at the cautious end, more is kept than not.
HOLD_OFF_BELOW = 2 / 3  # Even at the hopeful end, one in three fails: a broken promise does it.


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line that the score is a sum of.

    `event_id` is the event that opened the obligation, or the problem itself, whose `due_on` is
    the day it happened. `settled_on` is None while an obligation is open, and for a problem.
    `credit` counts for the contact and `debit` against, both after fading and never negative.
    `deed` is the same for all that one thank-you, or one apology, settled.
    """

    obligation_id: int | None
    event_id: int
    kind: EvidenceKind
    due_on: date
    settled_on: date | None
    standing: EvidenceStanding
    credit: float
    debit: float
    deed: Deed | None = None

    @property
    def weight(self) -> float:
        """What it adds on balance: positive for the contact, negative against."""
        return self.credit - self.debit

    @property
    def is_counted_elsewhere(self) -> bool:
        """Whether what kept it is credited to another line, see `each_deed_once`."""
        return self.deed is not None and self.credit == 0


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

    Fading starts at the due date for what was kept, so that putting it off gains nothing; for a
    broken word when it was given up; and for what is overdue when it counts in full.

    Args:
        obligation: of any kind, open or closed.
        settlements: all those of this obligation, in any order.
        today: the day to judge from.
        half_life_days: the days in which evidence loses half its weight; positive.
    """
    its_standing = standing(obligation, settlements, today)
    if its_standing in ("open", "due", "waived"):
        return None
    importance = IMPORTANCE[obligation.kind]
    worth, failed = _parts_kept(obligation, settlements)
    if its_standing in ("kept", "late"):
        since = obligation.due_on
    else:
        worth = 0.0
        missing = 1 - parts_done(settlements) / obligation.times
        failed += missing * (
            1.0 if its_standing == "broken" else _impatience(days_overdue(obligation, today))
        )
        since = obligation.closed_on or after(obligation.due_on, FULL_DAYS)
    share = fading(since, today, half_life_days)
    return Evidence(
        obligation_id=obligation.id,
        event_id=obligation.event_id,
        kind=obligation.kind,
        due_on=obligation.due_on,
        settled_on=obligation.closed_on,
        standing=its_standing,
        credit=importance.kept * worth * share,
        debit=importance.failed * failed * share,
        deed=_deed(obligation) if its_standing in ("kept", "late") else None,
    )


def each_deed_once(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence with one credit for each deed, however many obligations it settled.

    One thank-you closes every open thanks (design, section 2), which tells no more of somebody
    than a thank-you for the last of them. That one keeps its credit; how long the others had
    waited still counts against.
    """
    lines = list(evidence)
    credited: dict[Deed, int] = {}
    for place, line in enumerate(lines):
        if line.deed is None:
            continue
        before = credited.setdefault(line.deed, place)
        if before == place:
            continue
        is_greater = line.credit > lines[before].credit
        credited[line.deed], less = (place, before) if is_greater else (before, place)
        lines[less] = replace(lines[less], credit=0.0)
    return lines


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
        recovered: whether no amends of the introducer are missing.
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
        debit=PROBLEM_IMPORTANCE[role] * fading(happened_on, today, half_life_days),
    )


def kept_after(kind: ObligationKind, days_late: int) -> tuple[float, float]:
    """Return the credit and the debit, before fading, of what was kept whole so many days late."""
    importance = IMPORTANCE[kind]
    return importance.kept * _worth(days_late), importance.failed * _impatience(days_late)


def score(evidence: Iterable[Evidence]) -> Score:
    """Return the estimate that all the evidence on one contact, in any order, amounts to."""
    pairs = [(line.credit, line.debit) for line in evidence]
    return score_of(fsum(credit for credit, _ in pairs), fsum(debit for _, debit in pairs))


def score_of(credit: float, debit: float) -> Score:
    """Return the estimate for the sums of all credit and all debit of one contact."""
    a, b = _shapes(credit, debit)
    return Score(
        mean=mean(a, b),
        low=_LOW_END(a, b),
        high=_HIGH_END(a, b),
        weight=credit + debit,
    )


def low_end_of(credit: float, debit: float) -> float:
    """Return only the cautious end of `score_of`, in half the time."""
    return _LOW_END(*_shapes(credit, debit))


def verdict(score: Score) -> Verdict:
    """Return whether to put the contact's name forward, judged from the ends of the interval."""
    if score.weight < KNOWN_FROM:
        return "unknown"
    if score.low >= REFER_FROM:
        return "refer"
    return "hold off" if score.high < HOLD_OFF_BELOW else "with care"


def _shapes(credit: float, debit: float) -> tuple[float, float]:
    weight = credit + debit
    share = CROWDING * log1p(weight / CROWDING) / weight if weight else 1.0
    return STRANGER[0] + share * credit, STRANGER[1] + share * debit


def _parts_kept(obligation: Obligation, settlements: Sequence[Settlement]) -> tuple[float, float]:
    """Return the shares of the obligation that the kept parts are worth, and fail by lateness."""
    parts = [
        (settlement.times, max(days_overdue(obligation, settlement.settled_on), 0))
        for settlement in settlements
        if settlement.ending == "kept"
    ]
    worth = fsum(times * _worth(days) for times, days in parts)
    failed = fsum(times * _impatience(days) for times, days in parts)
    return worth / obligation.times, failed / obligation.times


def _deed(obligation: Obligation) -> Deed | None:
    """Return what kept it, where the same may have kept others: all thanks of a day are one."""
    if obligation.kind not in SETTLED_TOGETHER or obligation.closed_on is None:
        return None
    return obligation.kind, obligation.debtor_id, obligation.creditor_id, obligation.closed_on


def _worth(days: int) -> float:
    """Return what is left of the worth of a part, 1 on the due date or before, towards 0."""
    return exp2(-max(days, 0) / WORTH_DAYS)


def _impatience(days: int) -> float:
    """Return how much of the patience is gone, 0 on the due date or before, towards 1."""
    return 1 - exp2(-max(days, 0) / PATIENCE_DAYS)


def fading(since: date, today: date, half_life_days: float) -> float:
    """Return the share of its weight that evidence keeps at its age: 1 when new, towards 0."""
    return exp2(-max((today - since).days, 0) / half_life_days)
