"""Writing over what was told: events and who was in them, acknowledgements, contacts."""

from collections.abc import Iterable, Mapping

from netlog.domain.events.voucher import Voucher
from netlog.domain.records import (
    Acknowledgement,
    Contact,
    Event,
    Party,
    Statement,
)
from netlog.ledger.read.records import select_in
from netlog.ledger.write.rows import FACT_CLASSES, Rows
from netlog.ledger.write.schema.facts import (
    AcknowledgementRow,
    ContactRow,
    EventRow,
    PartyRow,
    StatementRow,
)


def rewrite_event(rows: Rows, event: Event) -> None:
    """Write an event over what was there."""
    rows.update(EventRow, event.id, **event._asdict())


def rewrite_acknowledgement(rows: Rows, said: Acknowledgement) -> None:
    """Write a thank-you or an apology over what was there."""
    rows.update(AcknowledgementRow, said.id, **said._asdict())


def take_back_denial(rows: Rows, item_id: int, event_id: int) -> None:
    """Take back that an event did not settle an item."""
    for statement in select_in(rows.connection, Statement, "item_id", [item_id]):
        if statement.kind == "unsettled" and statement.event_id == event_id:
            rows.delete(StatementRow, statement.id)


def put_in_places(rows: Rows, events: Iterable[int], instead: Mapping[int, int]) -> None:
    """Put contacts in the places of others in some events."""
    for party in select_in(rows.connection, Party, "event_id", events):
        if party.contact_id in instead:
            rows.update(PartyRow, party.id, contact_id=instead[party.contact_id])


def delete_event(rows: Rows, gone: Voucher) -> None:
    """Take an event out, with who was in it. What was said of it stays, idle."""
    for table in ("party", "former_party"):
        delete_about(rows, table, "event_id", gone.event.id)
    rows.delete(EventRow, gone.event.id)


def delete_acknowledgement(rows: Rows, said: Acknowledgement) -> None:
    """Take a thank-you or an apology out."""
    rows.delete(AcknowledgementRow, said.id)


def delete_contact(rows: Rows, contact: Contact) -> None:
    """Take a contact out, with its card."""
    for table in ("detail", "interval", "archival", "former_party"):
        delete_about(rows, table, "contact_id", contact.id)
    rows.delete(ContactRow, contact.id)


def delete_about(rows: Rows, table: str, column: str, subject: int) -> None:
    """Take out the facts of a table that are about something, by the column that says so."""
    about = f"SELECT id FROM {table} WHERE {column} = ? ORDER BY id"
    for (key,) in rows.connection.execute(about, (subject,)).fetchall():
        rows.delete(FACT_CLASSES[table], key)
