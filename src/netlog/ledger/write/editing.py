"""Taking an event's effects back, and writing it as it is told again."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from netlog.domain.editing import Reconciled, Recorded, Swap
from netlog.domain.items import Item
from netlog.domain.projection.entries import Entry, EventDraft, ObligationDraft
from netlog.domain.records import (
    Attempt,
    Event,
    IntroductionOutcome,
    Obligation,
    Party,
    Settlement,
)
from netlog.ledger.read.items import items
from netlog.ledger.read.records import select, select_in
from netlog.ledger.write.post import add_attempt, add_outcome, add_parties, open_obligation, settle
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema import (
    AttemptRow,
    EventRow,
    IntroductionOutcomeRow,
    ObligationRow,
    PartyRow,
    SettlementRow,
)


def recorded(connection: sqlite3.Connection, event: Event) -> Recorded:
    """An event with its parties, with what it opened, and with what it did to other items."""
    parties = select(connection, Party, "WHERE t.event_id = ? ORDER BY t.id", (event.id,))
    opened = select(connection, Obligation, "WHERE t.event_id = ? ORDER BY t.id", (event.id,))
    tried = select(
        connection,
        Obligation,
        "WHERE t.event_id <> :id"
        " AND t.id IN (SELECT obligation_id FROM attempt WHERE event_id = :id) ORDER BY t.id",
        {"id": event.id},
    )
    answered = connection.execute(
        "SELECT 1 FROM settlement s JOIN obligation o ON o.id = s.obligation_id"
        " WHERE s.event_id = ? AND (o.kind = 'reply' OR o.kind = 'response'"
        "  AND EXISTS (SELECT 1 FROM attempt a WHERE a.obligation_id = o.id)) LIMIT 1",
        (event.id,),
    ).fetchone()
    return Recorded(
        event,
        tuple(parties),
        tuple(items(connection, opened)),
        tuple(tried),
        answered=answered is not None,
    )


def events_about(connection: sqlite3.Connection, event_id: int) -> list[Event]:
    """The events that refer to this one: problems with it, and what makes up for it."""
    return select(
        connection,
        Event,
        "WHERE t.introduction_id = :id OR t.replaces_id = :id ORDER BY t.id",
        {"id": event_id},
    )


def outcomes_of(connection: sqlite3.Connection, event_id: int) -> list[IntroductionOutcome]:
    """What is known to have come of an introduction."""
    return select(
        connection, IntroductionOutcome, "WHERE t.event_id = ? ORDER BY t.id", (event_id,)
    )


def later_words(
    connection: sqlite3.Connection, event_id: int, me: int, others: Iterable[int]
) -> list[Event]:
    """The meetings and outreaches, recorded after an event, between me and one of some others."""
    wanted = sorted(set(others) - {me})
    marks = ", ".join("?" * len(wanted))
    return select(
        connection,
        Event,
        "WHERE t.id > ? AND t.kind IN ('meeting', 'outreach')"
        " AND EXISTS (SELECT 1 FROM party p WHERE p.event_id = t.id AND p.contact_id = ?)"
        " AND EXISTS (SELECT 1 FROM party p WHERE p.event_id = t.id"
        f"  AND p.contact_id IN ({marks})) ORDER BY t.id",
        (event_id, me, *wanted),
    )


def affected(connection: sqlite3.Connection, event_id: int) -> list[int]:
    """The ids of the obligations that an event settled, or that it was an attempt at."""
    rows = connection.execute(
        "SELECT obligation_id FROM settlement WHERE event_id = :id"
        " UNION SELECT obligation_id FROM attempt WHERE event_id = :id",
        {"id": event_id},
    )
    return [key for (key,) in rows]


def take_effects_back(connection: sqlite3.Connection, rows: Rows, event_id: int) -> None:
    """Undo what an event did to obligations, those of others and its own."""
    settlements = select(connection, Settlement, "WHERE t.event_id = ? ORDER BY t.id", (event_id,))
    for settlement in settlements:
        rows.delete(SettlementRow, settlement.id)
        rows.update(ObligationRow, settlement.obligation_id, closed_on=None)
    attempts = select(connection, Attempt, "WHERE t.event_id = ? ORDER BY t.id", (event_id,))
    for attempt in attempts:
        rows.delete(AttemptRow, attempt.id)
    outcomes = select(
        connection, IntroductionOutcome, "WHERE t.cause_id = ? ORDER BY t.id", (event_id,)
    )
    for outcome in outcomes:
        rows.delete(IntroductionOutcomeRow, outcome.id)


def reword(connection: sqlite3.Connection, rows: Rows, before: Event, now: Event) -> None:
    """Change the words of an event; what an outreach settled or tried has its channel."""
    words = {name: getattr(now, name) for name in ("about", "via", "note", "place", "fee")}
    rows.update(EventRow, before.id, **words)
    if before.kind == "outreach" and before.via != now.via:
        _rechannel(connection, rows, before.id, now.via)


def _rechannel(connection: sqlite3.Connection, rows: Rows, event_id: int, via: str) -> None:
    for settlement in select(connection, Settlement, "WHERE t.event_id = ?", (event_id,)):
        rows.update(SettlementRow, settlement.id, via=via)
    for attempt in select(connection, Attempt, "WHERE t.event_id = ?", (event_id,)):
        rows.update(AttemptRow, attempt.id, via=via)


def rewrite(rows: Rows, before: Recorded, draft: EventDraft) -> None:
    """Write an event and who is in it over what was there."""
    rows.update(
        EventRow,
        before.event.id,
        happened_on=draft.happened_on,
        about=draft.about,
        via=draft.via,
        note=draft.note,
        place=draft.place,
        fee=draft.fee,
    )
    then = [(party.role, party.contact_id) for party in before.parties]
    if then != list(draft.parties):
        for party in before.parties:
            rows.delete(PartyRow, party.id)
        add_parties(rows, before.event.id, draft)


def effect(rows: Rows, event_id: int, entry: Entry, reconciled: Reconciled) -> None:
    """Write what an event opens, settles, tries and shows, now that it is told again."""
    for settlement in reconciled.lost:
        rows.delete(SettlementRow, settlement.id)
    for item in reconciled.dropped:
        drop(rows, item)
    for obligation in reconciled.kept:
        rows.update(ObligationRow, obligation.id, **_columns(obligation))
    added = [open_obligation(rows, event_id, draft) for draft in reconciled.added]
    opened = (*reconciled.kept, *added)
    for one in entry.settles:
        settle(rows, one, event_id)
    for attempt in entry.attempts:
        add_attempt(rows, _tried(attempt.obligation, opened), attempt, event_id)
    for outcome in entry.outcomes:
        add_outcome(rows, outcome, event_id)


def drop(rows: Rows, item: Item) -> None:
    """Take an obligation out, with its settlements and attempts."""
    for settlement in item.settlements:
        rows.delete(SettlementRow, settlement.id)
    for attempt in item.attempts:
        rows.delete(AttemptRow, attempt.id)
    rows.delete(ObligationRow, item.obligation.id)


def remove(connection: sqlite3.Connection, rows: Rows, gone: Recorded) -> None:
    """Take an event out, with its parties, its outcomes and the obligations that it opened."""
    for item in items(connection, [one.obligation for one in gone.opened]):
        drop(rows, item)
    for outcome in outcomes_of(connection, gone.event.id):
        rows.delete(IntroductionOutcomeRow, outcome.id)
    for party in gone.parties:
        rows.delete(PartyRow, party.id)
    rows.delete(EventRow, gone.event.id)


def hand_over(rows: Rows, obligation_id: int, event_id: int) -> None:
    """Let a later attempt at the same thing be what opened it."""
    rows.update(ObligationRow, obligation_id, event_id=event_id)


def carry(connection: sqlite3.Connection, rows: Rows, events: Sequence[Event], swap: Swap) -> None:
    """Put contacts in the places of others in some events and in what those opened."""
    ids = [one.id for one in events]
    for party in select_in(connection, Party, "event_id", ids):
        if party.contact_id in swap:
            rows.update(PartyRow, party.id, contact_id=swap[party.contact_id])
    for one in select_in(connection, Obligation, "event_id", ids):
        rows.update(
            ObligationRow,
            one.id,
            debtor_id=swap.get(one.debtor_id, one.debtor_id),
            creditor_id=swap.get(one.creditor_id, one.creditor_id),
        )


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
