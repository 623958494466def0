"""What is only counted of a record too long to tell line by line: my own, after many years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from heapq import nlargest
from typing import NamedTuple

from netlog.domain.records import ObligationKind
from netlog.domain.score.credit import IMPORTANCE, Evidence, Weighed, fading, kept_after
from netlog.domain.score.tally import Sums

MEETING_THANKS = "thanks-meeting"


class Failed(NamedTuple):
    """An obligation that one settlement kept late, or broke; days are ISO text."""

    id: int
    kind: Weighed
    due: str
    settled: str
    kept: bool | int


class Plain(NamedTuple):
    """An introduction without a problem, as far as it is counted. Many are alike.

    `by_them`: the contact gave it, and was not introduced in it. `fee` is "" for what cost nothing.
    """

    by_them: bool
    answered: bool
    happy: bool
    fee: str


@dataclass(frozen=True, slots=True)
class AddedUp:
    """All of a record that its dossier does not tell in full.

    `evidence` is what it says, added up; `against` is how much of it speaks against the contact.
    `record` are the obligations by kind, and how they ended; `plain` the introductions, those alike
    together.
    """

    evidence: tuple[Evidence, ...]
    against: int
    record: Mapping[ObligationKind, Mapping[str, int]]
    plain: Mapping[Plain, int]


def rest(total: Sums, told: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What a record says beyond the lines that are told, added up.

    Thanks for meetings have a line of their own, as they weigh less where they are many.
    """
    credit, debit, unthanked = total
    for line in told:
        credit -= line.credit
        debit -= 0.0 if line.for_a_meeting else line.debit
        unthanked -= line.debit if line.for_a_meeting else 0.0
    return (
        _line(max(credit, 0.0), max(debit, 0.0)),
        _line(0.0, max(unthanked, 0.0), for_a_meeting=True),
    )


def weightiest(
    failed: Iterable[Failed],
    others: Iterable[Evidence],
    most: int,
    today: date,
    half_life_days: float,
) -> tuple[set[int], int]:
    """Which obligations speak most against their debtor, and how many do.

    Of thanks for meetings and of all else as many, as the former may weigh less in the end.

    Args:
        failed: those that one settlement ended.
        others: what the other obligations say.
        most: how many of each sort.
        today: the day to judge from.
        half_life_days: the days in which evidence loses half its weight; positive.
    """

    @cache
    def faded(day: str) -> float:
        return fading(date.fromisoformat(day), today, half_life_days)

    def debit(one: Failed) -> float:
        if not one.kept:
            return IMPORTANCE[one.kind].failed * faded(one.settled)
        late = (date.fromisoformat(one.settled) - date.fromisoformat(one.due)).days
        return kept_after(one.kind, late)[1] * faded(one.due)

    against = [(one.kind == MEETING_THANKS, debit(one), one.id) for one in failed]
    against += [
        (line.for_a_meeting, line.debit, line.obligation_id or 0)
        for line in others
        if line.debit > 0
    ]
    ids = {
        key
        for of_meetings in (False, True)
        for _, _, key in nlargest(most, (each for each in against if each[0] is of_meetings))
    }
    return ids, len(against)


def _line(credit: float, debit: float, *, for_a_meeting: bool = False) -> Evidence:
    return Evidence(
        obligation_id=None,
        event_id=0,
        kind="thanks",
        due_on=date.min,
        settled_on=None,
        standing="kept",
        credit=credit,
        debit=debit,
        for_a_meeting=for_a_meeting,
    )
