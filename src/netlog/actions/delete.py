"""Taking out an event, a thank-you or an apology, or a contact that is in nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from netlog.actions.book import Book, enter
from netlog.actions.desk import Desk
from netlog.actions.edit import Edited, read_event, receipt
from netlog.actions.recording import reached
from netlog.domain.correcting import refuse_to_delete
from netlog.domain.ids import AcknowledgementId, read_id
from netlog.domain.people.contacts import refuse_to_remove
from netlog.domain.records import Contact, Detail
from netlog.ledger.read.contacts import details
from netlog.ledger.read.corrections import acknowledgement as acknowledgement_with_id
from netlog.ledger.read.corrections import acknowledgements_for, events_about, made_up_for
from netlog.ledger.read.facts import voucher as voucher_with_id
from netlog.ledger.read.references import references
from netlog.ledger.write import correcting
from netlog.ledger.write.projecting import Surroundings


@dataclass(frozen=True, slots=True)
class Removed:
    """A contact that was taken out, with what was known of it."""

    contact: Contact
    details: Sequence[Detail]

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        return f"Deleted the contact {self.contact.name}"


def delete(desk: Desk, *, subject: str) -> Edited:
    """Take an event, a thank-you or an apology out of the ledger.

    Raises:
        NoSuchItem, Refused, Unreadable: there is none, or others are about it.
    """

    def decide(book: Book) -> Edited:
        subject_id = read_id(subject)
        if isinstance(subject_id, AcknowledgementId):
            return _delete_acknowledgement(book, subject_id.number)
        return _delete_event(book, read_event(book, subject))

    return enter(desk, decide)


def delete_contact(desk: Desk, *, name: str) -> Removed:
    """Take out a contact that nothing refers to.

    Raises:
        UnknownName, AmbiguousName: it is nobody, or may be several.
        Refused: something refers to the contact.
    """

    def decide(book: Book) -> Removed:
        contact = book.known(name)
        refuse_to_remove(contact, references(book.connection, contact.id))
        removed = Removed(contact, details(book.connection, contact.id))
        surroundings = Surroundings(book.connection, {contact.id})
        correcting.delete_contact(book.rows, contact)
        surroundings.project(book.rows)
        return removed

    return enter(desk, decide)


def _delete_event(book: Book, event_id: int) -> Edited:
    voucher = voucher_with_id(book.connection, event_id)
    dependents = [*events_about(book.connection, event_id), *made_up_for(book.connection, event_id)]
    refuse_to_delete(voucher.event, dependents)
    surroundings = Surroundings(book.connection, reached(book, voucher) - {book.me})
    left = acknowledgements_for(book.connection, event_id, voucher.contacts - {book.me})
    correcting.delete_event(book.rows, voucher)
    difference = surroundings.project(book.rows)
    return receipt(book, "Deleted", voucher, voucher, difference, left=left)


def _delete_acknowledgement(book: Book, number: int) -> Edited:
    acknowledgement = acknowledgement_with_id(book.connection, number)
    contacts = {acknowledgement.author_id, acknowledgement.recipient_id}
    surroundings = Surroundings(book.connection, contacts - {book.me})
    correcting.delete_acknowledgement(book.rows, acknowledgement)
    difference = surroundings.project(book.rows)
    return receipt(book, "Deleted", acknowledgement, acknowledgement, difference)
