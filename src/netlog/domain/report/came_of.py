"""What came of the introductions around somebody: which ended well, and which had a problem."""

from collections.abc import Sequence
from typing import NamedTuple

from netlog.domain.report.dossier import Dossier
from netlog.domain.report.introductions import KnownIntroduction

Introductions = Sequence[KnownIntroduction]


class CameOf(NamedTuple):
    """Introductions in one direction: how many were `happy`, and those that had a problem.

    The problem was with those whom a report is on, or they introduced whom it was with; or it was
    with the `others`.
    """

    number: int
    happy: int
    theirs: Introductions
    others: Introductions

    @property
    def unknown(self) -> int:
        """Of how many nobody knows how they went."""
        return self.number - self.happy - len(self.theirs) - len(self.others)

    @property
    def is_told_elsewhere(self) -> bool:
        """Whether there is but one, and its problem is evidence by itself."""
        return self.number == len(self.theirs) == 1


def came_of(dossier: Dossier) -> tuple[CameOf, CameOf]:
    """What came of the introductions to a contact, and of those by it."""
    to, by = dossier.directions
    theirs: list[KnownIntroduction] = []
    others: list[KnownIntroduction] = []
    for introduction in filter(_had_a_problem, to):
        culprits = {problem.culprit for problem in introduction.problems}
        (others if culprits.isdisjoint(dossier.members) else theirs).append(introduction)
    troubled = list(filter(_had_a_problem, by))
    return (
        _with_plain(CameOf(len(to), _happy(to), theirs, others), dossier, by_them=False),
        _with_plain(CameOf(len(by), _happy(by), troubled, ()), dossier, by_them=True),
    )


def _with_plain(came: CameOf, dossier: Dossier, *, by_them: bool) -> CameOf:
    """The same with those that are only counted."""
    plain = [(sort, many) for sort, many in dossier.plain.items() if sort.by_them is by_them]
    return came._replace(
        number=came.number + sum(many for _, many in plain),
        happy=came.happy + sum(many for sort, many in plain if sort.happy),
    )


def _had_a_problem(introduction: KnownIntroduction) -> bool:
    return bool(introduction.problems)


def _happy(introductions: Introductions) -> int:
    return sum(introduction.state == "happy" for introduction in introductions)
