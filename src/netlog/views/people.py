"""Everybody known, and what is open with each."""

from collections.abc import Sequence
from dataclasses import dataclass

from netlog.config import Settings
from netlog.domain.people.acquaintance import Acquaintance
from netlog.domain.people.names import comparison_key
from netlog.domain.people.skills import refuse_unknown
from netlog.ledger.read.contacts import skills
from netlog.ledger.read.people import everybody
from netlog.views.reader import UNASKED, Answers, reading


@dataclass(frozen=True, slots=True)
class People:
    """Contacts by name; `organisation` is the one that they were to be of, if one was named."""

    acquaintances: Sequence[Acquaintance] = ()
    organisation: str | None = None


def people(
    settings: Settings, skill: str | None, organisation: str | None, answers: Answers = UNASKED
) -> People:
    """Everybody, or those who have a skill, or are of an organisation, both as typed.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownOrganisation, AmbiguousName, Refused: no organisation is called so, or several are;
            or nobody at all has the skill.
    """
    with reading(settings, answers) as ledger:
        org = None if organisation is None else ledger.organisation(organisation)
        key = None if skill is None else comparison_key(skill)
        contacts = everybody(ledger.connection, ledger.me, key, None if org is None else org.id)
        if skill is not None and not contacts:
            refuse_unknown(skill, skills(ledger.connection))
        return People(contacts, None if org is None else org.name)
