"""Recording an outreach."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, record
from netlog.domain.text import optional_text


def reach(
    desk: Desk,
    how: How,
    *,
    to: str,
    by: str = "me",
    about: str | None = None,
    expect_reply: bool = False,
) -> Receipt:
    """Record that `by` reached out to `to`.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        author, recipient = book.known_or_added(by, to)
        event = how.event(desk, "outreach")._replace(
            about=optional_text(about, "The topic"),
            expect_reply=expect_reply,
        )
        return Draft(event, (("author", author), ("recipient", recipient)))

    return record(desk, how, decide)
