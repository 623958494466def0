"""Recording a talk."""

from collections.abc import Sequence

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, attendees, record


def talk(desk: Desk, how: How, *, names: Sequence[str], by: str = "me") -> Receipt:
    """Record that some contacts talked with each other on a day: a call or a chat.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        return Draft(how.event(desk, "talk"), attendees(book, by, *names))

    return record(desk, how, decide)
