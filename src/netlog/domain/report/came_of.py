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
    members = dossier.members
    by = [one for one in dossier.introductions if one.given_by(members)]
    to = [one for one in dossier.introductions if not one.given_by(members)]
    theirs = [one for one in to if any(problem.culprit in members for problem in one.problems)]
    others = [one for one in to if one.problems and one not in theirs]
    troubled = [one for one in by if one.problems]
    return CameOf(len(to), _happy(to), theirs, others), CameOf(len(by), _happy(by), troubled, ())


def _happy(introductions: Introductions) -> int:
    return sum(one.state == "happy" for one in introductions)
