"""Saying how items ended: kept, broken, waived; or that they are to be out of sight."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from netlog.actions.book import Book, enter
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import How
from netlog.domain.items import Item
from netlog.domain.projection.difference import Difference
from netlog.domain.projection.settling import refuse_before_it_was_opened, refuse_parts
from netlog.domain.records import Ending, Statement
from netlog.ledger.read.facts import vouchers
from netlog.ledger.write import telling


def settle(
    desk: Desk, how: How, ending: Ending, *, ids: Sequence[str], times: int | None = None
) -> Receipt:
    """Say of items how they ended on a day.

    Args:
        desk: the settings of the command.
        how: the day, the channel, a note.
        ending: how they ended.
        ids: the items.
        times: how many parts of each came; None for all that are left.

    Raises:
        Refused, Unreadable: one of them was not open on that day, or cannot be read.
    """
    statement = how.statement(desk, ending)._replace(times=times)
    if times is not None:
        refuse_parts(times)
    return _say(desk, ids, lambda _: statement)


def settle_each(desk: Desk, days: Mapping[int, date | None]) -> Receipt:
    """Say of items that they were kept, each on its day; where that is None, today.

    Raises:
        Refused: one of them was not open on that day.
    """

    def statement(item: Item) -> Statement:
        return Statement(id=0, kind="kept", said_on=days[item.obligation.id] or desk.today)

    return _say(desk, [*map(str, days)], statement)


def snooze(desk: Desk, *, ids: Sequence[str], until: str) -> Receipt:
    """Put items out of sight until a day; until today shows them again.

    Raises:
        Refused, Unreadable: one of them is not open, or the day is past or cannot be read.
    """
    day = desk.coming_day(until)
    statement = Statement(id=0, kind="snoozed", said_on=desk.today, day=day)
    return _say(desk, ids, lambda _: statement)


def _say(desk: Desk, ids: Sequence[str], said_of: Callable[[Item], Statement]) -> Receipt:
    """Say of each item what is said of it, without its id yet."""

    def decide(book: Book) -> Receipt:
        items = _in_order(book.items(ids))
        drafts = [said_of(item)._replace(item_id=item.obligation.id) for item in items]
        for item, draft in zip(items, drafts, strict=True):
            if draft.kind != "snoozed":
                refuse_before_it_was_opened(item.obligation, draft.said_on)
        statements = [telling.tell(book.rows, draft) for draft in drafts]
        about = vouchers(book.connection, {item.event.id for item in items})
        contacts = {contact for item in items for contact in item.contacts}
        difference = book.tell(statements, list(about.values()), contacts)
        introductions = (each for each in about.values() if each.event.kind == "introduction")
        introduction = next(introductions, None)
        if introduction is not None:
            contacts |= introduction.contacts
        return Receipt(
            book.wording(difference, contacts),
            difference,
            statements=tuple(statements),
            about=introduction,
            snoozed=_current(items, difference) if statements[0].kind == "snoozed" else (),
        )

    return enter(desk, decide)


def _in_order(items: Sequence[Item]) -> list[Item]:
    """Happiness says most, also of the answer, so it goes first."""
    return sorted(items, key=lambda item: item.obligation.kind != "check-outcome")


def _current(items: Sequence[Item], difference: Difference) -> list[Item]:
    """The items, of which some may be what they were: snoozed until the same day, say."""
    changed = {item.obligation.id: item for item in difference.changed}
    return [changed.get(item.obligation.id, item) for item in items]
