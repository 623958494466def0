"""Everybody with a record, the most reliable first."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netlog.domain.records import Contact
from netlog.domain.report.put_forward import PutForward
from netlog.domain.score.credit import Score, Verdict, low_end_of, score_of, verdict
from netlog.domain.score.tally import Sums

RECENT_DAYS = 90


class Record(NamedTuple):
    """How many obligations ended how, or are overdue."""

    in_time: int = 0
    late: int = 0
    broken: int = 0
    overdue: int = 0

    def __add__(self, other: object) -> "Record":
        """The counts of both together, as for an organisation and its people."""
        if not isinstance(other, Record):
            return NotImplemented
        return Record(*(number + more for number, more in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Place:
    """A contact's place in the ranking, and what it rests on.

    `members` are the contact itself and, for an organisation, its people; `problems` counts those
    that reflect on one of them. `low` is the cautious end of the score.
    """

    contact: Contact
    members: frozenset[int]
    sums: Sums
    low: float
    problems: int = 0

    @property
    def score(self) -> Score:
        """The whole score, which of 50,000 contacts hardly anybody looks at."""
        return score_of(*self.sums)

    @property
    def verdict(self) -> Verdict:
        """Whether to put the contact's name forward."""
        return verdict(self.score)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of the ranking: the place, and what helps to choose.

    `put_forward` is how one knows them, and for an organisation its people, and what came of
    introductions to them.
    """

    place: Place
    organisation: str | None
    last_contact: date | None
    recent_introductions: int
    record: Record
    put_forward: PutForward


def leads_apart(lines: Iterable[Ranked]) -> tuple[list[Ranked], list[Ranked]]:
    """The lines of the others, and of those who are known only as leads."""
    known = list(lines)
    others = [line for line in known if not line.put_forward.only_a_lead]
    return others, [line for line in known if line.put_forward.only_a_lead]


def ranked(
    contacts: Iterable[Contact],
    sums: Mapping[int, Sums],
    against: Mapping[int, Collection[tuple[int, float]]],
    people: Mapping[int, frozenset[int]],
) -> list[Place]:
    """The contacts by the cautious end of the score, so that one good deed beats no long record.

    Args:
        contacts: those to rank.
        sums: what each owed and how that ended, by contact.
        against: for each contact, the problems that reflect on it, each with its weight.
        people: the members of each organisation.
    """
    places = [_place(contact, sums, against, people) for contact in contacts]
    return sorted(places, key=lambda place: (-place.low, place.contact.key))


def _place(
    contact: Contact,
    sums: Mapping[int, Sums],
    against: Mapping[int, Collection[tuple[int, float]]],
    people: Mapping[int, frozenset[int]],
) -> Place:
    members = people.get(contact.id, frozenset()) | {contact.id}
    credit = debit = 0.0
    worst: dict[int, float] = {}
    for member in members:
        its_credit, its_debit = sums.get(member, Sums())
        credit, debit = credit + its_credit, debit + its_debit
        for problem, weight in against.get(member, ()):
            worst[problem] = max(weight, worst.get(problem, 0.0))
    debit += sum(worst.values())
    return Place(contact, members, Sums(credit, debit), low_end_of(credit, debit), len(worst))
