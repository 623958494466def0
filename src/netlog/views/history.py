"""What happened: a timeline, or one event with all that it has to do with."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from netlog.config import Settings
from netlog.domain.history import Around, Entry, Happening
from netlog.domain.ids import EventId, read_item_id
from netlog.domain.names import Names
from netlog.domain.records import Contact
from netlog.errors import UnknownName, Unreadable
from netlog.ledger.read.contacts import everyone_meant
from netlog.ledger.read.history import (
    EntryId,
    around,
    happenings,
    in_batches,
    pages_of,
    timeline_in_pages,
)
from netlog.ledger.read.history import timeline as entries
from netlog.ledger.read.items import contacts_in, item
from netlog.views.reader import UNASKED, Answers, Reader, reading, reading_about


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events and acknowledgements, oldest first, some at a time, and whether there are older ones.

    `with_whom` is the contact who is in them; None for everybody's.
    """

    batches: Iterable[tuple[Names, Sequence[Entry]]] = ()
    has_older: bool = False
    with_whom: Contact | None = None


@dataclass(frozen=True, slots=True)
class EventHistory:
    """One event, and what else it has to do with."""

    happening: Happening
    around: Around
    names: Names


def event_history(settings: Settings, event_id: EventId) -> EventHistory:
    """All about one event.

    Raises:
        LedgerUnusable: the ledger cannot be used.
        NoSuchItem: there is no such event.
    """
    with reading_about(settings, event_id) as ledger:
        beside = around(ledger.connection, event_id.number)
        (happening,) = happenings(ledger.connection, [event_id.number])
        contacts = contacts_in([happening, *beside.happenings, *beside.items])
        return EventHistory(happening, beside, ledger.names(contacts))


@contextmanager
def timeline(
    settings: Settings,
    who: str | None = None,
    since: date | None = None,
    until: date | None = None,
    newest: int | None = None,
    answers: Answers = UNASKED,
) -> Iterator[Timeline]:
    """What happened, to be read while the ledger is open; between two batches others may write.

    Args:
        settings: the settings.
        who: only what that contact was in, as typed, and of that only the items that are with
            them; for an organisation, its people too.
        since: nothing before that day.
        until: nothing after that day.
        newest: at most so many, the newest.
        answers: who was meant by a name as typed.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownName, AmbiguousName, Refused: the contact is nobody's name, or several may be meant.
    """
    with reading(settings, answers) as ledger:
        contact = None if who is None else _contact(ledger, who)
        among = None if contact is None else everyone_meant(ledger.connection, contact)
        pages, has_older = _pages(ledger, among, (since, until), newest)
        batches = (
            (Names(names, ledger.me), part)
            for names, part in in_batches(ledger.connection, pages, among)
        )
        yield Timeline(batches, has_older, contact)


def _pages(
    ledger: Reader,
    among: Collection[int] | None,
    days: tuple[date | None, date | None],
    newest: int | None,
) -> tuple[Iterable[Sequence[EntryId]], bool]:
    """Which entries, some at a time, and whether there are older ones."""
    if newest is None:
        return timeline_in_pages(ledger.connection, among, *days), False
    since, until = days
    ids = entries(ledger.connection, among, since, newest + 1, until)
    return pages_of(ids[-newest:]), len(ids) > newest


def _contact(ledger: Reader, typed: str) -> Contact:
    try:
        return ledger.contact(typed)
    except UnknownName as error:
        if re.fullmatch(r"\s*[0-9]{1,18}\s*", typed):
            number = read_item_id(typed).number
            event_id = item(ledger.connection, number).event.id
            raise Unreadable(
                f"{number} is a due item, and a contact or an event is asked for here.",
                f"It belongs to e{event_id}: netlog history e{event_id}",
            ) from error
        raise
