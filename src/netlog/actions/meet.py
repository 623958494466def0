"""Recording a meeting."""

from collections.abc import Sequence

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, attendees, record
from netlog.domain.text import optional_text


def meet(
    desk: Desk,
    how: How,
    *,
    names: Sequence[str],
    by: str = "me",
    place: str | None = None,
) -> Receipt:
    """Record that some contacts met on a day.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        event = how.event(desk, "meeting")._replace(place=optional_text(place, "The place"))
        return Draft(event, attendees(book, by, *names))

    return record(desk, how, decide)
