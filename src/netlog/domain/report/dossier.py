"""How reliably a contact has treated others: the record, the score and what they rest on."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from operator import add
from typing import NamedTuple

from netlog.domain.items import Item
from netlog.domain.money import total
from netlog.domain.records import Contact, ObligationKind
from netlog.domain.report.added_up import AddedUp, Plain
from netlog.domain.report.attempts import Unanswered, Words, unanswered
from netlog.domain.report.introductions import KnownIntroduction, KnownProblem
from netlog.domain.score.credit import (
    Evidence,
    each_deed_once,
    meetings_at_most,
    weigh,
    weigh_problem,
)
from netlog.domain.score.estimate import Score, Verdict, score, verdict
from netlog.domain.score.population import Population
from netlog.domain.standing import Standing, days_overdue, standing

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the ledger knows of a contact; for an organisation, of itself and its people.

    `owed` are the obligations of which one of them is the debtor; `introductions` those that one
    of them gave or was in. `unasked` are the open responses among `owed` that nobody has asked
    about, so that nobody knows whether they came, or that a problem made needless; `left_alone`
    those that were not due when somebody was archived, and mine to somebody forgotten. In the
    introductions of `their_turn` I wait for a word of the other one. `words` are the last events
    that were a word of those who are waited for. Of a very long record only a part is told so, and
    the rest `added_up`.
    """

    contact: Contact
    organisation: Contact | None
    members: frozenset[int]
    owed: Sequence[Item]
    introductions: Sequence[KnownIntroduction]
    unasked: frozenset[int] = frozenset()
    left_alone: frozenset[int] = frozenset()
    their_turn: frozenset[int] = frozenset()
    words: Words = field(default_factory=dict)
    added_up: AddedUp | None = None

    @property
    def items(self) -> Mapping[int, Item]:
        """What they owe or owed, by id."""
        return {item.obligation.id: item for item in self.owed}

    @property
    def problems(self) -> Mapping[int, tuple[KnownProblem, KnownIntroduction]]:
        """The problems with the introductions, each with its own, by the id of its event."""
        return {
            problem.event.id: (problem, introduction)
            for introduction in self.introductions
            for problem in introduction.problems
        }

    @property
    def plain(self) -> Mapping[Plain, int]:
        """The introductions that are only counted, those alike together."""
        return {} if self.added_up is None else self.added_up.plain

    @property
    def silent(self) -> frozenset[int]:
        """What says nothing of them, however long ago it was due."""
        return self.unasked | self.left_alone

    @property
    def directions(self) -> tuple[list[KnownIntroduction], list[KnownIntroduction]]:
        """The introductions to them, and those by them."""
        to: list[KnownIntroduction] = []
        by: list[KnownIntroduction] = []
        for introduction in self.introductions:
            (by if introduction.given_by(self.members) else to).append(introduction)
        return to, by

    @property
    def unasked_items(self) -> tuple[list[Item], list[Item]]:
        """What nobody has asked about: what one can still ask, and what one can only note.

        After a problem there is nothing to ask any more.
        """
        spoilt = {introduction.event.id for _, introduction in self.problems.values()}
        unasked = [item for item in self.owed if item.obligation.id in self.unasked]
        still = [item for item in unasked if item.event.id not in spoilt]
        return still, [item for item in unasked if item.event.id in spoilt]

    @property
    def awaited(self) -> list[Item]:
        """What they owe or owed, without what is left alone."""
        return [item for item in self.owed if item.obligation.id not in self.left_alone]

    @property
    def has_open_items(self) -> bool:
        """Whether they owe something that is not settled."""
        return any(item.obligation.closed_on is None for item in self.owed)

    def standing(self, item: Item, today: date) -> Standing:
        """Where one of `owed` stands; what is silent is open, however long ago it was."""
        if item.obligation.id in self.silent:
            return "open"
        return standing(item.obligation, item.settlements, today)

    def days_late(self, item: Item, today: date) -> int:
        """The days from the due date to the settlement, or to today; 0 where that is in time."""
        if self.standing(item, today) in ("waived", "open"):
            return 0
        return max(days_overdue(item.obligation, item.obligation.closed_on or today), 0)


class Ends(NamedTuple):
    """Introductions in one direction, and what came of them.

    Whoever is happy was answered. `problems` reflect on those whom the report is on, and
    `recovered` of them the introducer made up for; `others_problems` are with the other side alone,
    and so is `others_recovered`.
    """

    introductions: int
    responded: int
    happy: int
    problems: int
    recovered: int
    others_problems: int
    others_recovered: int


