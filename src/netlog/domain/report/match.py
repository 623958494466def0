"""Whom to introduce to whom: a need, and those who can meet it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.people.names import words
from netlog.domain.people.needs import Need
from netlog.domain.records import Contact
from netlog.domain.report.ranking import Place, Ranked

BEST = 3  # of those who can meet a need


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
    law" meets "law".
    """
    offered, needed = set(words(skill)), set(words(need))
    return bool(offered and needed) and (offered <= needed or needed <= offered)


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
