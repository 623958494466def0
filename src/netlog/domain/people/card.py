"""The card of a contact: what is known of it, and what a command made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.dates.grammar import normalised, read_span
from netlog.domain.people.contacts import DetailDraft
from netlog.domain.people.needs import Need
from netlog.domain.records import Contact, Detail, Interval
from netlog.domain.wording import count

LABELS = {
    "title": "job",
    "skill": "skills",
    "need": "needs",
    "email": "e-mail",
    "phone": "phone",
    "url": "page",
    "alias": "also called",
}
_GONE = {
    "title": "no longer works as",
    "skill": "no longer has the skill",
    "need": "no longer needs",
    "email": "no longer has the address",
    "phone": "no longer has the number",
    "url": "no longer has the page",
    "alias": "no longer called",
    "extra": "no longer has",
}
_UNITS = {"d": "day", "w": "week"}


@dataclass(frozen=True, slots=True)
class Card:
    """A contact with all that is known of it; `created` are the contacts that are new.

    `before` is the contact as it was, or came to be, `interval_before` how often to be in touch.
    `added` are the details that are, `dropped` those that are there no more; `old_name` is what it
    was called before, where that stays as an alias; `touch_due_on` by when to be in touch.
    `former_organisation` is the one that it was of until now, where anything is recorded of it:
    that goes along. `archived_on` is since when it is archived, if it is, and `archive` whether
    that was said, or taken back, just now; `is_archived_so` tells that it was so already.
    """

    contact: Contact
    before: Contact
    organisation: Contact | None
    details: Sequence[Detail]
    created: Sequence[str]
    written: bool
    added: Sequence[DetailDraft] = ()
    dropped: Sequence[Detail] = ()
    old_name: str | None = None
    interval: Interval | None = None
    interval_before: Interval | None = None
    touch_due_on: date | None = None
    today: date = date.max
    former_organisation: str | None = None
    needs: Sequence[Need] = ()
    archived_on: date | None = None
    archive: bool | None = None
    is_archived_so: bool = False

    def values(self, kind: str) -> list[str]:
        """The details of one kind; of needs, those that are open."""
        answered = {each.detail.id for each in self.answered}
        details = (detail for detail in self.details if detail.kind == kind)
        return [detail.value for detail in details if detail.id not in answered]

    @property
    def answered(self) -> list[Need]:
        """The needs for which there was an introduction."""
        return [need for need in self.needs if not need.is_open]

    @property
    def gone(self) -> list[str]:
        """What was dropped just now, in words: "no longer needs flat"."""
        return [
            f"{words} {', '.join(values)}"
            for kind, words in _GONE.items()
            if (values := [detail.value for detail in self.dropped if detail.kind == kind])
        ]

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        contact, before, additions = self.contact, self.before, list[str]()
        if self.organisation is not None and contact.organisation_id != before.organisation_id:
            additions.append(f"at {self.organisation.name}")
        if self.interval != self.interval_before:
            additions.append(f"in touch {interval_text(self.interval)}")
        for kind, label in LABELS.items():
            if values := [draft.value for draft in self.added if draft.kind == kind]:
                additions.append(f"{label} {', '.join(values)}")
        additions += self.gone
        if self.archive is not None and not self.is_archived_so:
            additions.append("archived" if self.archive else "archived no more")
        if contact.name in self.created:
            headline = f"Added {contact.name}"
        elif contact.name != before.name:
            headline = f"Renamed {before.name} to {contact.name}"
        else:
            headline = contact.name
        return f"{headline}: {'; '.join(additions)}" if additions else headline


def interval_text(interval: Interval | None) -> str:
    """How often, as it was said: "every 6 weeks", "every week"; "as it comes" for no interval."""
    if interval is None or interval.days is None:
        return "as it comes"
    number, unit = _unit(interval.said, interval.days)
    return f"every {unit}" if number == 1 else f"every {count(number, unit)}"


def _unit(said: str, days: int) -> tuple[int, str]:
    """The number and the unit of an interval, as it was said where that is in days or weeks."""
    span = read_span(normalised(said))
    if span is not None and span.unit in _UNITS:
        return span.amount, _UNITS[span.unit]
    return (days, "day") if days % 7 else (days // 7, "week")
