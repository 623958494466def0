"""Recording a promise."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, record
from netlog.domain.text import clean_text


def promise(
    desk: Desk,
    how: How,
    *,
    about: str,
    by: str = "me",
    to: str = "me",
    due: str | None = None,
    times: int = 1,
) -> Receipt:
    """Record that `by` promised `to` something.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        event = how.event(desk, "promise")
        promiser, promisee = book.known_or_added(by, to)
        event = event._replace(
            about=clean_text(about, "The promise"),
            due_on=None if due is None else desk.coming_day(due, event.happened_on),
            times=times,
        )
        return Draft(event, (("promiser", promiser), ("promisee", promisee)))

    return record(desk, how, decide)
