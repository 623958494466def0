"""Recording a meeting."""

from collections.abc import Sequence

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, record
from netlog.domain.records import Event
from netlog.domain.text import optional_text


def meet(
    desk: Desk,
    how: How,
    *,
    names: Sequence[str],
    by: str = "me",
    on: str = "today",
    place: str | None = None,
    via: str | None = None,
    note: str | None = None,
) -> Receipt:
    """Record that some contacts met on a day.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        event = Event(
            id=0,
            kind="meeting",
            happened_on=desk.past_day(on),
            place=optional_text(place, "The place"),
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
        )
        met = dict.fromkeys(book.known_or_added(by, *names))
        return Draft(event, [("attendee", contact) for contact in met])

    return record(desk, how, decide)
