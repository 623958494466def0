"""What goes out: everybody with their cards, and the whole ledger as plain tables."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from netlog.config import Settings
from netlog.domain.records import Contact, Detail, DetailKind
from netlog.domain.text import BETWEEN_NOTES
from netlog.exchange.records import Card
from netlog.ledger.read.archived import archived_since
from netlog.ledger.read.contacts import organisation_names
from netlog.ledger.read.intervals import current_intervals
from netlog.ledger.read.needs import needs_of
from netlog.ledger.read.nobody import NAMED
from netlog.ledger.read.records import origin, select
from netlog.ledger.read.register import notes_by_contact
from netlog.views.reader import Reader, reading

if TYPE_CHECKING:
    from netlog.ledger.file.everything import Table


def cards(settings: Settings) -> list[Card]:
    """Everybody but me, by name.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    with reading(settings) as ledger:
        return list(_cards(ledger))


def name_of_copy(settings: Settings) -> str:
    """What tells this copy of the ledger from others, in what goes out.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    with reading(settings) as ledger:
        return origin(ledger.connection)


@contextmanager
def whole(settings: Settings, *, with_journal: bool) -> Iterator["Iterator[Table]"]:
    """All tables of the ledger, to be read while it is open.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    from netlog.ledger.file.everything import tables

    with reading(settings) as ledger:
        yield tables(ledger.connection, with_journal=with_journal)


def _cards(ledger: Reader) -> Iterator[Card]:
    connection = ledger.connection
    contacts = select(connection, Contact, f"WHERE NOT t.is_me AND {NAMED} ORDER BY t.key")
    details: dict[int, list[Detail]] = defaultdict(list)
    for detail in select(connection, Detail, "ORDER BY t.id"):
        details[detail.contact_id].append(detail)
    firms = organisation_names(connection, contacts)
    intervals = current_intervals(connection, [contact.id for contact in contacts])
    notes, needs = notes_by_contact(connection), needs_of(connection)
    archived = archived_since(connection)
    copy = origin(connection)
    for contact in contacts:
        known, interval = details[contact.id], intervals.get(contact.id)
        is_person = contact.kind == "person"
        yield Card(
            place=contact.id,
            name=contact.name if is_person else "",
            organisation=firms.get(contact.id, "") if is_person else contact.name,
            title=next(iter(_values(known, "title")), ""),
            emails=_values(known, "email"),
            phones=_values(known, "phone"),
            urls=_values(known, "url"),
            aliases=_values(known, "alias"),
            skills=_values(known, "skill"),
            note=BETWEEN_NOTES.join(notes.get(contact.id, ())),
            every=None if interval is None else interval.days,
            uid=f"{copy}-{contact.id}",
            extra=_values(known, "extra"),
            needs=tuple(need.text for need in needs.get(contact.id, ()) if need.is_open),
            is_archived=contact.id in archived,
        )


def _values(details: list[Detail], kind: DetailKind) -> tuple[str, ...]:
    return tuple(detail.value for detail in details if detail.kind == kind)
