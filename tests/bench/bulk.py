"""Entries of the domain written as bare rows, many at a time: a ledger without the waiting.

It does what `netlog.ledger.write.post` does, without SQLModel and without the journal, so that ten
years of a busy person take seconds. The rules stay those of the domain; only the pen is faster.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from netlog.domain.projection.entries import (
    AttemptDraft,
    Entry,
    EventDraft,
    ObligationDraft,
    SettlementDraft,
)
from netlog.domain.records import Obligation

BATCH = 20_000  # rows held back; small enough that the tables interleave as in a ledger that grew

_WIDTHS = {
    "contact": 7,
    "detail": 5,
    "event": 10,
    "party": 4,
    "obligation": 10,
    "settlement": 8,
    "attempt": 6,
    "introduction_outcome": 7,
}
_DUE_ON, _HIDDEN_UNTIL, _CLOSED_ON = 7, 8, 9


class Bulk:
    """The rows of a new ledger; `flush` writes them, and only between two stories."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[list[Any]]] = {table: [] for table in _WIDTHS}
        self._last = dict.fromkeys(_WIDTHS, 0)
        self._last["contact"] = 1  # me, whom the program wrote when it created the ledger
        self._obligations: dict[int, list[Any]] = {}

    @property
    def opened(self) -> int:
        """How many obligations there are."""
        return self._last["obligation"]

    def add(self, table: str, *values: object) -> int:
        """Keep a row, without its id, to be written; return its id."""
        key = self._last[table] = self._last[table] + 1
        self._rows[table].append([key, *values])
        return key

    def obligation(self, key: int) -> Obligation:
        """An obligation of the story that is being told, as it is now."""
        return Obligation(*self._obligations[key])

    def post(self, entry: Entry) -> tuple[int | None, list[Obligation]]:
        """Write what the domain decided; return the id of its event and what that opened."""
        event_id = None if entry.event is None else self._add_event(entry.event)
        opened = [self._open(event_id, draft) for draft in entry.opens]
        for settlement in entry.settles:
            self._settle(settlement, event_id)
        for attempt in entry.attempts:
            self._try(attempt, event_id, dict(zip(entry.opens, opened, strict=True)))
        for outcome in entry.outcomes:
            self.add("introduction_outcome", *outcome, event_id)
        return event_id, opened

    def flush(self, at_least: int = 1) -> None:
        """Write the rows that were held back, once there are so many of them."""
        if sum(map(len, self._rows.values())) < at_least:
            return
        for table, rows in self._rows.items():
            marks = ", ".join("?" * _WIDTHS[table])
            self._connection.executemany(
                f"INSERT INTO {table} VALUES ({marks})", map(_stored, rows)
            )
            rows.clear()
        self._obligations.clear()

    def _add_event(self, draft: EventDraft) -> int:
        key = self.add(
            "event",
            draft.kind,
            draft.happened_on,
            draft.about,
            draft.via,
            draft.note,
            draft.place,
            draft.fee,
            draft.introduction_id,
            draft.replaces_id,
        )
        for party in draft.parties:
            self.add("party", key, party.contact_id, party.role)
        return key

    def _open(self, event_id: int | None, draft: ObligationDraft) -> Obligation:
        key = self.add(
            "obligation",
            event_id,
            draft.kind,
            draft.debtor_id,
            draft.creditor_id,
            draft.times,
            draft.opened_on,
            draft.due_on,
            None,
            None,
        )
        self._obligations[key] = self._rows["obligation"][-1]
        return self.obligation(key)

    def _settle(self, draft: SettlementDraft, event_id: int | None) -> None:
        key = draft.obligation.id
        told = (draft.times, draft.via, draft.note)
        self.add("settlement", key, draft.ending, draft.settled_on, *told, event_id)
        if draft.closes:
            self._obligations[key][_CLOSED_ON] = draft.closed_on

    def _try(
        self,
        draft: AttemptDraft,
        event_id: int | None,
        opened: dict[ObligationDraft, Obligation],
    ) -> None:
        tried = draft.obligation
        key = opened[tried].id if isinstance(tried, ObligationDraft) else tried.id
        self.add("attempt", key, draft.made_on, draft.via, draft.note, event_id)
        if draft.hidden_until is not None:
            row = self._obligations[key]
            row[_DUE_ON], row[_HIDDEN_UNTIL] = draft.due_on or row[_DUE_ON], draft.hidden_until


def _stored(row: Iterable[Any]) -> list[Any]:
    return [value.isoformat() if isinstance(value, date) else value for value in row]
