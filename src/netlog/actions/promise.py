"""Recording a promise."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, record
from netlog.domain.records import Event
from netlog.domain.text import clean_text, optional_text


def promise(
    desk: Desk,
    how: How,
    *,
    what: str,
    by: str = "me",
    to: str = "me",
    due: str | None = None,
    times: int = 1,
    on: str = "today",
    via: str | None = None,
    note: str | None = None,
) -> Receipt:
    """Record that `by` promised `to` something.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        day = desk.past_day(on)
        promiser, promisee = book.known_or_added(by, to)
        event = Event(
            id=0,
            kind="promise",
            happened_on=day,
            about=clean_text(what, "The promise"),
            due_on=None if due is None else desk.coming_day(due, day),
            times=times,
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
        )
        return Draft(event, (("promiser", promiser), ("promisee", promisee)))

    return record(desk, how, decide)
