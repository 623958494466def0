"""Recording thank-yous and apologies."""

from collections.abc import Sequence

from netlog.actions.book import Book, enter
from netlog.actions.desk import AGAIN, Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import How
from netlog.domain.acknowledging import refuse_between, to_thank_for
from netlog.domain.ids import EventId, looks_like_id, read_id, read_item_id
from netlog.domain.records import Acknowledgement, AcknowledgementKind
from netlog.errors import SaidAlready, Unreadable
from netlog.ledger.read.facts import voucher
from netlog.ledger.read.repeated import same_acknowledgement
from netlog.ledger.write import telling


def acknowledge(
    desk: Desk,
    how: How,
    kind: AcknowledgementKind,
    *,
    to: Sequence[str],
    by: str = "me",
    only: str | None = None,
) -> Receipt:
    """Record that `by` thanked some, or apologised: it closes every open one up to that day.

    An unknown name is a new contact only where that was asked for, or where it happened before
    today: what it was for may be told later.

    Args:
        desk: the settings of the command.
        how: its day, its channel, a note, and whether unknown names are new contacts.
        kind: which of the two it is.
        to: who heard it; or the one event that they were thanked for. Nobody is me, where somebody
            else said it.
        by: who said it.
        only: the one item that it is for.

    Raises:
        Refused, Unreadable: it could never be, or cannot be read.
    """

    def decide(book: Book) -> Receipt:
        draft = how.acknowledgement(desk, kind)
        item = None if only is None else book.item(read_item_id(only).number)
        event_id = None if kind == "apology" else _event_in(to)
        if event_id is not None:
            author = book.known(by).id
            recipients = to_thank_for(voucher(book.connection, event_id), author, book.me)
        else:
            is_past = draft.said_on < desk.today
            author, *recipients = _contacts(book, [by, *(to or ["me"])], is_past=is_past)
        book.refuse_new()
        for recipient in recipients:
            refuse_between(kind, author, recipient, book.me)
        draft = draft._replace(
            author_id=author,
            item_id=None if item is None else item.obligation.id,
            event_id=event_id,
        )
        drafts = [draft._replace(recipient_id=recipient) for recipient in recipients]
        said = [telling.tell(book.rows, each) for each in drafts]
        difference = book.tell(said, [], (author, *recipients))
        _refuse_to_repeat(book, said)  # once nothing else speaks against it
        wording = book.wording(difference, (author, *recipients))
        return Receipt(wording, difference, book.created, acknowledgements=tuple(said))

    if not to and by == "me":
        raise Unreadable("Whom you thanked is missing.", "netlog thank WHO... [--by WHO]")
    if only is not None and (len(to) > 1 or _event_in(to) is not None):
        raise Unreadable("--for names one due item, so name one contact.", "netlog thank WHO")
    return enter(desk, decide, new=how.new)


def _refuse_to_repeat(book: Book, said: Sequence[Acknowledgement]) -> None:
    """Refuse the same thank-you on one day, unless it is meant.

    Raises:
        SaidAlready: there is one, and nobody was asked.
    """
    for each in said if AGAIN not in book.desk.answers else ():
        same = same_acknowledgement(book.connection, each)
        if same is not None:
            raise SaidAlready(f"a{same}", each.said_on)


def _event_in(to: Sequence[str]) -> int | None:
    """The event that somebody was thanked for, where one was typed.

    Raises:
        Unreadable: an event beside a contact or another one.
    """
    ids = [read_id(typed) for typed in to if looks_like_id(typed)]
    events = [event.number for event in ids if isinstance(event, EventId)]
    if events and len(to) > 1:
        raise Unreadable("A thank-you is for one event, or to contacts.", "netlog thank e12")
    return events[0] if events else None


def _contacts(book: Book, typed: Sequence[str], *, is_past: bool) -> list[int]:
    """The author and the recipients, each of these once."""
    if book.new or is_past:
        author, *recipients = book.known_or_added(*typed)
    else:
        author, *recipients = [book.known(name).id for name in typed]
    return [author, *dict.fromkeys(recipients)]
