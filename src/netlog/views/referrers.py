"""Who brings good people: everybody who gave introductions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from netlog.config import Settings
from netlog.domain.report.referrers import Referrer, ranked, silent_until
from netlog.ledger.read.contacts import contacts_by_id, keys
from netlog.ledger.read.ranking import everybody_of
from netlog.ledger.read.referrers import introductions_given
from netlog.views.reader import reading


class Referring(NamedTuple):
    """One referrer by name, with the organisation they are of, if any.

    `people` are those of an organisation whose introductions are counted in it.
    """

    name: str
    organisation: str | None
    people: Sequence[str]
    judged: Referrer


@dataclass(frozen=True, slots=True)
class Referrers:
    """The first referrers, those who surely bring good people before others, and how many more."""

    lines: Sequence[Referring] = ()
    more: int = 0


def referrers(settings: Settings, most: int | None = None) -> Referrers:
    """The referrers, at most so many.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    with reading(settings) as ledger:
        introductions = introductions_given(ledger.connection, silent_until(settings.today))
        people_of = everybody_of(ledger.connection)
        shown, number = ranked(introductions, keys(ledger.connection), people_of, most)
        contacts = contacts_by_id(ledger.connection, (referrer.contact_id for referrer in shown))
        organisations = {
            contact.organisation_id for contact in contacts.values() if contact.organisation_id
        }
        people = {person for referrer in shown for person in referrer.people}
        names = ledger.names(organisations | people).by_id
    lines = [
        Referring(
            name=contacts[referrer.contact_id].name,
            organisation=names.get(contacts[referrer.contact_id].organisation_id or 0),
            people=sorted((names[person] for person in referrer.people), key=str.casefold),
            judged=referrer.judged,
        )
        for referrer in shown
    ]
    return Referrers(lines, number - len(lines))
