"""The ranking, and the network of introductions around those who are in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from netlog.config import Settings
from netlog.domain.names import Names
from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.report.ranking import Ranked
from netlog.domain.score.population import Population
from netlog.ledger.read.network import latest_introductions, people_in
from netlog.ledger.read.nobody import nameless
from netlog.views.population import population_of
from netlog.views.ranking import describe, first, places
from netlog.views.reader import reading


@dataclass(frozen=True, slots=True)
class Network:
    """The lines of the ranking, the latest introductions, and how many there are in all.

    `nameless` are the contacts who were forgotten, and are all called alike.
    """

    lines: Sequence[Ranked]
    population: Population
    introductions: Sequence[KnownIntroduction]
    number: int
    names: Names
    nameless: Collection[int]


def network(settings: Settings, skill: str | None, most: int | None, latest: int) -> Network:
    """The network of everybody, or of the best of those who have a skill.

    Args:
        settings: the settings.
        skill: the one that they have; None for everybody.
        most: at most so many in the ranking.
        latest: at most so many introductions.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        Refused: nobody has that skill.
    """
    with reading(settings) as ledger:
        population = population_of(ledger, anew=skill is None)
        lines = describe(ledger, first(ledger, places(ledger, skill, population), most))
        contacts = [line.place.contact.id for line in lines]
        among = None if skill is None and most is None else contacts
        introductions, number = latest_introductions(ledger.connection, latest, among)
        names = ledger.names(people_in(introductions))
        nobody = nameless(ledger.connection)
        return Network(lines, population, introductions, number, names, nobody)
