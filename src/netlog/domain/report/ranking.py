"""Everybody with a record, the most reliable first."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, get_args

from netlog.domain.records import Contact
from netlog.domain.report.put_forward import PutForward
from netlog.domain.score.estimate import Score, Verdict, placed, score_of
from netlog.domain.score.population import Population
from netlog.domain.score.tally import Sums

RECENT_DAYS = 90
_NOTHING = Sums()
_BY_VERDICT = {verdict: place for place, verdict in enumerate(get_args(Verdict))}


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
    that reflect on one of them.
    """

    contact: Contact
    members: frozenset[int]
    verdict: Verdict
    rank: float
    credit: float
    debit: float
    population: Population
    problems: int = 0

    @property
    def score(self) -> Score:
        """The whole score, which of 50,000 contacts hardly anybody looks at."""
        return score_of(self.credit, self.debit, self.population)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of the ranking: the place, and what helps to choose.

    `put_forward` is how one knows them, and for an organisation its people, and what came of
    introductions to them. `is_for_both` says that the line stands for the organisation as well.
    """

    place: Place
    organisation: str | None
    last_contact: date | None
    recent_introductions: int
    record: Record
    put_forward: PutForward
    is_for_both: bool = False

    @property
    def said(self) -> tuple[object, ...]:
        """All that it says, but for the name."""
        place = self.place
        figures = (place.credit, place.debit, place.problems, self.record, self.put_forward)
        return (*figures, self.last_contact, self.recent_introductions)


def said_once(lines: Iterable[Ranked]) -> list[Ranked]:
    """The lines without an organisation of which one of its people has all the record.

    The line of that one, if it is among them, stands for both.
    """
    known = list(lines)
    by_contact = {line.place.contact.id: line for line in known}
    speaker = {
        line.place.contact.id: member
        for line in known
        for member in sorted(line.place.members & by_contact.keys() - {line.place.contact.id})
        if by_contact[member].said == line.said
    }
    for_both = set(speaker.values())
    return [
        replace(line, is_for_both=line.place.contact.id in for_both)
        for line in known
        if line.place.contact.id not in speaker
    ]


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
    population: Population,
) -> list[Place]:
    """The contacts by verdict, and of the same verdict by what picks best, see `Score.rank`.

    Args:
        contacts: those to rank.
        sums: what each owed and how that ended, by contact.
        against: for each contact, the problems that reflect on it, each with its weight.
        people: the members of each organisation.
        population: what all of them are some of.
    """
    places = [_place(contact, sums, against, people, population) for contact in contacts]
    return sorted(
        places,
        key=lambda place: (_BY_VERDICT[place.verdict], -place.rank, place.contact.key),
    )


def _place(
    contact: Contact,
    sums: Mapping[int, Sums],
    against: Mapping[int, Collection[tuple[int, float]]],
    people: Mapping[int, frozenset[int]],
    population: Population,
) -> Place:
    members = people.get(contact.id, frozenset()) | {contact.id}
    credit = debit = unthanked = 0.0
    worst: dict[int, float] = {}
    for member in members:
        its_credit, its_debit, its_unthanked = sums.get(member, _NOTHING)
        credit, debit = credit + its_credit, debit + its_debit
        unthanked += its_unthanked
        for problem, weight in against.get(member, ()):
            worst[problem] = max(weight, worst.get(problem, 0.0))
    debit = Sums(credit, debit, unthanked).against + sum(worst.values())
    verdict, rank = placed(credit, debit, population)
    return Place(contact, members, verdict, rank, credit, debit, population, len(worst))
