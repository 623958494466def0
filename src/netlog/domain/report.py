"""How reliably a contact has treated others: the record, the score and what they rest on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from netlog.domain.attempts import Unanswered, Words, unanswered
from netlog.domain.credit import Evidence, Score, Verdict, score, verdict, weigh, weigh_problem
from netlog.domain.introductions import KnownIntroduction, KnownProblem
from netlog.domain.items import Item
from netlog.domain.money import total
from netlog.domain.records import Contact, ObligationKind
from netlog.domain.standing import Standing, standing

Counts = Mapping[Standing, int]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the ledger knows of a contact; for an organisation, of itself and its people.

    `owed` are the obligations of which one of them is the debtor; `introductions` those that one
    of them gave or was in. `unasked` are the open responses among `owed` that nobody has asked
    about: whether they came is not known. In the introductions of `my_turn` the client still waits
    for my first word. `words` are the last events that were a word of those who are waited for.
    """

    contact: Contact
    organisation: Contact | None
    members: frozenset[int]
    owed: Sequence[Item]
    introductions: Sequence[KnownIntroduction]
    unasked: frozenset[int] = frozenset()
    my_turn: frozenset[int] = frozenset()
    words: Words = field(default_factory=dict)

    @property
    def has_open_items(self) -> bool:
        """Whether they owe something that is not settled."""
        return any(item.obligation.closed_on is None for item in self.owed)


@dataclass(frozen=True, slots=True)
class IntroductionCounts:
    """Introductions to them and by them, and how those ended (design, section 3, `report`)."""

    to_them: int
    by_them: int
    responded: int
    happy: int
    problems: int
    recovered: int
    fees: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report on one dossier."""

    dossier: Dossier
    verdict: Verdict
    score: Score
    record: Mapping[ObligationKind, Counts]
    introductions: IntroductionCounts
    unanswered: Unanswered
    evidence: tuple[Evidence, ...]
    made_good: tuple[KnownProblem, ...]


def assess(dossier: Dossier, today: date, half_life_days: float) -> Report:
    """The report on a dossier.

    Args:
        dossier: what the ledger knows.
        today: the day to judge from.
        half_life_days: the days in which evidence loses half its weight.
    """
    evidence = tuple(evidence_in(dossier, today, half_life_days))
    estimate = score(evidence)
    return Report(
        dossier=dossier,
        verdict=verdict(estimate),
        score=estimate,
        record=_record(dossier.owed, today),
        introductions=_count(dossier),
        unanswered=unanswered(dossier.owed, dossier.words),
        evidence=tuple(sorted(evidence, key=lambda one: -abs(one.weight))),
        made_good=tuple(_made_good(dossier)),
    )


def evidence_in(dossier: Dossier, today: date, half_life_days: float) -> Iterator[Evidence]:
    """Everything in a dossier that counts, for or against; the arguments are those of `assess`."""
    for item in dossier.owed:
        if item.obligation.id in dossier.unasked:
            continue
        found = weigh(item.obligation, item.settlements, today, half_life_days)
        if found is not None:
            yield found
    for introduction in dossier.introductions:
        for problem, role in introduction.problem_roles(dossier.members):
            if role == "introducer" and not problem.reflects_on_introducer:
                continue
            found = weigh_problem(
                problem.event.id,
                problem.event.happened_on,
                role=role,
                recovered=problem.recovered,
                today=today,
                half_life_days=half_life_days,
            )
            if found is not None:
                yield found


def _record(owed: Iterable[Item], today: date) -> Mapping[ObligationKind, Counts]:
    record: dict[ObligationKind, Counter[Standing]] = {}
    for item in owed:
        counts = record.setdefault(item.obligation.kind, Counter())
        counts[standing(item.obligation, item.settlements, today)] += 1
    return record


def _count(dossier: Dossier) -> IntroductionCounts:
    given = [one for one in dossier.introductions if one.given_by(dossier.members)]
    reflecting = [
        problem
        for one in dossier.introductions
        for problem, _ in one.problem_roles(dossier.members)
    ]
    return IntroductionCounts(
        to_them=len(dossier.introductions) - len(given),
        by_them=len(given),
        responded=sum("responded" in one.outcomes for one in dossier.introductions),
        happy=sum("happy" in one.outcomes for one in dossier.introductions),
        problems=len(reflecting),
        recovered=sum(problem.recovered for problem in reflecting),
        fees=total([one.event.fee for one in given]),
    )


def _made_good(dossier: Dossier) -> Iterator[KnownProblem]:
    for introduction in dossier.introductions:
        for problem, role in introduction.problem_roles(dossier.members):
            if role == "introducer" and problem.recovered:
                yield problem
