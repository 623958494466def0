"""What every verb that records an event does: names, the event, its effect, the receipt."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from netlog.actions.book import Book, enter
from netlog.actions.desk import AGAIN, Desk
from netlog.actions.receipt import Receipt
from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.introduction import may_be_promised, may_make_up
from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.records import (
    Acknowledgement,
    AcknowledgementKind,
    Event,
    EventKind,
    Party,
    Role,
    Statement,
    StatementKind,
)
from netlog.domain.text import optional_text
from netlog.errors import SaidAlready
from netlog.ledger.read.corrections import idle_acknowledgements
from netlog.ledger.read.facts import events_of, owed, vouchers
from netlog.ledger.read.items import items
from netlog.ledger.read.repeated import events_like
from netlog.ledger.write import telling


class How(NamedTuple):
    """What is said of every fact, as typed: its day, its channel, a note.

    `new`: unknown names are new contacts. `no_due`: it opens nothing.
    """

    on: str = "today"
    via: str | None = None
    note: str | None = None
    new: bool = False
    no_due: bool = False

    def _said(self, desk: Desk) -> tuple[date, str, str]:
        """The day, the channel and the note.

        Raises:
            Refused, Unreadable: the day is to come, or something cannot be read.
        """
        day, via = desk.past_day(self.on), optional_text(self.via, "The channel")
        return day, via, optional_text(self.note, "The note")

    def event(self, desk: Desk, kind: EventKind) -> Event:
        """An event of that kind, still without what only such events have.

        Raises:
            Refused, Unreadable: the day is to come, or something cannot be read.
        """
        day, via, note = self._said(desk)
        return Event(id=0, kind=kind, happened_on=day, via=via, note=note, no_due=self.no_due)

    def statement(self, desk: Desk, kind: StatementKind) -> Statement:
        """A statement of that kind, still without what it is about.

        Raises:
            Refused, Unreadable: the day is to come, or something cannot be read.
        """
        day, via, note = self._said(desk)
        return Statement(id=0, kind=kind, said_on=day, via=via, note=note)

    def acknowledgement(self, desk: Desk, kind: AcknowledgementKind) -> Acknowledgement:
        """A thank-you or an apology, still without who said it to whom.

        Raises:
            Refused, Unreadable: the day is to come, or something cannot be read.
        """
        day, via, note = self._said(desk)
        return Acknowledgement(0, kind, day, author_id=0, recipient_id=0, via=via, note=note)


class Draft(NamedTuple):
    """An event that is about to be told, and who was in it."""

    event: Event
    parties: Sequence[tuple[Role, int]]


def record(desk: Desk, how: How, decide: Callable[[Book], Draft]) -> Receipt:
    """Record the event that `decide` makes of the names in the book.

    Raises:
        Refused: it could never be.
    """

    def run(book: Book) -> Receipt:
        event, parties = decide(book)
        book.refuse_new()
        event = event._replace(terms_id=book.terms_id)
        refuse_impossible(book, event, parties)
        voucher = telling.add_event(book.rows, event, parties)
        difference = book.tell([voucher], [voucher], reached(book, voucher))
        _refuse_to_repeat(book, voucher)  # once nothing else speaks against it
        overtaken = [
            acknowledgement.id
            for item in difference.opened
            for acknowledgement in idle_acknowledgements(
                book.connection, item.obligation, event.happened_on
            )
        ]
        may_keep = [*_may_keep(book, voucher)]
        named = voucher.contacts.union(*(item.contacts for item in may_keep))
        return Receipt(
            book.wording(difference, named),
            difference,
            book.created,
            voucher=voucher,
            overtaken=overtaken,
            is_group=_is_group(book, voucher),
            may_keep=may_keep,
        )

    return enter(desk, run, new=how.new)


def _refuse_to_repeat(book: Book, voucher: Voucher) -> None:
    """Refuse what was told of that day already, unless it is meant.

    Raises:
        SaidAlready: another event says the same, and nobody was asked.
    """
    kind = EVENT_KINDS[voucher.event.kind]
    if not kind.once_a_day or AGAIN in book.desk.answers:
        return
    other = next(iter(voucher.contacts - {book.me}))
    for known in events_like(book.connection, voucher.event, other):
        if known.event.id != voucher.event.id and kind.says_the_same(voucher, known):
            raise SaidAlready(f"e{known.event.id}", voucher.event.happened_on)


def attendees(book: Book, *names: str) -> list[tuple[Role, int]]:
    """Those who were at a meeting or in a talk, each once, added where they are new."""
    return [("attendee", contact) for contact in dict.fromkeys(book.known_or_added(*names))]


def refuse_impossible(book: Book, event: Event, parties: Iterable[tuple[Role, int]]) -> None:
    """Refuse what could never be, whatever else happened.

    Raises:
        Refused: it could not.
    """
    drafted = tuple(Party(0, event.id, contact, role) for role, contact in parties)
    EVENT_KINDS[event.kind].refuse(Voucher(event, drafted), book.me)


def reached(book: Book, voucher: Voucher) -> set[int]:
    """Those around whom an event changes something: those in it, and in what it is about."""
    contacts, connection = set(voucher.contacts), book.connection
    kept = voucher.event.keeps_id
    promises = set() if kept is None else events_of(connection, [kept])
    for about in vouchers(connection, voucher.event.introductions | promises).values():
        contacts |= about.contacts
    return contacts


def _is_group(book: Book, voucher: Voucher) -> bool:
    """Whether there would be thanks for a meeting, had fewer met."""
    terms, event = book.desk.terms, voucher.event
    is_usual = {terms.thanks_meeting, terms.thanks_meeting_mine} != {"never"} and not event.no_due
    others = len(list(voucher.others(book.me)))
    return event.kind == "meeting" and is_usual and terms.is_group(others)


def _may_keep(book: Book, voucher: Voucher) -> Iterator[Item]:
    """What an introduction does not say it keeps, and may: of each kind, what is due first.

    That is a promise of introductions to one of the two, and somebody better after a problem.
    """
    event = voucher.event
    if event.kind != "introduction":
        return
    connection, introduced = book.connection, voucher.introduced
    obligations = [
        item
        for contact in introduced.both
        for item in owed(connection, introduced.introducer, contact)
        if item.kind in ("promise", "replacement") and item.opened_on <= introduced.on
    ]
    obligations.sort(key=lambda item: (item.due_on, item.id))
    open_items = items(connection, obligations)
    if event.keeps_id is None:
        promises = (item for item in open_items if item.obligation.kind == "promise")
        yield from islice(filter(may_be_promised, promises), 1)
    if event.replaces_id is None:
        replacements = (item for item in open_items if item.obligation.kind == "replacement")
        yield from islice((item for item in replacements if may_make_up(item, introduced)), 1)
