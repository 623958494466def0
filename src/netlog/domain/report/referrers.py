"""Referrers: who brings good people, judged by what came of the introductions that they gave.

An introduction came *well* where there was an answer, or both were happy, and no problem. It came
*badly* where the one who gave it still owes amends for a problem, or has given up on them, and
where I was one of the two and have waited a month in vain: for the answer that the other one owes
me, or for a word of a paid lead whom I reached out to. Where I owed the answer and nobody was paid,
a silence after it is the other one's own, and no fault of who brought us together. Anything else
does not count: a problem that was made up for, or whose amends were waived, is forgiven (what
replaced it counts by itself), and so is an answer that was waived, or never owed; what is younger
than a month may come yet; and of silence between others nobody knows.

An organisation gave what it and its people gave, as in its report. It has a line of its own beside
theirs, unless one of them gave it all: then that one's line would only be said twice.

The share of those that came well is estimated as the score of `netlog.domain.score.credit` is, each
introduction with a weight of one, and the ranking goes by its cautious end. It does not fade:
introductions are few, and so anybody can check the figure against the counts beside it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from netlog.domain.money import canonical, unit_cost
from netlog.domain.report.dossier import Dossier
from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.score.estimate import Score, score_of

SILENT_AFTER = 30  # The days after which one asks whether both are happy (design, section 2).


class Given(NamedTuple):
    """An introduction, as far as it tells of who gave it. Many are alike, and counted as one.

    `silent`: I was one of the two, and have waited too long for an answer. `blamed`: amends for a
    problem are missing. `fee` is "" where it was no paid lead.
    """

    introducer: int
    answered: bool
    happy: bool
    silent: bool
    problems: int
    recovered: int
    blamed: bool
    fee: str

    @property
    def came_badly(self) -> bool:
        """Whether it counts against the one who gave it."""
        return self.blamed or (self.silent and not self.problems)

    @property
    def came_well(self) -> bool:
        """Whether it counts for the one who gave it."""
        return self.answered and not self.problems


class Referrer(NamedTuple):
    """The introductions that somebody gave: how many, what came of them, and what they cost.

    `score` is that of the introductions that came well or badly. `leads` are those with a fee;
    of the others, `silent` were waited for in vain.
    """

    introductions: int
    responded: int
    happy: int
    problems: int
    recovered: int
    well: int
    badly: int
    score: Score
    leads: int
    answered_leads: int
    fees: str
    silent: int

    @property
    def cost_per_answered_lead(self) -> str | None:
        """All fees divided by the leads that were answered; None where none was."""
        return unit_cost(self.fees, self.answered_leads) if self.answered_leads else None


class Ranked(NamedTuple):
    """A line among the referrers: who, and how their introductions are judged.

    `people` are those of an organisation whose introductions are counted in it, by contact id.
    """

    contact_id: int
    judged: Referrer
    people: tuple[int, ...] = ()


def silent_until(today: date) -> date:
    """The latest day of an introduction that by today has waited too long for an answer."""
    return date.fromordinal(max(today.toordinal() - SILENT_AFTER, 1))


def given_by(dossier: Dossier, me: int, today: date) -> Counter[Given]:
    """The introductions that a contact gave, or an organisation or its people, as they tell of it.

    Args:
        dossier: what the ledger knows of them.
        me: the owner's contact id.
        today: the day to judge from.
    """
    until = silent_until(today)
    given = Counter(
        Given(
            introducer=introduction.who.introducer,
            answered=bool(introduction.outcomes),
            happy="happy" in introduction.outcomes,
            silent=_is_silent(introduction, dossier, until),
            problems=len(introduction.problems),
            recovered=sum(problem.recovered for problem in introduction.problems),
            blamed=any(problem.reflects_on_introducer for problem in introduction.problems),
            fee=introduction.event.fee,
        )
        for introduction in dossier.introductions
        if introduction.given_by(dossier.members)
    )
    for sort, number in dossier.plain.items():
        if sort.by_them:  # of mine: nobody else's are only counted
            given[Given(me, sort.answered, sort.happy, False, 0, 0, False, sort.fee)] += number
    return given


def referrer(given: Mapping[Given, int]) -> Referrer:
    """Judge whoever gave these introductions.

    Args:
        given: each sort of introduction, with how many of it there were.
    """
    pairs = given.items()
    leads = [(sort, number) for sort, number in pairs if sort.fee]
    well = sum(number for sort, number in pairs if sort.came_well)
    badly = sum(number for sort, number in pairs if sort.came_badly)
    return Referrer(
        introductions=sum(given.values()),
        responded=sum(number for sort, number in pairs if sort.answered),
        happy=sum(number for sort, number in pairs if sort.happy),
        problems=sum(sort.problems * number for sort, number in pairs),
        recovered=sum(sort.recovered * number for sort, number in pairs),
        well=well,
        badly=badly,
        score=_score(well, badly),
        leads=sum(number for _, number in leads),
        answered_leads=sum(number for sort, number in leads if sort.answered),
        fees=canonical(sum((Decimal(sort.fee) * number for sort, number in leads), Decimal(0))),
        silent=sum(number for sort, number in pairs if sort.silent and not sort.fee),
    )


def ranked(
    given: Mapping[Given, int],
    keys: Mapping[int, str],
    people: Mapping[int, Collection[int]] = MappingProxyType({}),
    most: int | None = None,
) -> tuple[list[Ranked], int]:
    """Those who gave these, and how many they are in all.

    Those who surely bring good people come first; of equals, the one whose paid leads brought less
    comes later; then the name decides.

    Args:
        given: each sort of introduction, with how many of it there were.
        keys: the names of all of them and of their organisations, as they are compared, by id.
        people: those of each organisation.
        most: how many to judge in full; None for all.
    """
    own: dict[int, dict[Given, int]] = defaultdict(dict)
    for sort, number in given.items():
        own[sort.introducer][sort] = number
    counted = _counted(own, people)
    # Each differs in its introducer, so nothing is lost where they are put together.
    together = {
        organisation: dict(
            chain(*(own.get(giver, {}).items() for giver in (organisation, *givers)))
        )
        for organisation, givers in counted.items()
    }
    theirs = {**own, **together}
    order = sorted(theirs, key=lambda contact_id: (*_rank(theirs[contact_id]), keys[contact_id]))
    shown = [
        Ranked(contact_id, referrer(theirs[contact_id]), counted.get(contact_id, ()))
        for contact_id in order[:most]
    ]
    return shown, len(order)


def _counted(
    own: Collection[int], people: Mapping[int, Collection[int]]
) -> dict[int, tuple[int, ...]]:
    """Of each organisation that has a line, the people whose introductions are counted in it."""
    givers = {
        organisation: tuple(sorted(member for member in members if member in own))
        for organisation, members in people.items()
    }
    return {
        organisation: members
        for organisation, members in givers.items()
        if members and (organisation in own or len(members) > 1)
    }


def _rank(given: Mapping[Given, int]) -> tuple[float, int, int]:
    well = badly = silent_leads = 0
    for sort, number in given.items():
        well += number if sort.came_well else 0
        badly += number if sort.came_badly else 0
        silent_leads += number if sort.fee and not sort.answered else 0
    return -_score(well, badly).low, silent_leads, -sum(given.values())


def _is_silent(introduction: KnownIntroduction, dossier: Dossier, until: date) -> bool:
    event = introduction.event
    has_waited = event.known_on is not None and event.known_on <= until
    return has_waited and not introduction.outcomes and event.id in dossier.their_turn


@cache
def _score(well: int, badly: int) -> Score:
    """The score, which many share: counts are small, and a quantile takes its time."""
    return score_of(float(well), float(badly))
