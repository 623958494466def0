"""What one wants to know of somebody before a coffee with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netlog.domain.history import Entry
from netlog.domain.items import Item
from netlog.domain.people.needs import Need
from netlog.domain.records import Contact, Detail, Event, Interval
from netlog.domain.report.dossier import Report
from netlog.domain.report.introductions import KnownIntroduction

LATEST = 5  # of what happened


class Note(NamedTuple):
    """What I noted, and of which contact."""

    event: Event
    contact_id: int


@dataclass(frozen=True, slots=True)
class Brief:
    """A contact, and for an organisation its people: what is known, open, and said last.

    `needs` are those that nobody answered yet. `open` is what stands between us, the most urgent
    first; `words` the last that passed between us, the latest first, and `notes` what I noted.
    """

    report: Report
    people: Sequence[Contact]
    details: Sequence[Detail]
    needs: Sequence[Need]
    interval: Interval | None
    touch_due_on: date | None
    archived_on: date | None
    open: Sequence[Item]
    words: Sequence[Entry]
    notes: Sequence[Note]

    @property
    def contact(self) -> Contact:
        """Whom it is about."""
        return self.report.dossier.contact

    @property
    def introductions(self) -> Sequence[KnownIntroduction]:
        """The latest introductions by them and to them, the latest first."""
        known = self.report.dossier.introductions
        return sorted(known, key=lambda known: known.event.moment, reverse=True)[:LATEST]

    def values(self, kind: str, contact_id: int | None = None) -> list[str]:
        """The details of one kind, of the contact itself unless of another one."""
        whose = self.contact.id if contact_id is None else contact_id
        return [
            detail.value
            for detail in self.details
            if (detail.contact_id, detail.kind) == (whose, kind)
        ]
