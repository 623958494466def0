"""Recording an outreach."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, record
from netlog.domain.records import Event
from netlog.domain.text import optional_text


def reach(
    desk: Desk,
    how: How,
    *,
    who: str,
    by: str = "me",
    about: str | None = None,
    expect_reply: bool = False,
    on: str = "today",
    via: str | None = None,
    note: str | None = None,
) -> Receipt:
    """Record that `by` reached out to `who`.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        author, recipient = book.known_or_added(by, who)
        event = Event(
            id=0,
            kind="outreach",
            happened_on=desk.past_day(on),
            about=optional_text(about, "The topic"),
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
            expect_reply=expect_reply,
        )
        return Draft(event, (("author", author), ("recipient", recipient)))

    return record(desk, how, decide)
