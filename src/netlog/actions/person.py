"""Adding a contact, or to what is known of one."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netlog.actions.book import Book, enter
from netlog.actions.desk import Desk
from netlog.domain.people.card import Card
from netlog.domain.people.contacts import (
    DetailDraft,
    NewDetails,
    additions,
    old_name,
    refuse_itself,
    refuse_taken,
    refuse_taken_name,
    removals,
)
from netlog.domain.people.names import comparison_key
from netlog.domain.people.naming import refuse_as_name
from netlog.domain.projection.touching import read_interval
from netlog.domain.records import HERE, Archival, Contact, Detail, Interval
from netlog.domain.text import clean_name
from netlog.errors import Refused
from netlog.ledger.read.archived import archived_since
from netlog.ledger.read.contacts import contacts_by_id, details, names_by_id, organisation_of
from netlog.ledger.read.facts import owed
from netlog.ledger.read.intervals import current_intervals, interval_on
from netlog.ledger.read.needs import needs_of
from netlog.ledger.read.references import references
from netlog.ledger.write import telling
from netlog.ledger.write.projecting import Surroundings


class Typed(NamedTuple):
    """A contact and what to set of it, as typed; `archive`: out of sight, or back, or as it is."""

    name: str
    details: NewDetails
    org: str | None = None
    every: str | None = None
    rename: str | None = None
    drop: Sequence[str] = ()
    archive: bool | None = None

    @property
    def notes_something(self) -> bool:
        """Whether something is said of a contact that may be new."""
        return bool(self.org or self.every or any(self.details.values()))


def person(desk: Desk, typed: Typed, *, new: bool = False) -> Card:
    """Write what was typed of a contact, and return the card.

    Raises:
        Refused, Unreadable: it makes no sense.
    """

    def decide(book: Book) -> Card:
        card = _write(book, typed, *_contact(book, typed))
        book.refuse_new()
        return card

    return enter(desk, decide, new=new)


def _contact(book: Book, typed: Typed) -> tuple[Contact, str | None]:
    """The contact, as it was, and the old name that stays as an alias where it was renamed."""
    if typed.rename is not None:
        contact = book.known(typed.name)
        return contact, _rename(book, contact, typed.rename)
    if not (book.new or typed.notes_something):
        return book.known(typed.name), None
    (contact_id,) = book.known_or_added(typed.name)
    return contacts_by_id(book.connection, [contact_id])[contact_id], None


def _write(book: Book, typed: Typed, before: Contact, alias: str | None) -> Card:
    contact_id = before.id
    interval_before = current_intervals(book.connection, [contact_id]).get(contact_id)
    if typed.org is not None:
        _join(book, contact_id, typed.org)
    dropped = _drop(book, contact_id, typed.drop)
    if typed.every is not None:
        _keep_in_touch(book, before, typed.every)
    is_archived_so = typed.archive is not None and not _archive(book, before, typed.archive)
    added = _add(book, contact_id, typed.details)
    contact = contacts_by_id(book.connection, [contact_id])[contact_id]
    return Card(
        contact=contact,
        before=before,
        interval_before=interval_before,
        organisation=organisation_of(book.connection, contact),
        details=details(book.connection, contact_id),
        created=book.created,
        written=book.rows.has_written,
        added=added,
        dropped=dropped,
        old_name=alias,
        interval=current_intervals(book.connection, [contact_id]).get(contact_id),
        touch_due_on=_touch_due_on(book, contact_id),
        today=book.desk.today,
        former_organisation=_former_organisation(book, before, contact),
        needs=needs_of(book.connection, [contact_id])[contact_id],
        archived_on=archived_since(book.connection, [contact_id]).get(contact_id),
        archive=typed.archive,
        is_archived_so=is_archived_so,
    )


def _add(book: Book, contact_id: int, new: NewDetails) -> list[DetailDraft]:
    """Note more of a contact; a need that is said again counts from today."""
    rows, today = book.rows, book.desk.today
    known = details(book.connection, contact_id)
    earlier = {detail.key: detail for detail in known if detail.noted_on not in (None, today)}
    added = additions(new, (detail for detail in known if detail not in earlier.values()))
    for draft in added:
        key = comparison_key(draft.value)
        refuse_taken(draft, contact_id, book.directory.exactly(key))
        if draft.kind == "need" and key in earlier:
            telling.note_again(rows, earlier[key], today)
        else:
            noted_on = today if draft.kind == "need" else None
            telling.add_detail(rows, contact_id, draft.kind, draft.value, noted_on)
    return added


def _touch_due_on(book: Book, contact_id: int) -> date | None:
    """By when to be in touch with a contact; None where nothing is open."""
    items = owed(book.connection, book.me, contact_id)
    return min((item.due_on for item in items if item.kind == "touch"), default=None)


def _former_organisation(book: Book, before: Contact, after: Contact) -> str | None:
    """The organisation that somebody with a past was moved away from, if they were."""
    connection, former_id = book.connection, before.organisation_id
    if former_id in (None, after.organisation_id) or not references(connection, after.id).events:
        return None
    return names_by_id(connection, [former_id])[former_id]


def _rename(book: Book, contact: Contact, typed: str) -> str | None:
    """Rename a contact; return the old name where it stays as an alias."""
    name = clean_name(typed)
    key = comparison_key(name)
    refuse_taken_name(contact, name, book.directory.exactly(key))
    refuse_as_name(name, new=book.new)
    if contact.name == name:
        return None
    known_details = details(book.connection, contact.id)
    telling.change_contact(book.rows, contact.id, name=name, key=key)
    for detail in known_details:
        if detail.kind == "alias" and detail.key == key:
            telling.drop_detail(book.rows, detail)
    alias = old_name(contact, name, known_details)
    if alias is not None:
        telling.add_detail(book.rows, contact.id, "alias", alias)
    return alias


def _drop(book: Book, contact_id: int, unwanted: Sequence[str]) -> list[Detail]:
    name = contacts_by_id(book.connection, [contact_id])[contact_id].name
    dropped = removals(unwanted, details(book.connection, contact_id), name)
    for detail in dropped:
        telling.drop_detail(book.rows, detail)
    return dropped


def _keep_in_touch(book: Book, contact: Contact, every: str) -> None:
    """Set how often to be in touch from today on; said twice on one day, it is said once."""
    days = read_interval(every)
    if contact.is_me:
        raise Refused("You are in touch with yourself anyway.")
    today, said = book.desk.today, " ".join(every.split())
    in_force = interval_on(book.connection, contact.id, today)
    if in_force is not None and (in_force.since_on, in_force.days) == (today, days):
        return
    surroundings = Surroundings(book.connection, {contact.id})
    telling.tell(book.rows, Interval(0, contact.id, today, days, said, told=0, origin=HERE))
    surroundings.project(book.rows)


def _archive(book: Book, contact: Contact, archive: bool) -> bool:
    """Put a contact out of sight from today on, or back; False where it is so already.

    Said again on another day it is a fact: what is told later may come between the two.
    """
    if contact.is_me:
        raise Refused("You cannot be out of your own sight.")
    since = archived_since(book.connection, [contact.id]).get(contact.id)
    if since == (book.desk.today if archive else None):
        return False
    surroundings = Surroundings(book.connection, {contact.id})
    archival = Archival(0, contact.id, book.desk.today, not archive, told=0, origin=HERE)
    telling.tell(book.rows, archival)
    surroundings.project(book.rows)
    return True


def _join(book: Book, contact_id: int, org: str) -> None:
    if not org:
        if contacts_by_id(book.connection, [contact_id])[contact_id].organisation_id:
            telling.change_contact(book.rows, contact_id, organisation_id=None)
        return
    organisation_id = book.organisation(org)
    contacts = contacts_by_id(book.connection, [contact_id, organisation_id])
    refuse_itself(contacts[contact_id], contacts[organisation_id])
    if contacts[organisation_id].kind != "organisation":
        telling.change_contact(book.rows, organisation_id, kind="organisation")
    if contacts[contact_id].organisation_id != organisation_id:
        telling.change_contact(book.rows, contact_id, organisation_id=organisation_id)
