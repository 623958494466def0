"""Whom to introduce to whom: a need, and those who can meet it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.people.names import words
from netlog.domain.people.needs import Need
from netlog.domain.records import Contact
from netlog.domain.report.ranking import Place, Ranked

BEST = 3  # of those who can meet a need
SAY_NOTHING = frozenset(
    ("a", "an", "and", "for", "from", "help", "in", "of", "on", "or", "some", "the", "to", "with")
)
SHORTEST_BEGINNING = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody who can meet a need, and by which skill, as it was noted."""

    line: Ranked
    skill: str


@dataclass(frozen=True, slots=True)
class Match:
    """An open need, and the best of those who can meet it; nobody where nobody can.

    `held_off` tells that the client is one to hold off, whom one puts forward to nobody.
    """

    need: Need
    client: Contact
    offers: Sequence[Offer] = ()
    held_off: bool = False


def meets(skill: str, need: str) -> bool:
    """Whether a skill is what is needed, both as they are compared.

    The words of the one are among those of the other: "tax" meets "tax advice", and "employment
    law" meets "law". Words that say nothing are left out, and a word of four letters may begin
    another: "a flat" meets "flats".
    """
    offered, needed = _telling_words(skill), _telling_words(need)
    return bool(offered and needed) and (_are_among(offered, needed) or _are_among(needed, offered))


def _telling_words(key: str) -> list[str]:
    return [word for word in words(key) if word not in SAY_NOTHING]


def _are_among(some: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(_is_alike(word, other) for other in others) for word in some)


def _is_alike(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    return word == other or (len(shorter) >= SHORTEST_BEGINNING and longer.startswith(shorter))


def can_be_introduced(client: Contact, provider: Contact) -> bool:
    """Whether two are neither the same nor of one organisation."""
    mine, theirs = ({contact.id, contact.organisation_id} for contact in (client, provider))
    return not (mine & theirs - {None})


def to_put_forward(places: Iterable[Place]) -> list[Place]:
    """Of some places in the ranking those of whom one puts forward, in their order."""
    return [place for place in places if place.verdict != "hold off"]


def in_order(needs: Iterable[Need], contacts: Mapping[int, Contact]) -> list[Need]:
    """Needs that nobody answered, of some contacts: those that are open the longest come first."""
    still = [need for need in needs if need.is_open and need.detail.contact_id in contacts]
    return sorted(
        still,
        key=lambda need: (
            need.detail.noted_on or date.min,
            contacts[need.detail.contact_id].key,
            need.detail.key,
        ),
    )
