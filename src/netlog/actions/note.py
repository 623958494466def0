"""Writing down what to remember about somebody."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, record
from netlog.domain.text import clean_text


def note(desk: Desk, how: How, *, who: str, text: str) -> Receipt:
    """Record a note on a contact.

    Raises:
        Refused, Unreadable: it says nothing, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        (subject,) = book.known_or_added(who)
        event = how.event(desk, "note")._replace(about=clean_text(text, "The note"))
        return Draft(event, [("subject", subject)])

    return record(desk, how, decide)
