"""Taking out an event, a thank-you or an apology, or a contact that is in nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from netlog.actions.book import Book
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
from netlog.ledger.write.change import Writer, write
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

    def run(writer: Writer) -> Edited:
        book = Book(desk, writer)
        subject_id = read_id(subject)
        if isinstance(subject_id, AcknowledgementId):
            return _delete_acknowledgement(book, subject_id.number)
        return _delete_event(book, read_event(book, subject))

    return write(desk.ledger, desk.command, run)


def delete_contact(desk: Desk, *, name: str) -> Removed:
    """Take out a contact that nothing refers to.

    Raises:
        UnknownName, AmbiguousName: it is nobody, or may be several.
        Refused: something refers to the contact.
    """

    def run(writer: Writer) -> Removed:
        contact = Book(desk, writer).known(name)
        refuse_to_remove(contact, references(writer.connection, contact.id))
        removed = Removed(contact, details(writer.connection, contact.id))
        surroundings = Surroundings(writer.connection, {contact.id})
        correcting.delete_contact(writer.rows, contact)
        surroundings.project(writer.rows)
        writer.summary = removed.summary
        return removed

    return write(desk.ledger, desk.command, run)


def _delete_event(book: Book, event_id: int) -> Edited:
    connection, rows = book.writer.connection, book.writer.rows
    voucher = voucher_with_id(connection, event_id)
    dependents = [*events_about(connection, event_id), *made_up_for(connection, event_id)]
    refuse_to_delete(voucher.event, dependents)
    surroundings = Surroundings(connection, reached(book, voucher) - {book.me})
    left = acknowledgements_for(connection, event_id, voucher.contacts - {book.me})
    correcting.delete_event(rows, voucher)
    difference = surroundings.project(rows)
    return receipt(book, "Deleted", voucher, voucher, difference, left=left)


def _delete_acknowledgement(book: Book, number: int) -> Edited:
    connection, rows = book.writer.connection, book.writer.rows
    acknowledgement = acknowledgement_with_id(connection, number)
    contacts = {acknowledgement.author_id, acknowledgement.recipient_id}
    surroundings = Surroundings(connection, contacts - {book.me})
    correcting.delete_acknowledgement(rows, acknowledgement)
    return receipt(book, "Deleted", acknowledgement, acknowledgement, surroundings.project(rows))
