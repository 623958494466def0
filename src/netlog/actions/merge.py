"""Making one contact of two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netlog.actions.book import Book, contacts_of, enter
from netlog.actions.desk import Desk
from netlog.domain.names import Names
from netlog.domain.people.merging import (
    Moved,
    refuse_member,
    refuse_to_be_alone,
    refuse_to_merge,
)
from netlog.domain.projection.difference import Difference
from netlog.domain.records import Contact, Event, Obligation, Party
from netlog.domain.wording import Wording
from netlog.ledger.file.access import Connection
from netlog.ledger.read.contacts import names_by_id
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.intervals import current_intervals
from netlog.ledger.read.records import select, select_in
from netlog.ledger.write.merge import merge as make_one
from netlog.ledger.write.projecting import Surroundings
from netlog.ledger.write.reach import contacts_around


@dataclass(frozen=True, slots=True)
class Merged:
    """Two contacts, as they were, that are one now.

    Attributes:
        wording: the names of those in it.
        keep: the contact that stays.
        other: the one that was made one with it.
        moved: how much moved.
        shared: the meetings that had both.
        chosen: of what both had and one can have only one: what it is, what stays, and what went.
        difference: what became of items.
    """

    wording: Wording
    keep: Contact
    other: Contact
    moved: Moved
    shared: Sequence[Event]
    chosen: Sequence[tuple[str, str, str]]
    difference: Difference

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        return f"{self.other.name} is {self.keep.name} now"

    @property
    def kind(self) -> str:
        """What the two are now: an organisation where one of them was."""
        kinds = (self.keep.kind, self.other.kind)
        return "organisation" if "organisation" in kinds else "person"


def merge(desk: Desk, *, keep: str, other: str) -> Merged:
    """Give all history of `other` to `keep`.

    Raises:
        Refused: the two cannot be one.
    """
    return enter(desk, lambda book: _merge(book, book.known(keep), book.known(other)))


def _merge(book: Book, keep: Contact, other: Contact) -> Merged:
    connection, rows = book.connection, book.rows
    refuse_to_merge(keep, other)
    refuse_member(keep, other)
    other_vouchers = vouchers(connection, _events_of(connection, other))
    shared = [voucher for voucher in other_vouchers.values() if keep.id in voucher.contacts]
    refuse_to_be_alone(shared, other)
    items = _items_of(connection, other)
    contacts = contacts_around(connection, (keep.id, other.id), other_vouchers)
    surroundings = Surroundings(connection, contacts)
    chosen = list(_chosen(connection, keep, other))
    book.writer.back_up()
    acknowledgements, details, people = make_one(rows, keep, other)
    difference = surroundings.project(rows).merged(keep.id, other.id)
    dropped = {item.obligation.id for item in difference.dropped}
    moved = Moved(len(other_vouchers), len(items - dropped), details, people, acknowledgements)
    names = names_by_id(connection, contacts_of(difference) - {other.id})
    wording = book.desk.wording(Names({**names, other.id: other.name}, book.me))
    events = [voucher.event for voucher in shared]
    return Merged(wording, keep, other, moved, events, chosen, difference)


def _chosen(
    connection: Connection, keep: Contact, other: Contact
) -> Iterator[tuple[str, str, str]]:
    """What both have and the kept contact keeps: what it is, what stays, and what goes."""
    firms = [each.organisation_id for each in (keep, other) if each.organisation_id is not None]
    names = names_by_id(connection, firms)
    if len(names) > 1:
        yield "organisation", names[firms[0]], names[firms[1]]
    intervals = current_intervals(connection, (keep.id, other.id))
    if len({interval.days for interval in intervals.values()}) > 1:
        yield "interval", intervals[keep.id].said, intervals[other.id].said


def _events_of(connection: Connection, contact: Contact) -> set[int]:
    return {party.event_id for party in select_in(connection, Party, "contact_id", [contact.id])}


def _items_of(connection: Connection, contact: Contact) -> set[int]:
    items = select(
        connection, Obligation, "WHERE t.debtor_id = :id OR t.creditor_id = :id", {"id": contact.id}
    )
    return {item.id for item in items}