@dataclass(frozen=True, slots=True)
class IntroductionCounts:
    """Introductions to them and by them, and how those ended (design, section 3, `report`).

    `fees` is what those by them cost; `worth_to` and `worth_by` the business that came of them.
    """

    to: Ends
    by: Ends
    fees: str
    worth_to: str
    worth_by: str

    @property
    def both(self) -> Ends:
        """In both directions together."""
        return Ends(*map(add, self.to, self.by))


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report on one dossier."""

    dossier: Dossier
    population: Population
    verdict: Verdict
    score: Score
    record: Mapping[ObligationKind, Counts]
    introductions: IntroductionCounts
    unanswered: Unanswered
    evidence: tuple[Evidence, ...]
    made_good: tuple[KnownProblem, ...]

    def against(self, most: int) -> tuple[list[Evidence], int]:
        """What speaks against them, the weightiest first, and how many lines are left out.

        Args:
            most: how many lines may be told, that of how many are left out among them.
        """
        added_up = self.dossier.added_up
        against = [line for line in self.evidence if line.debit > 0 and not line.is_a_sum]
        against.sort(key=lambda line: -line.debit)
        number = len(against) + (0 if added_up is None else added_up.against)
        shown = against if number <= most else against[: most - 1]
        return shown, number - len(shown)


def assess(dossier: Dossier, today: date, population: Population) -> Report:
    """The report on a dossier.

    Args:
        dossier: what the ledger knows.
        today: the day to judge from.
        population: what they are some of.
    """
    evidence = meetings_at_most(evidence_in(dossier, today, population.half_life))
    estimate = score(evidence, population)
    return Report(
        dossier=dossier,
        population=population,
        verdict=verdict(estimate, population),
        score=estimate,
        record=_record(dossier, today),
        introductions=_count(dossier),
        unanswered=unanswered(dossier.awaited, dossier.words),
        evidence=tuple(sorted(evidence, key=lambda line: -abs(line.weight))),
        made_good=tuple(_made_good(dossier)),
    )


def evidence_in(dossier: Dossier, today: date, half_life_days: float) -> Iterator[Evidence]:
    """Everything in a dossier that counts, for or against, after fading."""
    owed = (
        weigh(item.obligation, item.settlements, today, half_life_days, item.event.kind)
        for item in dossier.owed
        if item.obligation.id not in dossier.silent
    )
    yield from each_deed_once(line for line in owed if line is not None)
    yield from () if dossier.added_up is None else dossier.added_up.evidence
    for introduction in dossier.introductions:
        for problem, role in introduction.problem_roles(dossier.members):
            evidence = weigh_problem(
                problem.event.id,
                problem.event.happened_on,
                role=role,
                recovered=not problem.reflects_on_introducer,
                today=today,
                half_life_days=half_life_days,
            )
            if evidence is not None:
                yield evidence


def _record(dossier: Dossier, today: date) -> Mapping[ObligationKind, Counts]:
    record: dict[ObligationKind, Counter[str]] = {}
    if dossier.added_up is not None:
        record |= {kind: Counter(ended) for kind, ended in dossier.added_up.record.items()}
    for item in dossier.owed:
        counts = record.setdefault(item.obligation.kind, Counter())
        now = dossier.standing(item, today)
        counts["open" if now == "due" else now] += 1
    return record


def _count(dossier: Dossier) -> IntroductionCounts:
    to, by = dossier.directions
    given = [[sort.fee] * number for sort, number in dossier.plain.items() if sort.by_them]
    return IntroductionCounts(
        to=_ends(to, dossier, by_them=False),
        by=_ends(by, dossier, by_them=True),
        fees=total([*(introduction.event.fee for introduction in by), *chain(*given)]),
        worth_to=total([introduction.worth for introduction in to]),
        worth_by=total([introduction.worth for introduction in by]),
    )


def _ends(introductions: Sequence[KnownIntroduction], dossier: Dossier, *, by_them: bool) -> Ends:
    problems = [problem for introduction in introductions for problem in introduction.problems]
    reflecting = [
        problem
        for introduction in introductions
        for problem, _ in introduction.problem_roles(dossier.members)
    ]
    recovered = sum(problem.recovered for problem in reflecting)
    plain = [(sort, many) for sort, many in dossier.plain.items() if sort.by_them is by_them]
    known = [introduction.outcomes for introduction in introductions]
    return Ends(
        introductions=len(introductions) + sum(many for _, many in plain),
        responded=sum(map(bool, known)) + sum(many for sort, many in plain if sort.answered),
        happy=sum("happy" in outcomes for outcomes in known)
        + sum(many for sort, many in plain if sort.happy),
        problems=len(reflecting),
        recovered=recovered,
        others_problems=len(problems) - len(reflecting),
        others_recovered=sum(problem.recovered for problem in problems) - recovered,
    )


def _made_good(dossier: Dossier) -> Iterator[KnownProblem]:
    for introduction in dossier.introductions:
        for problem, role in introduction.problem_roles(dossier.members):
            if role == "introducer" and problem.recovered:
                yield problem
