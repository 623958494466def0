"""Everybody known, and what is open with each."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from netlog.config import Settings
from netlog.domain.dates.days import span
from netlog.domain.people.acquaintance import (
    Acquaintance,
    Order,
    longest_ago,
    most_open,
    quiet,
)
from netlog.domain.people.names import comparison_key
from netlog.domain.people.skills import refuse_unknown
from netlog.ledger.read.contacts import skills
from netlog.ledger.read.people import (
    everybody,
    how_much_is_open,
    in_batches,
    last_contacts_of,
)
from netlog.views.reader import UNASKED, Answers, Reader, reading


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
    """Contacts in order, some at a time, and how many they are.

    `organisation` is the one that they were to be of, if one was named. `archived` is how many of
    them are out of sight, where nobody is in it.
    """

    batches: Iterable[Sequence[Acquaintance]] = ()
    number: int = 0
    organisation: str | None = None
    archived: int = 0


@contextmanager
def people(settings: Settings, wanted: Wanted, answers: Answers = UNASKED) -> Iterator[People]:
    """Those who are wanted; by name, or where they were to be quiet, the most quiet first.

    To be read while the ledger is open.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownOrganisation, AmbiguousName, Refused: no organisation is called so, or several are;
            or nobody at all has the skill.
        Unreadable: how long they were to be quiet is no span of time.
    """
    days = None if wanted.quiet_for is None else span(wanted.quiet_for)
    with reading(settings, answers) as ledger:
        org = None if wanted.org is None else ledger.organisation(wanted.org)
        of_some = partial(
            everybody,
            ledger.connection,
            None if wanted.skill is None else comparison_key(wanted.skill),
            None if org is None else org.id,
        )
        contacts = of_some(archived=wanted.archived)
        if wanted.skill is not None and not contacts:
            refuse_unknown(wanted.skill, skills(ledger.connection))
        shown = _in_order(ledger, contacts, wanted.order, days)
        batches = in_batches(ledger.connection, ledger.me, shown)
        archived = 0 if contacts or wanted.archived else len(of_some(archived=True))
        yield People(batches, len(shown), None if org is None else org.name, archived)


def _in_order(
    ledger: Reader, contacts: Sequence[int], order: Order | None, days: int | None
) -> Sequence[int]:
    """Some contacts in an order, which have it by name; without those heard of since so long."""
    if days is not None or order == "last":
        last = last_contacts_of(ledger.connection, ledger.me, contacts)
        if days is not None:
            contacts = quiet(contacts, last, days, ledger.settings.today)
        if order in ("last", None):
            return longest_ago(contacts, last)
    if order == "open":
        return most_open(contacts, how_much_is_open(ledger.connection, ledger.me))
    return contacts
