"""What was said in format 2: thank-yous, apologies, checks, and how items ended by a word."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from netlog.ledger.file.migrations.v3.drafts import SAID, Draft, Term, Value
from netlog.ledger.file.migrations.v3.journal import UNKNOWN, Journal

_ACKNOWLEDGING = {"thank": "thanks", "apologize": "apology"}
_DERIVED = frozenset({"edit", "delete", "merge"})  # what these closed follows from the facts
_CHECKED = ("response", "check-response", "check-outcome")


class Settled(NamedTuple):
    """A settlement by a word and not by an event, with its item."""

    id: int
    obligation_id: int
    ending: str
    settled_on: str
    times: int
    via: str
    note: str
    kind: str
    event_id: int
    debtor_id: int
    creditor_id: int
    parts: int
    opened_on: str


@dataclass
class Check:
    """What was found out about an introduction; `told_on` is the day on which it was told."""

    row: int
    event_id: int
    noted_on: str
    via: str
    note: str
    told_on: str
    finding: str = "responded"


class Said:
    """All that was said, from the outcomes, settlements and attempts that no event caused."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal
        self._checks: dict[tuple[int, int], list[Check]] = defaultdict(list)
        self._given_up: set[tuple[int, int]] = set()
        self._acknowledged: set[tuple[int, int, int]] = set()

    def drafts(self) -> Iterator[Draft]:
        """What was said, as facts, in no order."""
        self._read_checks()
        for settled in self._settled():
            change = self._journal.change_of("settlement", settled.id)
            if not self._is_derived(change, settled):
                yield from self._draft(change, settled)
        for (change, _), checks in self._checks.items():
            for check in checks:
                columns = {
                    **_said(check.finding, check.noted_on, check.via, check.note),
                    "event_id": check.event_id,
                    "day": check.told_on,
                }
                yield Draft(change, SAID, check.row, "statement", columns)
        yield from self._silences()

    def _settled(self) -> Iterator[Settled]:
        rows = self._connection.execute(
            "SELECT s.id, s.obligation_id, s.ending, s.settled_on, s.times, s.via, s.note, o.kind,"
            " o.event_id, o.debtor_id, o.creditor_id, o.times, o.opened_on FROM old_settlement s"
            " JOIN old_obligation o ON o.id = s.obligation_id WHERE s.event_id IS NULL"
            " ORDER BY s.id"
        )
        return (Settled(*row) for row in rows)

    def _is_derived(self, change: int, settled: Settled) -> bool:
        """Whether it was closed without a word, or by another interval."""
        name = self._journal.command_of(change).name
        if settled.kind == "touch":
            was_replaced = change == UNKNOWN and settled.settled_on == settled.opened_on
            return name == "person" or (was_replaced and settled.ending == "waived")
        return name in _DERIVED

    def _draft(self, change: int, settled: Settled) -> Iterator[Draft]:
        command = self._journal.command_of(change)
        said = _said(settled.ending, settled.settled_on, settled.via, settled.note)
        if command.name in _ACKNOWLEDGING:
            between = (change, settled.debtor_id, settled.creditor_id)
            if between not in self._acknowledged:
                self._acknowledged.add(between)
                columns = {
                    **said,
                    "kind": _ACKNOWLEDGING[command.name],
                    "author_id": settled.debtor_id,
                    "recipient_id": settled.creditor_id,
                    "item_id": settled.obligation_id if "--for" in command.options else None,
                }
                yield Draft(change, SAID, settled.id, "acknowledgement", columns)
        elif not self._is_told_by_check(change, settled) and not self._follows(change, settled):
            is_whole = settled.parts == 1 or settled.ending != "kept"
            is_rest = command.name == "done" and "--times" not in command.options
            times = None if is_whole or is_rest else settled.times
            columns = {**said, "item_id": settled.obligation_id, "times": times}
            yield Draft(change, SAID, settled.id, "statement", columns)

    def _is_told_by_check(self, change: int, settled: Settled) -> bool:
        """Whether a check of the same command says it; it was told on the day a question closed."""
        checks = self._checks.get((change, settled.event_id))
        if not checks or settled.kind not in _CHECKED or settled.ending != "kept":
            return False
        if settled.kind != "response":
            check = checks[-1] if settled.kind == "check-outcome" else checks[0]
            check.told_on = max(check.told_on, settled.settled_on)
        return True

    def _follows(self, change: int, settled: Settled) -> bool:
        """Whether the response was given up by the same command, and with it the question."""
        if settled.kind == "response" and settled.ending != "kept":
            self._given_up.add((change, settled.event_id))
        return settled.kind == "check-response" and (change, settled.event_id) in self._given_up

    def _read_checks(self) -> None:
        rows = self._connection.execute(
            "SELECT id, event_id, outcome, noted_on, via, note FROM old_introduction_outcome"
            " WHERE cause_id IS NULL ORDER BY id"
        )
        for key, event_id, outcome, noted_on, via, note in rows:
            change = self._journal.change_of("introduction_outcome", key)
            checks = self._checks[change, event_id]
            if not checks or checks[-1].noted_on != noted_on:
                checks.append(Check(key, event_id, noted_on, via, note, told_on=noted_on))
            if outcome == "happy":
                checks[-1].finding = "happy"

    def _silences(self) -> Iterator[Draft]:
        rows = self._connection.execute(
            "SELECT a.id, o.event_id, a.made_on, a.via, a.note FROM old_attempt a"
            " JOIN old_obligation o ON o.id = a.obligation_id WHERE a.event_id IS NULL"
        )
        for key, event_id, made_on, via, note in rows:
            columns = {**_said("silent", made_on, via, note), "event_id": event_id}
            asked_again = self._journal.asked_again.get(key)
            shown: dict[str, Term] = {} if asked_again is None else {"ask_again": asked_again}
            yield Draft(
                self._journal.change_of("attempt", key), SAID, key, "statement", columns, shown
            )


def _said(kind: str, said_on: str, via: str, note: str) -> dict[str, Value]:
    return {"kind": kind, "said_on": said_on, "via": via, "note": note}
