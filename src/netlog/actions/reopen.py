"""Saying of items that they did not end so."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from netlog.actions.book import Book, enter
from netlog.actions.desk import Desk
from netlog.domain.items import Item
from netlog.domain.projection.closing import go_together
from netlog.domain.projection.difference import Difference
from netlog.domain.records import Obligation, Settlement, Statement
from netlog.domain.summary import and_more
from netlog.domain.wording import Wording
from netlog.errors import Refused
from netlog.ledger.read.items import items as items_with
from netlog.ledger.read.records import record_of, select_in
from netlog.ledger.write import telling
from netlog.ledger.write.projecting import Surroundings
from netlog.ledger.write.schema.facts import StatementRow


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
            did, what = f"Took back how {now.obligation.id} ended", self.wording.owed(now)
        elif first.obligation.closed_on is None:
            did, what = f"Took back a part of {now.obligation.id}", self.wording.owes(now)
        else:
            did, what = f"Reopened {now.obligation.id}", self.wording.owes(now)
        return f"{did}: {what}{and_more(self.items)}"


def reopen(desk: Desk, *, ids: Sequence[str]) -> Reopened:
    """Take back, for each of some items alone, the last thing said of how it ended.

    A response and the question about it are one thing where one fact closed both.

    Where an event, an acknowledgement or a word about something else closed it, it is stated that
    this one did not; a later one still can.

    Raises:
        NoSuchItem, Refused, Unreadable: one of them is not settled, or no item.
    """

    def decide(book: Book) -> Reopened:
        items = book.items(ids)
        contacts = {contact for item in items for contact in item.contacts}
        surroundings = Surroundings(book.connection, contacts - {book.me})
        for pair in _with_their_pairs(book, items):
            _take_back(book, pair)
        difference = surroundings.project(book.rows)
        return Reopened(book.wording(difference, contacts), items, difference)

    return enter(desk, decide)


def _with_their_pairs(book: Book, items: Sequence[Item]) -> list[Sequence[Item]]:
    """Each item once, with what goes together with it where the same fact closed both."""
    together: list[Sequence[Item]] = []
    taken = set[int]()
    for item in items:
        if item.obligation.id not in taken:
            pair = [item, *_closed_with(book, item)]
            taken |= {each.obligation.id for each in pair}
            together.append(pair)
    return together


def _closed_with(book: Book, item: Item) -> list[Item]:
    cause = _last_settlement(item).cause
    return [
        other
        for other in _others_of_event(book, item)
        if go_together(item.obligation, other.obligation)
        and other.settlements
        and other.settlements[-1].cause == cause
    ]


def _take_back(book: Book, pair: Sequence[Item]) -> None:
    settlement = _last_settlement(pair[0])
    said = record_of(book.connection, Statement, settlement.statement_id or 0)
    numbers = {item.obligation.id for item in pair}
    is_of_it = said is not None and said.item_id in numbers
    if said is not None and is_of_it and not _settled_others(book, pair[0], settlement, numbers):
        book.rows.delete(StatementRow, said.id)
        return
    for number in sorted(numbers):
        event_id, acknowledgement_id, statement_id = settlement.cause
        telling.tell(
            book.rows,
            Statement(
                id=0,
                kind="unsettled",
                said_on=book.desk.today,
                item_id=number,
                event_id=event_id,
                acknowledgement_id=acknowledgement_id,
                statement_id=statement_id,
            ),
        )


def _settled_others(
    book: Book, item: Item, settlement: Settlement, numbers: Collection[int]
) -> bool:
    """Whether what was said of an item settled others of its event than some, which stay."""
    return any(
        each.statement_id == settlement.statement_id
        for other in _others_of_event(book, item)
        if other.obligation.id not in numbers
        for each in other.settlements
    )


def _others_of_event(book: Book, item: Item) -> list[Item]:
    of_event = select_in(book.connection, Obligation, "event_id", [item.event.id])
    return items_with(book.connection, [each for each in of_event if each.id != item.obligation.id])


def _last_settlement(item: Item) -> Settlement:
    if not item.settlements:
        raise Refused(
            f"{item.obligation.id} is open: nothing of it is settled yet.",
            "netlog due --all lists it.",
        )
    return item.settlements[-1]
