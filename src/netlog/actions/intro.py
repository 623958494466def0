"""Recording an introduction."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import Draft, How, record
from netlog.domain.events.introduction import read_first, refuse_to_keep
from netlog.domain.ids import read_event_id, read_item_id
from netlog.domain.money import read_amount
from netlog.domain.text import optional_text
from netlog.ledger.read.facts import introduced


def intro(
    desk: Desk,
    how: How,
    *,
    client: str,
    provider: str,
    by: str = "me",
    need: str | None = None,
    fee: str | None = None,
    first: str = "provider",
    replaces: str | None = None,
    keeps: str | None = None,
) -> Receipt:
    """Record that `by` introduced the client, who has the need, to the provider.

    `first` is who of the two was to make the first move; `keeps` the promise of `by` of which the
    introduction is one part.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Draft:
        introducer_id, client_id, provider_id = book.known_or_added(by, client, provider)
        event = how.event(desk, "introduction")._replace(
            about=optional_text(need, "The need"),
            fee="" if fee is None else read_amount(fee, desk.settings.currency),
            client_first=read_first(first),
            replaces_id=None if replaces is None else _replaced(book, replaces),
        )
        if keeps is not None:
            promise = book.item(read_item_id(keeps).number)
            refuse_to_keep(promise, introducer_id, event.happened_on)
            event = event._replace(keeps_id=promise.obligation.id)
        return Draft(
            event,
            (("introducer", introducer_id), ("client", client_id), ("provider", provider_id)),
        )

    return record(desk, how, decide)


def _replaced(book: Book, typed: str) -> int:
    return introduced(book.connection, read_event_id(typed).number).event_id
