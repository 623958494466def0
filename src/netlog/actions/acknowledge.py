"""Recording a thank-you or an apology."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt, acknowledgement_receipt
from netlog.domain.acknowledging import refuse_between
from netlog.domain.ids import read_item_id
from netlog.domain.records import Acknowledgement, AcknowledgementKind
from netlog.domain.text import optional_text
from netlog.ledger.write import telling
from netlog.ledger.write.change import Writer, write


def acknowledge(
    desk: Desk,
    kind: AcknowledgementKind,
    *,
    to: str,
    by: str = "me",
    only: str | None = None,
    on: str = "today",
    via: str | None = None,
    note: str | None = None,
    new: bool = False,
) -> Receipt:
    """Record that `by` thanked `to`, or apologised: it closes every open one up to that day.

    An unknown name is a new contact only where that was asked for, or where it happened before
    today: what it was for may be told later.

    Args:
        desk: the settings of the command.
        kind: which of the two it is.
        to: who heard it.
        by: who said it.
        only: the one item that it is for.
        on: the day.
        via: the channel.
        note: a remark.
        new: whether unknown names are new contacts.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def run(writer: Writer) -> Receipt:
        book = Book(desk, writer, new)
        day = desk.past_day(on)
        item = None if only is None else book.item(read_item_id(only).number)
        if new or day < desk.today:
            author, recipient = book.known_or_added(by, to)
        else:
            author, recipient = book.known(by).id, book.known(to).id
        book.refuse_new()
        refuse_between(kind, author, recipient, book.me)
        acknowledgement = telling.add_acknowledgement(
            writer.rows,
            Acknowledgement(
                id=0,
                kind=kind,
                said_on=day,
                author_id=author,
                recipient_id=recipient,
                item_id=None if item is None else item.obligation.id,
                via=optional_text(via, "The channel"),
                note=optional_text(note, "The note"),
            ),
        )
        difference = book.tell([acknowledgement], [], (author, recipient))
        return acknowledgement_receipt(book, acknowledgement, difference)

    return write(desk.ledger, desk.command, run)
