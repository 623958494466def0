"""Everybody known, and what is open with each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from netlog.config import Settings
from netlog.domain.dates.days import span
from netlog.domain.people.acquaintance import Acquaintance, Order, in_order, quiet
from netlog.domain.people.names import comparison_key
from netlog.domain.people.skills import refuse_unknown
from netlog.ledger.read.contacts import skills
from netlog.ledger.read.people import everybody
from netlog.views.reader import UNASKED, Answers, reading


class Wanted(NamedTuple):
    """Whom to show, as typed: who have a skill, are of an organisation, were quiet; in which order.

    `archived`: those who are archived instead of those who are not.
    """

    skill: str | None = None
    org: str | None = None
    quiet_for: str | None = None
    archived: bool = False
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Contacts in order; `organisation` is the one that they were to be of, if one was named."""

    acquaintances: Sequence[Acquaintance] = ()
    organisation: str | None = None


def people(settings: Settings, wanted: Wanted, answers: Answers = UNASKED) -> People:
    """Those who are wanted; by name, or where they were to be quiet, the most quiet first.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownOrganisation, AmbiguousName, Refused: no organisation is called so, or several are;
            or nobody at all has the skill.
        Unreadable: how long they were to be quiet is no span of time.
    """
    days = None if wanted.quiet_for is None else span(wanted.quiet_for)
    order: Order = wanted.order or ("name" if days is None else "last")
    with reading(settings, answers) as ledger:
        org = None if wanted.org is None else ledger.organisation(wanted.org)
        contacts = everybody(
            ledger.connection,
            ledger.me,
            None if wanted.skill is None else comparison_key(wanted.skill),
            None if org is None else org.id,
            archived=wanted.archived,
        )
        if wanted.skill is not None and not contacts:
            refuse_unknown(wanted.skill, skills(ledger.connection))
        if days is not None:
            contacts = quiet(contacts, days, settings.today)
        return People(in_order(contacts, order), None if org is None else org.name)
