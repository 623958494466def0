"""Taking a contact out that is in no event."""

from typing import TYPE_CHECKING

from netlog.cli.asking import Answers, asking
from netlog.cli.book import Book
from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from netlog.ledger.write.change import Writer
    from netlog.render.removed import Removed


def remove(desk: Desk, name: str, *, quiet: bool, json: bool) -> None:
    """Take out the contact that was typed, and say so.

    Raises:
        UnknownName, AmbiguousName: it is nobody, or may be several.
        Refused: something refers to the contact.
    """
    from netlog.ledger.write.change import write
    from netlog.render import removed as rendered

    def attempt(answers: Answers) -> "Removed":
        def run(writer: "Writer") -> "Removed":
            return _remove(Book(desk, writer, answers=answers), name)

        return write(desk.ledger, desk.command, run)

    removed = asking(attempt)
    if json:
        rendered.print_json(removed)
    elif not quiet:
        rendered.print_text(removed)


def _remove(book: Book, name: str) -> "Removed":
    from netlog.domain.people.contacts import refuse_to_remove
    from netlog.ledger.read.contacts import details
    from netlog.ledger.write import removal
    from netlog.render.removed import Removed

    connection = book.writer.connection
    contact = book.known(name)
    refuse_to_remove(contact, removal.references(connection, contact.id))
    removed = Removed(contact, details(connection, contact.id))
    removal.remove(connection, book.writer.rows, contact)
    book.writer.summary = removed.summary
    return removed
