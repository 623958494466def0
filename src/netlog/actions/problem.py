"""Recording a problem with somebody who was introduced."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, record
from netlog.domain.ids import read_event_id
from netlog.domain.text import clean_text
from netlog.ledger.read.facts import introduced


def problem(desk: Desk, how: How, *, subject: str, about: str, culprit: str) -> Receipt:
    """Record that something went wrong with `culprit`, whom an introduction brought.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        event = how.event(desk, "problem")
        pair = introduced(book.connection, read_event_id(subject).number)
        culprit_id = book.known(culprit).id
        event = event._replace(
            about=clean_text(about, "The problem"),
            introduction_id=pair.event_id,
        )
        return Draft(event, (("culprit", culprit_id), ("harmed", pair.other(culprit_id))))

    return record(desk, how, decide)
