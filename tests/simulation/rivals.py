"""The score of netlog on made-up contacts, and the simpler ways to judge that it has to beat."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import get_args

from netlog.domain.records import Obligation, Settlement
from netlog.domain.score.credit import Evidence, each_deed_once, weigh, weigh_problem
from netlog.domain.score.estimate import Verdict, score, verdict
from netlog.domain.score.learning import learn
from netlog.domain.score.population import BUILT_IN, Population
from tests.simulation.world import PROBLEM_SHOWS_AFTER, Act, Contact, Introduction

TODAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What netlog says of a contact."""

    mean: float
    low: float
    high: float
    weight: float
    verdict: Verdict
    place: float


def learned(contacts: Iterable[Contact]) -> Population:
    """The population that a ledger of these contacts tells of, by the very code of the program."""
    known = (each_deed_once(_owed(contact, inf)) for contact in contacts)
    return learn(known, BUILT_IN.half_life, TODAY)


def netlog(contact: Contact, population: Population = BUILT_IN) -> Judgement:
    """The score, the verdict and the place, by the very code of the program."""
    half_life = population.half_life
    problems = (line for each in contact.introductions for line in _problem(each, half_life))
    found = score([*each_deed_once(_owed(contact, half_life)), *problems], population)
    said = verdict(found, population)
    place = found.rank - get_args(Verdict).index(said)  # a rank is a share
    return Judgement(found.mean, found.low, found.high, found.weight, said, place)


def _owed(contact: Contact, half_life_days: float) -> Iterator[Evidence]:
    """What the ledger holds of what a contact owed, weighed by the program."""
    for act in contact.acts:
        obligation, settlements = records(act)
        line = weigh(obligation, settlements, TODAY, half_life_days)
        if line is not None:
            yield from [line] * act.bunch


def records(act: Act) -> tuple[Obligation, list[Settlement]]:
    """The obligation that an act was about, as the ledger holds it; a bunch has several alike."""
    settlements = [
        Settlement(1, ordinal, part.ending, _date(part.on), 1, "", "", None, None, 1, ordinal)
        for ordinal, part in enumerate(act.parts, 1)
        if part.ending is not None and part.on is not None
    ]
    closed = len(settlements) == len(act.parts)
    obligation = Obligation(
        id=1,
        event_id=1,
        kind=act.kind,
        debtor_id=2,
        creditor_id=1,
        times=len(act.parts),
        opened_on=_date(act.opened),
        due_on=_date(act.due),
        hidden_until=None,
        closed_on=max(each.settled_on for each in settlements) if closed else None,
    )
    return obligation, settlements


def share_on_time(contact: Contact) -> float | None:
    """The share of what fell due that was kept on time; None where nothing did."""
    outcomes = list(_outcomes(contact))
    return sum(outcomes) / len(outcomes) if outcomes else None


def latest_outcome(contact: Contact) -> float | None:
    """Whether the latest that fell due was kept on time; None where nothing did."""
    due = [act for act in contact.acts if act.due < 0]
    return float(_kept_on_time(max(due, key=lambda act: act.due))) if due else None


def plain_beta(contact: Contact) -> float | None:
    """Laplace's rule of succession on everything that fell due, however long ago."""
    outcomes = list(_outcomes(contact))
    return (1 + sum(outcomes)) / (2 + len(outcomes))


BASELINES: dict[str, Callable[[Contact], float | None]] = {
    "share kept on time": share_on_time,
    "latest outcome": latest_outcome,
    "plain Beta": plain_beta,
}


def estimates(
    baseline: Callable[[Contact], float | None], contacts: Sequence[Contact]
) -> list[float]:
    """What a baseline says of each; of one it knows nothing of, what it says of all on average."""
    said = [baseline(contact) for contact in contacts]
    known = [each for each in said if each is not None]
    usual = sum(known) / len(known)
    return [usual if each is None else each for each in said]


def _outcomes(contact: Contact) -> Iterator[bool]:
    for act in contact.acts:
        if act.due < 0:
            yield from [_kept_on_time(act)] * act.bunch


def _kept_on_time(act: Act) -> bool:
    return all(
        part.ending == "kept" and part.on is not None and part.on <= act.due for part in act.parts
    )


def _problem(introduction: Introduction, half_life_days: float) -> Iterator[Evidence]:
    if introduction.problem:
        found = weigh_problem(
            2,
            _date(introduction.on + PROBLEM_SHOWS_AFTER),
            role=introduction.role,
            recovered=introduction.recovered,
            today=TODAY,
            half_life_days=half_life_days,
        )
        if found is not None:
            yield found


def _date(day: int) -> date:
    return TODAY + timedelta(days=day)
