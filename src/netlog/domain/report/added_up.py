"""What is only counted of a record too long to tell line by line: my own, after many years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from typing import NamedTuple

from netlog.domain.records import ObligationKind
from netlog.domain.score.credit import Evidence, Weighed
from netlog.domain.score.tally import Against, Sums

MEETING_THANKS: Weighed = "thanks-meeting"


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


def rest(total: Sums, lines: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What a record says beyond the lines that are told, added up.

    Thanks for meetings have a line of their own, as they weigh less where they are many.
    """
    credit, debit, unthanked = total
    for line in lines:
        credit -= line.credit
        debit -= 0.0 if line.for_a_meeting else line.debit
        unthanked -= line.debit if line.for_a_meeting else 0.0
    return (
        _line(max(credit, 0.0), max(debit, 0.0)),
        _line(0.0, max(unthanked, 0.0), for_a_meeting=True),
    )


def weightiest(against: Iterable[Against], most: int) -> set[int]:
    """Which obligations speak most against a contact.

    Of thanks for meetings and of all else so many, as the former may weigh less in the end.
    """
    sorts: dict[bool, list[tuple[float, int]]] = {True: [], False: []}
    for kind, debit, key in against:
        sorts[kind == MEETING_THANKS].append((debit, key))
    return {key for sort in sorts.values() for _, key in nlargest(most, sort)}


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
