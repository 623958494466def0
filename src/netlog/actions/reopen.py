"""Saying of items that they did not end so."""

from collections.abc import Sequence
from dataclasses import dataclass

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.domain.items import Item
from netlog.domain.projection.difference import Difference
from netlog.domain.records import Obligation, Settlement, Statement
from netlog.domain.summary import and_more
from netlog.domain.wording import Wording
from netlog.errors import Refused
from netlog.ledger.read.records import one, select_in
from netlog.ledger.write import telling
from netlog.ledger.write.change import Writer, write
from netlog.ledger.write.projecting import Surroundings
from netlog.ledger.write.schema import StatementRow


@dataclass(frozen=True, slots=True)
class Reopened:
    """Items of which the last word was taken back, and what that changed."""

    wording: Wording
    items: Sequence[Item]
    difference: Difference

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        first = self.items[0]
        now = self.difference.after.get(first.obligation.id, first)
        if now.obligation.closed_on is not None:  # by what was said of it before, or came later
            owed = self.wording.owed(now)
            return f"Took back how {now.obligation.id} ended: {owed}{and_more(self.items)}"
        owes = self.wording.owes(first)
        return f"Reopened {first.obligation.id}: {owes}{and_more(self.items)}"


def reopen(desk: Desk, *, ids: Sequence[str]) -> Reopened:
    """Take back, for each of some items alone, the last thing said of how it ended.

    Where an event, an acknowledgement or a word about something else closed it, it is stated that
    this one did not; a later one still can.

    Raises:
        NoSuchItem, Refused, Unreadable: one of them is not settled, or no item.
    """

    def run(writer: Writer) -> Reopened:
        book = Book(desk, writer)
        items = book.items(ids)
        contacts = {contact for item in items for contact in item.contacts}
        surroundings = Surroundings(writer.connection, contacts - {book.me})
        for item in items:
            _take_back(book, item)
        difference = surroundings.project(writer.rows)
        reopened = Reopened(book.wording(difference, contacts), items, difference)
        writer.summary = reopened.summary
        return reopened

    return write(desk.ledger, desk.command, run)


def _take_back(book: Book, item: Item) -> None:
    settlement = _last_settlement(item)
    said = one(book.writer.connection, Statement, settlement.statement_id or 0)
    is_of_it = said is not None and said.item_id == item.obligation.id
    if said is not None and is_of_it and not _settled_others(book, item, settlement):
        book.writer.rows.delete(StatementRow, said.id)
        return
    telling.add_statement(
        book.writer.rows,
        Statement(
            id=0,
            kind="unsettled",
            said_on=book.desk.today,
            item_id=item.obligation.id,
            event_id=settlement.event_id,
            acknowledgement_id=settlement.acknowledgement_id,
            statement_id=settlement.statement_id,
        ),
    )


def _settled_others(book: Book, item: Item, settlement: Settlement) -> bool:
    """Whether what was said of the item settled others of its event as well, which stay."""
    of_event = select_in(book.writer.connection, Obligation, "event_id", [item.event.id])
    others = {obligation.id for obligation in of_event} - {item.obligation.id}
    return any(
        other.statement_id == settlement.statement_id
        for other in select_in(book.writer.connection, Settlement, "obligation_id", others)
    )


def _last_settlement(item: Item) -> Settlement:
    if not item.settlements:
        raise Refused(
            f"{item.obligation.id} is open: nothing of it is settled yet.",
            "netlog due --all lists it.",
        )
    return item.settlements[-1]
