"""An event told again, or taken out, and after it the later words between the same people.

A meeting or an outreach answers what waits at that moment, and so depends on what came before it.
Where that changes, those that were recorded later are taken back and told again in their order, so
that the ledger is as if the mistake had never been made.
"""

from collections.abc import Collection, Iterable

from netlog.cli.book import Book, Telling
from netlog.cli.entries import entry_of
from netlog.domain.editing import NO_SWAP, Difference, Recorded, Swap, reconcile
from netlog.domain.events.stored import AnyEvent, stored, who_is_in
from netlog.domain.items import Item
from netlog.domain.projection.checking import known_answers
from netlog.domain.projection.entries import Entry
from netlog.domain.records import Obligation
from netlog.ledger.read.contacts import contacts_by_id
from netlog.ledger.read.items import items
from netlog.ledger.read.records import select_in
from netlog.ledger.write import editing
from netlog.ledger.write.post import settle
from netlog.ledger.write.touching import restart

DEPENDED_ON = ("meeting", "outreach", "introduction")


def as_recorded(book: Book, recorded: Recorded) -> AnyEvent:
    """The event as the domain records it."""
    introduction = None
    if recorded.event.introduction_id is not None:
        introduction = book.introduced(recorded.event.introduction_id)
    opened = [item.obligation for item in recorded.opened]
    return stored(
        recorded.event, recorded.parties, opened, introduction, answered=recorded.answered
    )


def tell_again(
    book: Book, first: Recorded, event: AnyEvent | None, swap: Swap = NO_SWAP
) -> Difference:
    """Write an event again, or take it out, and with it all that depended on it.

    Args:
        book: the open ledger.
        first: the event as it was recorded.
        event: as it should have been; None where it should not be there.
        swap: for a contact that gave its place to another, that other one.

    Raises:
        Refused: the rule of one of the events refuses it.
    """
    connection, rows = book.writer.connection, book.writer.rows
    events = [first, *_later(book, first, event)]
    told = [as_recorded(book, one) for one in events]
    before = {item.obligation.id: item for one in events for item in one.opened}
    affected = [key for one in events for key in editing.affected(connection, one.event.id)]
    before |= {item.obligation.id: item for item in _items(book, affected)}
    for one in reversed(events):
        editing.take_effects_back(connection, rows, one.event.id)
    if event is None:
        _bequeath(book, first, events[1:])
        editing.remove(connection, rows, editing.recorded(connection, first.event))
    else:
        spoken_to_since = {contact for one in events[1:] for contact in one.contacts}
        joined = who_is_in(event) - first.contacts - spoken_to_since
        _retell(book, first, event, told[0], swap, joined)
    for one, as_told in zip(events[1:], told[1:], strict=True):
        _retell(book, one, as_told, as_told)
    _close_what_is_known(book, affected)
    _restart_touches(book, before.values())
    ids = [one.event.id for one in events]
    now = select_in(connection, Obligation, "event_id", ids)
    now += select_in(connection, Obligation, "id", before)
    after = items(connection, list({one.id: one for one in now}.values()))
    return Difference(before, {item.obligation.id: item for item in after})


def tell_words_again(book: Book, contact_id: int) -> Difference:
    """Tell all meetings and outreaches with a contact again, who was two until now."""
    connection = book.writer.connection
    words = editing.later_words(connection, 0, book.me, [contact_id])
    if not words:
        return Difference({}, {})
    first = editing.recorded(connection, words[0])
    difference = tell_again(book, first, as_recorded(book, first))
    contact = contacts_by_id(connection, [contact_id])[contact_id]
    restart(connection, book.writer.rows, book.me, contact)
    return difference


def _later(book: Book, first: Recorded, event: AnyEvent | None) -> list[Recorded]:
    connection = book.writer.connection
    involved = first.contacts | (set() if event is None else who_is_in(event))
    if first.event.kind not in DEPENDED_ON or book.me not in involved:
        return []
    later = editing.later_words(connection, first.event.id, book.me, involved)
    return [editing.recorded(connection, one) for one in later]


def _items(book: Book, ids: Collection[int]) -> list[Item]:
    connection = book.writer.connection
    return items(connection, select_in(connection, Obligation, "id", ids))


def _bequeath(book: Book, gone: Recorded, later: Iterable[Recorded]) -> None:
    """Let the next attempt at what the event had opened be what opened it."""
    owned = {item.obligation.id for item in gone.opened}
    for one in later:
        for tried in one.tried:
            if tried.id in owned:
                editing.hand_over(book.writer.rows, tried.id, one.event.id)
                owned.remove(tried.id)


def _retell(
    book: Book,
    then: Recorded,
    event: AnyEvent,
    was: AnyEvent,
    swap: Swap = NO_SWAP,
    joined: Collection[int] = (),
) -> None:
    connection, rows = book.writer.connection, book.writer.rows
    before = editing.recorded(connection, then.event)
    book.telling = Telling(
        event_id=then.event.id,
        tried=frozenset(one.id for one in then.tried),
        in_touch_with=frozenset(swap.get(one, one) for one in then.in_touch_with).union(joined),
    )
    entry = _entry(book, then, event, was)
    if entry.event is not None and event != was:
        editing.rewrite(rows, before, entry.event)
    reconciled = reconcile(before.opened, entry.opens, event.on, who_is_in(event), swap)
    editing.effect(rows, then.event.id, entry, reconciled)
    book.telling = None


def _entry(book: Book, then: Recorded, event: AnyEvent, was: AnyEvent) -> Entry:
    entry = entry_of(event, book)
    if then.opened_nothing and entry_of(was, book).owes:
        return entry.without_obligations()  # as it was recorded: with --no-due
    return entry


def _close_what_is_known(book: Book, ids: Iterable[int]) -> None:
    """Close again the questions about an introduction whose answer is known all the same.

    That the other one was in touch answers the introduction; it is no word of mine.
    """
    connection = book.writer.connection
    found = select_in(connection, Obligation, "id", ids)
    mine = [one for one in found if one.kind == "response" and one.debtor_id == book.me]
    for one in (one for one in found if one.closed_on is None and one not in mine):
        for known in known_answers(one, editing.outcomes_of(connection, one.event_id)):
            settle(book.writer.rows, known, None)


def _restart_touches(book: Book, before: Iterable[Item]) -> None:
    """Start an interval from the last word that is left, where its own word went."""
    connection, rows = book.writer.connection, book.writer.rows
    touched = (item.obligation for item in before)
    ids = {one.creditor_id for one in touched if one.kind == "touch" and one.closed_on is None}
    for contact in contacts_by_id(connection, ids).values():
        restart(connection, rows, book.me, contact)
