"""The evidence that a score rests on: what each obligation and each problem says of a contact.

Each piece of evidence has a weight for (`credit`) or against (`debit`). The figures were tuned on
simulated contacts whose reliability is known; `docs/score.md` has the model, the figures, and how
well they do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp2, fsum
from typing import Literal

from netlog.domain.projection.terms import after
from netlog.domain.records import EventKind, Obligation, ObligationKind, Settlement
from netlog.domain.score.population import HALF_LIFE_DAYS
from netlog.domain.standing import Standing, days_overdue, parts_done, standing

EvidenceKind = ObligationKind | Literal["problem"]
EvidenceStanding = Standing | Literal["problem"]
ProblemRole = Literal["culprit", "introducer"]
Deed = tuple[ObligationKind, int, int, date]  # the kind, who did it to whom, and when
Weighed = ObligationKind | Literal["thanks-meeting"]


@dataclass(frozen=True, slots=True)
class Importance:
    """What it weighs that an obligation of a kind was kept, and that it was not."""

    kept: float
    failed: float


# A failure says more than a success, as most things are kept.
IMPORTANCE: Mapping[Weighed, Importance] = {
    "thanks": Importance(1.4, 1.9),
    "thanks-meeting": Importance(0.45, 0.6),
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

MEETINGS_AT_MOST = 1.0  # That no thanks came for meetings counts against them so far in all.

PATIENCE_DAYS = 4.5  # The time in which half the patience with a late item is used up.
WORTH_DAYS = 25.0  # The time in which what comes late loses half its worth.
FULL_DAYS = 60  # An overdue item is a full failure by then (to 0.01 %), and begins to fade.


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line that the score is a sum of.

    `event_id` is the event that opened the obligation, or the problem itself, whose `due_on` is
    the day it happened. `settled_on` is None while an obligation is open, and for a problem.
    `credit` counts for the contact and `debit` against, both after fading and never negative.
    `deed` is the same for all that one thank-you, or one apology, settled. A thanks for a meeting
    is `for_a_meeting`.
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
    for_a_meeting: bool = False

    @property
    def weight(self) -> float:
        """What it adds on balance: positive for the contact, negative against."""
        return self.credit - self.debit

    @property
    def is_a_sum(self) -> bool:
        """Whether it is no line of its own, but what many say together."""
        return not self.event_id

    @property
    def is_counted_elsewhere(self) -> bool:
        """Whether what kept it is credited to another line, see `each_deed_once`."""
        return self.deed is not None and self.credit == 0


def weigh(
    obligation: Obligation,
    settlements: Sequence[Settlement],
    today: date,
    half_life_days: float = HALF_LIFE_DAYS,
    opened_by: EventKind | None = None,
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
        opened_by: the kind of the event that opened it, which tells of a thanks what it was for.
    """
    its_standing = standing(obligation, settlements, today)
    if its_standing in ("open", "due", "waived"):
        return None
    for_a_meeting = obligation.kind == "thanks" and opened_by == "meeting"
    importance = IMPORTANCE["thanks-meeting" if for_a_meeting else obligation.kind]
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
        for_a_meeting=for_a_meeting,
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


def meetings_at_most(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence with what missing thanks for meetings weigh together held back.

    They are a courtesy that many forget: each weighs little, and all of them `MEETINGS_AT_MOST`.
    """
    lines = list(evidence)
    total = fsum(line.debit for line in lines if line.for_a_meeting)
    if total <= MEETINGS_AT_MOST:
        return lines
    share = MEETINGS_AT_MOST / total
    return [
        replace(line, debit=line.debit * share) if line.for_a_meeting else line for line in lines
    ]


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


def kept_after(kind: Weighed, days_late: int) -> tuple[float, float]:
    """Return the credit and the debit, before fading, of what was kept whole so many days late."""
    importance = IMPORTANCE[kind]
    return importance.kept * _worth(days_late), importance.failed * _impatience(days_late)


def kind_of(weighed: Weighed) -> ObligationKind:
    """Return the kind of an obligation that is weighed as one of these."""
    return "thanks" if weighed == "thanks-meeting" else weighed


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
