"""Taking an event's effects back, and writing it as it is told again."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from netlog.domain.entries import Entry, EventDraft, ObligationDraft
from netlog.domain.items import Item
from netlog.domain.records import (
    Attempt,
    Event,
    IntroductionOutcome,
    Obligation,
    Party,
    Settlement,
)
from netlog.domain.retelling import Reconciled
from netlog.ledger.items import items
from netlog.ledger.post import add_attempt, add_outcome, add_parties, open_obligation, settle
from netlog.ledger.read import select, select_in
from netlog.ledger.rows import Rows
from netlog.ledger.schema import (
    AttemptRow,
    EventRow,
    IntroductionOutcomeRow,
    ObligationRow,
    PartyRow,
    SettlementRow,
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it stands in the ledger, with what it opened."""

    event: Event
    parties: tuple[Party, ...]
    opened: tuple[Item, ...]


def told(connection: sqlite3.Connection, event: Event) -> Told:
    """An event with its parties and with the obligations that it opened."""
    parties = select(connection, Party, "WHERE t.event_id = ? ORDER BY t.id", (event.id,))
    opened = select(connection, Obligation, "WHERE t.event_id = ? ORDER BY t.id", (event.id,))
    return Told(event, tuple(parties), tuple(items(connection, opened)))


def events_about(connection: sqlite3.Connection, event_id: int) -> list[Event]:
    """The events that refer to this one: problems with it, and what makes up for it."""
    return select(
        connection,
        Event,
        "WHERE t.introduction_id = :id OR t.replaces_id = :id ORDER BY t.id",
        {"id": event_id},
    )


def take_effects_back(
    connection: sqlite3.Connection, rows: Rows, event_id: int
) -> tuple[Obligation, ...]:
    """Undo what an event did to obligations of others; return those that are open again."""
    settlements = select(connection, Settlement, "WHERE t.event_id = ? ORDER BY t.id", (event_id,))
    for settlement in settlements:
        rows.delete(SettlementRow, settlement.id)
        rows.update(ObligationRow, settlement.obligation_id, closed_on=None)
    for attempt in select(connection, Attempt, "WHERE t.event_id = ? ORDER BY t.id", (event_id,)):
        rows.delete(AttemptRow, attempt.id)
    outcomes = select(
        connection, IntroductionOutcome, "WHERE t.cause_id = ? ORDER BY t.id", (event_id,)
    )
    for outcome in outcomes:
        rows.delete(IntroductionOutcomeRow, outcome.id)
    reopened = select_in(connection, Obligation, "id", [one.obligation_id for one in settlements])
    return tuple(reopened)


def rewrite(rows: Rows, before: Told, entry: Entry, reconciled: Reconciled) -> Told:
    """Write an event as it is told now, over the one before."""
    event, parties = _rewrite_event(rows, before, entry.event)
    for settlement in reconciled.lost:
        rows.delete(SettlementRow, settlement.id)
    for item in reconciled.dropped:
        drop(rows, item)
    now: dict[ObligationDraft, Obligation] = {}
    for _, obligation in reconciled.kept:
        rows.update(ObligationRow, obligation.id, **_columns(obligation))
    for draft in reconciled.added:
        now[draft] = open_obligation(rows, event.id, draft)
    opened = (*(obligation for _, obligation in reconciled.kept), *now.values())
    for one in entry.settles:
        settle(rows, one, event.id)
    for attempt in entry.attempts:
        add_attempt(rows, _tried(attempt.obligation, opened), attempt, event.id)
    for outcome in entry.outcomes:
        add_outcome(rows, outcome, event.id)
    return Told(event, parties, tuple(Item(one, event, parties) for one in opened))


def drop(rows: Rows, item: Item) -> None:
    """Take an obligation out, with its settlements and attempts."""
    for settlement in item.settlements:
        rows.delete(SettlementRow, settlement.id)
    for attempt in item.attempts:
        rows.delete(AttemptRow, attempt.id)
    rows.delete(ObligationRow, item.obligation.id)


def remove(connection: sqlite3.Connection, rows: Rows, before: Told) -> None:
    """Take an event out, with its parties, its outcomes and the obligations that it opened."""
    for item in before.opened:
        drop(rows, item)
    outcomes = select(
        connection, IntroductionOutcome, "WHERE t.event_id = ? ORDER BY t.id", (before.event.id,)
    )
    for outcome in outcomes:
        rows.delete(IntroductionOutcomeRow, outcome.id)
    for party in before.parties:
        rows.delete(PartyRow, party.id)
    rows.delete(EventRow, before.event.id)


def hand_over(rows: Rows, item: Item, heir: Attempt) -> None:
    """Let a later attempt at the same thing be what opened it."""
    later = heir.made_on - item.obligation.opened_on
    rows.update(
        ObligationRow,
        item.obligation.id,
        event_id=heir.event_id,
        opened_on=heir.made_on,
        due_on=item.obligation.due_on + later,
    )


def _rewrite_event(
    rows: Rows, before: Told, draft: EventDraft | None
) -> tuple[Event, tuple[Party, ...]]:
    if draft is None:
        return before.event, before.parties
    values: dict[str, Any] = {
        "happened_on": draft.happened_on,
        "about": draft.about,
        "via": draft.via,
        "note": draft.note,
        "place": draft.place,
        "fee": draft.fee,
    }
    rows.update(EventRow, before.event.id, **values)
    for party in before.parties:
        rows.delete(PartyRow, party.id)
    event = replace(before.event, **values)
    return event, add_parties(rows, event.id, draft)


def _columns(obligation: Obligation) -> Mapping[str, object]:
    return {name: value for name, value in asdict(obligation).items() if name != "id"}


def _tried(tried: Obligation | ObligationDraft, opened: Sequence[Obligation]) -> int:
    if isinstance(tried, Obligation):
        return tried.id
    return next(
        one.id
        for one in opened
        if (one.kind, one.debtor_id, one.creditor_id)
        == (tried.kind, tried.debtor_id, tried.creditor_id)
    )
