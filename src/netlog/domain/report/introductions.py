"""What became of an introduction: made, responded, happy, problem, recovered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from netlog.domain.items import Item
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import Event, Outcome
from netlog.domain.score.credit import ProblemRole

State = Literal["made", "responded", "happy", "problem", "recovered"]


@dataclass(frozen=True, slots=True)
class KnownProblem:
    """A problem on an introduction: with whom, and what the introducer owes for it."""

    event: Event
    culprit: int
    amends: tuple[Item, ...]

    @property
    def recovered(self) -> bool:
        """Whether the introducer made up for it: apologised, and introduced somebody better."""
        return bool(self.amends) and all(_is_kept(item) for item in self.amends)

    @property
    def reflects_on_introducer(self) -> bool:
        """Whether amends are missing: where none were owed, or they were waived, it does not."""
        return any(_is_missing(item) for item in self.amends)


@dataclass(frozen=True, slots=True)
class KnownIntroduction:
    """An introduction with all that came of it; `worth` is the business, "" where none was told."""

    event: Event
    who: Introduced
    outcomes: frozenset[Outcome]
    problems: tuple[KnownProblem, ...]
    worth: str = ""

    @property
    def state(self) -> State:
        """Where it stands. A problem outweighs happiness until it is made up for."""
        if self.problems:
            recovered = all(problem.recovered for problem in self.problems)
            return "recovered" if recovered else "problem"
        if "happy" in self.outcomes:
            return "happy"
        return "responded" if "responded" in self.outcomes else "made"

    def given_by(self, contacts: Iterable[int]) -> bool:
        """Whether one of these contacts made it."""
        return self.who.introducer in contacts

    def problem_roles(self, contacts: Iterable[int]) -> list[tuple[KnownProblem, ProblemRole]]:
        """The problems that reflect on one of these contacts, and in which role."""
        among = frozenset(contacts)
        roles: list[tuple[KnownProblem, ProblemRole]] = []
        for problem in self.problems:
            if problem.culprit in among:
                roles.append((problem, "culprit"))
            elif self.who.introducer in among:
                roles.append((problem, "introducer"))
        return roles


def _is_kept(item: Item) -> bool:
    return any(settlement.ending == "kept" for settlement in item.settlements)


def _is_missing(item: Item) -> bool:
    broken = any(settlement.ending == "broken" for settlement in item.settlements)
    return broken or item.obligation.closed_on is None
