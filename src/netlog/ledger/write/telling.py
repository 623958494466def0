"""Writing facts: contacts and their cards, events, thank-yous, statements, intervals, terms."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from sqlmodel import SQLModel

from netlog.domain.events.voucher import Voucher
from netlog.domain.people.contacts import detail_key
from netlog.domain.people.names import comparison_key
from netlog.domain.projection.terms import Terms
from netlog.domain.records import (
    Acknowledgement,
    Archival,
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
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema.facts import (
    AcknowledgementRow,
    ArchivalRow,
    ContactRow,
    DetailRow,
    EventRow,
    FormerPartyRow,
    IntervalRow,
    PartyRow,
    StatementRow,
    TermsRow,
)

Dated = TypeVar("Dated", Acknowledgement, Archival, Event, Interval, Statement)


def add_contact(rows: Rows, name: str, kind: ContactKind) -> int:
    """Write a new contact and return its id."""
    return rows.insert(ContactRow(name=name, key=comparison_key(name), kind=kind))


def change_contact(rows: Rows, contact_id: int, /, **changes: Any) -> None:
    """Change columns of a contact."""
    rows.update(ContactRow, contact_id, **changes)


def add_detail(
    rows: Rows, contact_id: int, kind: DetailKind, value: str, noted_on: date | None = None
) -> int:
    """Write one more thing known of a contact and return its id; a need has a day."""
    return rows.insert(
        DetailRow(
            contact_id=contact_id,
            kind=kind,
            value=value,
            key=detail_key(kind, value),
            noted_on=noted_on,
        )
    )


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
    new = _tell(rows, EventRow, event)
    return Voucher(new, tuple(add_party(rows, new.id, role, who) for role, who in parties))


def add_party(rows: Rows, event_id: int, role: Role, contact_id: int) -> Party:
    """Write that a contact is in an event; who was in it before gets the old place back."""
    row = PartyRow(event_id=event_id, contact_id=contact_id, role=role)
    former = rows.connection.execute(
        "SELECT id FROM former_party WHERE event_id = ? AND contact_id = ?", (event_id, contact_id)
    ).fetchone()
    if former is not None:
        rows.delete(FormerPartyRow, former[0])
        row.id = former[0]
    return Party(rows.insert(row), event_id, contact_id, role)


def remove_party(rows: Rows, party: Party) -> None:
    """Write that a contact is in an event no more; the place is kept for them, their last one."""
    former = select_in(rows.connection, Party, "event_id", [party.event_id], "former_party")
    for place in former:
        if place.contact_id == party.contact_id:
            rows.delete(FormerPartyRow, place.id)
    rows.delete(PartyRow, party.id)
    rows.insert(FormerPartyRow(**party._asdict()))


def add_acknowledgement(rows: Rows, said: Acknowledgement) -> Acknowledgement:
    """Write a new thank-you or apology, told at this moment, and return it."""
    return _tell(rows, AcknowledgementRow, said)


def add_statement(rows: Rows, said: Statement) -> Statement:
    """Write a new statement, told at this moment, and return it."""
    return _tell(rows, StatementRow, said)


def add_interval(rows: Rows, interval: Interval) -> Interval:
    """Write how often to be in touch with a contact from now on, and return it."""
    return _tell(rows, IntervalRow, interval)


def add_archival(rows: Rows, archival: Archival) -> Archival:
    """Write that a contact is archived from now on, or no more, and return it."""
    return _tell(rows, ArchivalRow, archival)


def _tell(rows: Rows, kind: type[SQLModel], fact: Dated) -> Dated:
    """Write a new fact, told at this moment, and return it with its id."""
    new = fact._replace(told=rows.moment())
    return new._replace(id=rows.insert(kind(**{**new._asdict(), "id": None})))
