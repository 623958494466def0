"""Posting what the domain decided: contacts, and entries with their obligations."""

from dataclasses import dataclass, replace
from typing import Any

from netlog.domain.people.names import comparison_key
from netlog.domain.projection.entries import (
    AttemptDraft,
    Entry,
    EventDraft,
    HidingDraft,
    ObligationDraft,
    OutcomeDraft,
    SettlementDraft,
)
from netlog.domain.records import ContactKind, Detail, DetailKind, Event, Obligation, Party
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema import (
    AttemptRow,
    ContactRow,
    DetailRow,
    EventRow,
    IntroductionOutcomeRow,
    ObligationRow,
    PartyRow,
    SettlementRow,
)


@dataclass(frozen=True, slots=True)
class Posted:
    """What an entry became: the event and its parties, what it opened, and what it tried again."""

    event: Event | None
    parties: tuple[Party, ...]
    opened: tuple[Obligation, ...]
    tried_again: tuple[Obligation, ...]
    hidden: tuple[Obligation, ...]


def add_contact(rows: Rows, name: str, kind: ContactKind) -> int:
    """Write a new contact and return its id."""
    return rows.insert(ContactRow(name=name, key=comparison_key(name), kind=kind))


def change_contact(rows: Rows, contact_id: int, /, **changes: Any) -> None:
    """Change columns of a contact."""
    rows.update(ContactRow, contact_id, **changes)


def add_detail(rows: Rows, contact_id: int, kind: DetailKind, value: str) -> int:
    """Write one more thing known of a contact and return its id."""
    return rows.insert(
        DetailRow(contact_id=contact_id, kind=kind, value=value, key=comparison_key(value))
    )


def drop_detail(rows: Rows, detail: Detail) -> None:
    """Take off something that was known of a contact."""
    rows.delete(DetailRow, detail.id)


def post(rows: Rows, entry: Entry) -> Posted:
    """Write an entry: its event, what that opens, what it settles, tries and shows."""
    event, parties = _post_event(rows, entry.event)
    event_id = None if event is None else event.id
    opened = {draft: open_obligation(rows, event_id, draft) for draft in entry.opens}
    for settlement in entry.settles:
        settle(rows, settlement, event_id)
    tried_again = []
    for attempt in entry.attempts:
        if isinstance(attempt.obligation, ObligationDraft):
            add_attempt(rows, opened[attempt.obligation].id, attempt, event_id)
        else:
            add_attempt(rows, attempt.obligation.id, attempt, event_id)
            tried_again.append(_put_off(rows, attempt.obligation, attempt))
    for outcome in entry.outcomes:
        add_outcome(rows, outcome, event_id)
    hidden = tuple(_hide(rows, draft) for draft in entry.hides)
    return Posted(event, parties, tuple(opened.values()), tuple(tried_again), hidden)


def _post_event(rows: Rows, draft: EventDraft | None) -> tuple[Event | None, tuple[Party, ...]]:
    if draft is None:
        return None, ()
    event = _add_event(rows, draft)
    return event, add_parties(rows, event.id, draft)


def _add_event(rows: Rows, draft: EventDraft) -> Event:
    row = EventRow(
        kind=draft.kind,
        happened_on=draft.happened_on,
        about=draft.about,
        via=draft.via,
        note=draft.note,
        place=draft.place,
        fee=draft.fee,
        introduction_id=draft.introduction_id,
        replaces_id=draft.replaces_id,
    )
    rows.insert(row)
    return Event(**row.model_dump())


def add_outcome(rows: Rows, draft: OutcomeDraft, cause_id: int | None) -> None:
    """Write what came of an introduction."""
    rows.insert(IntroductionOutcomeRow(**draft._asdict(), cause_id=cause_id))


def add_parties(rows: Rows, event_id: int, draft: EventDraft) -> tuple[Party, ...]:
    """Write who is in an event."""
    added = [
        PartyRow(event_id=event_id, contact_id=party.contact_id, role=party.role)
        for party in draft.parties
    ]
    for row in added:
        rows.insert(row)
    return tuple(Party(**row.model_dump()) for row in added)


def open_obligation(rows: Rows, event_id: int | None, draft: ObligationDraft) -> Obligation:
    """Write an obligation that an event opens, and return it."""
    row = ObligationRow.model_validate({**draft._asdict(), "event_id": event_id})
    rows.insert(row)
    return Obligation(**row.model_dump())


def settle(rows: Rows, draft: SettlementDraft, event_id: int | None) -> None:
    """Write a settlement, and close the obligation where it leaves nothing open."""
    rows.insert(
        SettlementRow(
            obligation_id=draft.obligation.id,
            ending=draft.ending,
            settled_on=draft.settled_on,
            times=draft.times,
            via=draft.via,
            note=draft.note,
            event_id=event_id,
        )
    )
    if draft.closes:
        rows.update(ObligationRow, draft.obligation.id, closed_on=draft.closed_on)


def add_attempt(rows: Rows, obligation_id: int, draft: AttemptDraft, event_id: int | None) -> None:
    """Write a try at an obligation."""
    rows.insert(
        AttemptRow(
            obligation_id=obligation_id,
            made_on=draft.made_on,
            via=draft.via,
            note=draft.note,
            event_id=event_id,
        )
    )


def _hide(rows: Rows, draft: HidingDraft) -> Obligation:
    rows.update(ObligationRow, draft.obligation.id, hidden_until=draft.until)
    return replace(draft.obligation, hidden_until=draft.until)


def _put_off(rows: Rows, obligation: Obligation, draft: AttemptDraft) -> Obligation:
    if draft.hidden_until is None:
        return obligation
    due_on = draft.due_on or obligation.due_on
    rows.update(ObligationRow, obligation.id, due_on=due_on, hidden_until=draft.hidden_until)
    return replace(obligation, due_on=due_on, hidden_until=draft.hidden_until)
