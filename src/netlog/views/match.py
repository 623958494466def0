"""Whom to introduce to whom: open needs beside the skills of those whom one can refer."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice

from netlog.config import Settings
from netlog.domain.people.needs import Need
from netlog.domain.records import Contact
from netlog.domain.report.match import (
    BEST,
    Match,
    Offer,
    can_be_introduced,
    in_order,
    meets,
    to_put_forward,
)
from netlog.domain.report.ranking import Place
from netlog.errors import Refused
from netlog.ledger.read.contacts import everyone_meant
from netlog.ledger.read.match import (
    introduced_to,
    needers,
    skill_keys,
    skill_keys_of,
    skilled,
)
from netlog.ledger.read.needs import needs_of
from netlog.ledger.read.records import letting_go
from netlog.views.population import population_of
from netlog.views.ranking import describe, places_of
from netlog.views.reader import UNASKED, Answers, Reader, reading

Open = tuple[Need, Contact]  # a need, and whose it is


@dataclass(frozen=True, slots=True)
class Matches:
    """Needs one by one, each with whom can meet it, and how many more there are.

    `who` is the contact of whom one is; None for everybody's.
    """

    matches: Iterable[Match] = ()
    more: int = 0
    who: Contact | None = None


@contextmanager
def match(
    settings: Settings,
    who: str | None = None,
    most: int | None = None,
    answers: Answers = UNASKED,
) -> Iterator[Matches]:
    """Open needs with those who can meet them, to be read while the ledger is open.

    Args:
        settings: the settings.
        who: only what that contact needs, or can meet, as typed; of an organisation, its people.
        most: at most so many needs, those that are open the longest.
        answers: who was meant by a name as typed.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownName, AmbiguousName, Refused: the contact is nobody's name, or several may be meant,
            or it is me.
    """
    with reading(settings, answers) as ledger:
        contact = None if who is None else _contact(ledger, who)
        able = _Able(ledger)
        among = None if contact is None else everyone_meant(ledger.connection, contact)
        needs = _needs(ledger, among)
        if among is not None:
            needs = _told_of(needs, among, able)
        matches = (_match(need, client, able, among) for need, client in needs[:most])
        more = len(needs[most:]) if most else 0
        yield Matches(letting_go(ledger.connection, matches), more, contact)


def _contact(ledger: Reader, typed: str) -> Contact:
    contact = ledger.contact(typed)
    if contact.is_me:
        raise Refused(
            "You introduce others to each other.", "Who can do what: netlog report --for SKILL"
        )
    return contact


def _needs(ledger: Reader, among: Collection[int] | None) -> list[Open]:
    """The open needs, of some contacts or that their skills meet, and whose they are."""
    clients = needers(ledger.connection)
    needs = in_order(chain.from_iterable(needs_of(ledger.connection, clients).values()), clients)
    if among is not None:
        theirs = skill_keys_of(ledger.connection, among)
        needs = [
            need
            for need in needs
            if need.detail.contact_id in among
            or any(meets(skill, need.detail.key) for skill in theirs)
        ]
    return [(need, clients[need.detail.contact_id]) for need in needs]


class _Able:
    """Those who have one of some skills, ranked once for all needs that these skills meet."""

    def __init__(self, ledger: Reader) -> None:
        self.ledger, self.skills = ledger, skill_keys(ledger.connection)
        self.population = population_of(ledger)
        self._known: dict[tuple[str, ...], Sequence[tuple[Place, str]]] = {}

    def of(self, need: Need) -> Sequence[tuple[Place, str]]:
        """Whom one can put forward for a need, best first, each with the skill for it."""
        fitting = tuple(skill for skill in self.skills if meets(skill, need.detail.key))
        if fitting not in self._known:
            skills = dict(skilled(self.ledger.connection, fitting))
            places = to_put_forward(places_of(self.ledger, skills, self.population))
            self._known[fitting] = [(place, skills[place.contact]) for place in places]
        return self._known[fitting]


def _told_of(needs: Sequence[Open], among: Collection[int], able: _Able) -> list[Open]:
    """Of some open needs those of some contacts, and those that one of them could be put to."""
    clients = {client.id: client for _, client in needs if client.id not in among}
    places = places_of(able.ledger, clients.values(), able.population)
    put_forward = {place.contact.id for place in to_put_forward(places)}
    return [
        (need, client)
        for need, client in needs
        if client.id in among or (client.id in put_forward and any(_fit(need, client, able, among)))
    ]


def _match(need: Need, client: Contact, able: _Able, among: Collection[int] | None) -> Match:
    """A need with the best of those who can meet it; of `among`, unless it is a need of theirs."""
    ledger = able.ledger
    fit = list(islice(_fit(need, client, able, among), BEST))
    if fit and not to_put_forward(places_of(ledger, [client], able.population)):
        return Match(need, client, held_off=True)
    lines = describe(ledger, [place for place, _ in fit])
    offers = [Offer(line, skill) for line, (_, skill) in zip(lines, fit, strict=True)]
    return Match(need, client, offers)


def _fit(
    need: Need, client: Contact, able: _Able, among: Collection[int] | None
) -> Iterator[tuple[Place, str]]:
    """Those who can meet a need, best first, each with the skill for it."""
    known = introduced_to(able.ledger.connection, client.id)
    return (
        (place, skill)
        for place, skill in able.of(need)
        if place.contact.id not in known
        and can_be_introduced(client, place.contact)
        and (_is_of(client, among) or _is_of(place.contact, among))
    )


def _is_of(contact: Contact, among: Collection[int] | None) -> bool:
    return among is None or contact.id in among
