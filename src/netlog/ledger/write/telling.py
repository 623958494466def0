"""Writing facts: contacts and their cards, events, thank-yous, statements, intervals, terms."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from netlog.domain.events.voucher import Voucher
from netlog.domain.people.contacts import detail_key
from netlog.domain.people.names import comparison_key
from netlog.domain.projection.terms import Terms
from netlog.domain.records import (
    Acknowledgement,
    Archival,
    Contact,
    ContactKind,
    Detail,
    DetailKind,
    Event,
    Interval,
    Party,
    Role,
    Statement,
)
from netlog.ledger.read.records import select_in
from netlog.ledger.write.rows import Rows, row_of
from netlog.ledger.write.schema.facts import (
    ContactRow,
    DetailRow,
    FormerPartyRow,
    PartyRow,
    TermsRow,
)

Dated = TypeVar("Dated", Acknowledgement, Archival, Event, Interval, Statement)


def add_contact(rows: Rows, name: str, kind: ContactKind) -> int:
    """Write a new contact and return its id."""
    contact = Contact(0, name, comparison_key(name), kind, is_me=False, organisation_id=None)
    return rows.insert(row_of(contact))


def change_contact(rows: Rows, contact_id: int, /, **changes: Any) -> None:
    """Change columns of a contact."""
    rows.update(ContactRow, contact_id, **changes)


def add_detail(
    rows: Rows, contact_id: int, kind: DetailKind, value: str, noted_on: date | None = None
) -> int:
    """Write one more thing known of a contact and return its id; a need has a day."""
    detail = Detail(0, contact_id, kind, value, detail_key(kind, value), noted_on)
    return rows.insert(row_of(detail))


def note_again(rows: Rows, need: Detail, noted_on: date) -> None:
    """Write that a need was noted on another day."""
    rows.update(DetailRow, need.id, noted_on=noted_on)


def drop_detail(rows: Rows, detail: Detail) -> None:
    """Take off something that was known of a contact."""
    rows.delete(DetailRow, detail.id)


def terms_id(rows: Rows, terms: Terms) -> int:
    """The id of a set of terms, written where nothing was told under it yet."""
    days = json.dumps(asdict(terms), sort_keys=True, separators=(",", ":"))
    known = rows.connection.execute("SELECT id FROM terms WHERE days = ?", (days,)).fetchone()
    return int(known[0]) if known else rows.insert(TermsRow(days=days))


def add_event(rows: Rows, event: Event, parties: Iterable[tuple[Role, int]]) -> Voucher:
    """Write a new event with those in it, told at this moment, and return it."""
    new = tell(rows, event)
    return Voucher(new, tuple(add_party(rows, new.id, role, who) for role, who in parties))


def add_party(rows: Rows, event_id: int, role: Role, contact_id: int) -> Party:
    """Write that a contact is in an event; who was in it before gets the old place back."""
    party = Party(0, event_id, contact_id, role)
    former = rows.connection.execute(
        "SELECT id FROM former_party WHERE event_id = ? AND contact_id = ?", (event_id, contact_id)
    ).fetchone()
    if former is not None:
        rows.delete(FormerPartyRow, former[0])
        party = party._replace(id=former[0])
    return party._replace(id=rows.insert(row_of(party)))


def remove_party(rows: Rows, party: Party) -> None:
    """Write that a contact is in an event no more; the place is kept for them, their last one."""
    former = select_in(rows.connection, Party, "event_id", [party.event_id], "former_party")
    for place in former:
        if place.contact_id == party.contact_id:
            rows.delete(FormerPartyRow, place.id)
    rows.delete(PartyRow, party.id)
    rows.insert(FormerPartyRow(**party._asdict()))


def tell(rows: Rows, fact: Dated) -> Dated:
    """Write a new fact, told at this moment, and return it with its id."""
    new = fact._replace(told=rows.moment())
    return new._replace(id=rows.insert(row_of(new)))
