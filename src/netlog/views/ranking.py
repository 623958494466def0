"""Everybody with a record, or all who have a skill, the most reliable first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from netlog.config import Settings
from netlog.domain.people.names import comparison_key
from netlog.domain.people.skills import refuse_unknown
from netlog.domain.records import Contact
from netlog.domain.report.put_forward import PutForward
from netlog.domain.report.ranking import Place, Ranked, Record, ranked
from netlog.domain.score.population import Population
from netlog.ledger.read import ranking as facts
from netlog.ledger.read.archived import archived_since
from netlog.ledger.read.contacted import last_contacts
from netlog.ledger.read.contacts import skills
from netlog.ledger.read.put_forward import put_forward
from netlog.ledger.read.records import by_id
from netlog.ledger.read.with_a_record import everybody_with_a_record, with_skill
from netlog.views.population import population_of
from netlog.views.reader import Reader, reading

_AT_ONCE = 500  # of whom it is looked up how one knows them: most are no leads


@dataclass(frozen=True, slots=True)
class Ranking:
    """The first lines of the ranking, and how many more there are.

    `archived` is how many contacts are out of sight, where nobody is ranked.
    """

    lines: Sequence[Ranked]
    more: int
    population: Population
    archived: int = 0


def ranking(settings: Settings, skill: str | None = None, most: int | None = None) -> Ranking:
    """The ranking, of at most so many.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        Refused: nobody has that skill.
    """
    with reading(settings) as ledger:
        population = population_of(ledger, anew=skill is None)
        ranked_places = places(ledger, skill, population)
        lines = describe(ledger, first(ledger, ranked_places, most))
        archived = 0 if lines else len(archived_since(ledger.connection))
        return Ranking(lines, len(ranked_places) - len(lines), population, archived)


def places(ledger: Reader, skill: str | None, population: Population) -> list[Place]:
    """The contacts to rank, best first.

    Args:
        ledger: the ledger.
        skill: the one that all of them have; None for everybody.
        population: what they are judged as some of.

    Raises:
        Refused: nobody has the skill.
    """
    connection = ledger.connection
    if skill is not None:
        contacts = with_skill(connection, comparison_key(skill))
        if not contacts:
            refuse_unknown(skill, skills(connection))
        return places_of(ledger, contacts, population)
    people = facts.everybody_of(connection)
    without = 0 if any(ledger.me in members for members in people.values()) else ledger.me
    contacts = everybody_with_a_record(connection)
    return _ranked(ledger, contacts, people, population, None, without)


def places_of(ledger: Reader, contacts: Iterable[Contact], population: Population) -> list[Place]:
    """Some contacts, best first, judged as some of a population."""
    known = {contact.id: contact for contact in contacts}
    people = facts.everybody_of(ledger.connection, known)
    among = frozenset(known).union(*people.values())
    return _ranked(ledger, known.values(), people, population, among)


def _ranked(
    ledger: Reader,
    contacts: Iterable[Contact],
    people: Mapping[int, frozenset[int]],
    population: Population,
    among: Collection[int] | None,
    without: int = 0,
) -> list[Place]:
    connection, today = ledger.connection, ledger.settings.today
    return ranked(
        contacts,
        facts.sums(connection, today, population.half_life, among, without),
        facts.problems(connection, today, population.half_life, among),
        people,
        population,
    )


def first(ledger: Reader, ranked_places: Sequence[Place], most: int | None) -> Sequence[Place]:
    """The first of the ranking, in its order; who is known only as a lead is below all others."""
    if most is None or most >= len(ranked_places):
        return ranked_places
    others, leads = list[Place](), list[Place]()
    for start in range(0, len(ranked_places), _AT_ONCE):
        some = ranked_places[start : start + _AT_ONCE]
        forward = put_forward(ledger.connection, _members(some))
        for place in some:
            (leads if _how_known(place, forward).only_a_lead else others).append(place)
        if len(others) >= most:
            return others[:most]
    chosen = {place.contact.id for place in [*others, *leads][:most]}
    return [place for place in ranked_places if place.contact.id in chosen]


def describe(ledger: Reader, ranked_places: Sequence[Place]) -> list[Ranked]:
    """The lines of the ranking for some places in it."""
    connection, today = ledger.connection, ledger.settings.today
    ids = filter(None, {place.contact.organisation_id for place in ranked_places})
    organisations = by_id(connection, Contact, ids)  # one may be gone, where a list is long
    names = {key: organisation.name for key, organisation in organisations.items()}
    members = _members(ranked_places)
    days = last_contacts(connection, ledger.me, members)
    recent = facts.recent_introductions(connection, today, members)
    records = facts.records(connection, today, members)
    forward = put_forward(connection, members)
    return [
        Ranked(
            place=place,
            organisation=names.get(place.contact.organisation_id or 0),
            last_contact=max(
                (days[member] for member in place.members if member in days), default=None
            ),
            recent_introductions=len(
                frozenset[int]().union(*(recent.get(member, ()) for member in place.members))
            ),
            record=sum(
                (records[member] for member in place.members if member in records), Record()
            ),
            put_forward=_how_known(place, forward),
        )
        for place in ranked_places
    ]


def _members(ranked_places: Iterable[Place]) -> frozenset[int]:
    return frozenset[int]().union(*(place.members for place in ranked_places))


def _how_known(place: Place, forward: Mapping[int, PutForward]) -> PutForward:
    return sum((forward[member] for member in place.members if member in forward), PutForward())
