"""What the journal of format 2 knows beyond its tables: when, and by which command, rows came."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from netlog.ledger.file.migrations.v3.commands import Command, read_command

UNKNOWN = 0  # the change of rows that no change tells of
_KEPT = frozenset({"--no-due", "--expect-reply", "--for", "--times", "--every"})
_TRACED = frozenset({"event", "obligation", "settlement", "attempt", "introduction_outcome"})

Row = Mapping[str, Any]


class Change(NamedTuple):
    """A command that was not taken back; `made_at` is in microseconds since 1970."""

    made_at: int
    command: Command

    @property
    def on(self) -> date:
        """The day on which it was given, in universal time."""
        return datetime.fromtimestamp(self.made_at // 1_000_000, UTC).date()


class Opened(NamedTuple):
    """An obligation as its event opened it: after how many days it was due, None if unknown."""

    kind: str
    debtor_id: int
    days: int | None


@dataclass(frozen=True)
class Journal:
    """The journal, by what it tells of.

    `came` is the change in which a row of a table was first written; `opened` are the obligations
    of an event as they were then; `asked_again` the days after which a silent check asks again, by
    its attempt; `snoozed` the change that last hid an obligation, and until when; `intervals` the
    changes of a contact's interval.
    """

    changes: dict[int, Change] = field(default_factory=dict)
    came: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    opened: dict[int, list[Opened]] = field(default_factory=lambda: defaultdict(list))
    asked_again: dict[int, int] = field(default_factory=dict)
    snoozed: dict[int, tuple[int, str]] = field(default_factory=dict)
    intervals: dict[int, list[tuple[int, int | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def change_of(self, table: str, key: int) -> int:
        """The change in which a row was first written."""
        return self.came[table].get(key, UNKNOWN)

    def command_of(self, change: int) -> Command:
        """The command of a change."""
        return self.changes[change].command if change in self.changes else Command()

    def made_at(self, change: int) -> int:
        """When a change was made."""
        return self.changes[change].made_at if change in self.changes else 0


def read_journal(connection: sqlite3.Connection) -> Journal:
    """Read the journal in `old_change`, a change at a time."""
    journal = Journal()
    taken_back = _taken_back(connection)
    rows = connection.execute(
        "SELECT id, made_at, command, operations FROM old_change WHERE kind = 'do' ORDER BY id"
    )
    for key, made_at, line, operations in rows:
        if key not in taken_back:
            command = read_command(line)
            kept = {name: command.options[name] for name in _KEPT & command.options.keys()}
            moment = int(datetime.fromisoformat(made_at).timestamp()) * 1_000_000
            journal.changes[key] = Change(moment, command._replace(options=kept))
            _note(journal, key, json.loads(operations))
    return journal


def _taken_back(connection: sqlite3.Connection) -> set[int]:
    taken_back: set[int] = set()
    moves = "SELECT kind, target_id FROM old_change WHERE kind <> 'do' ORDER BY id"
    for kind, target in connection.execute(moves):
        if kind == "undo":
            taken_back.add(target)
        else:
            taken_back.discard(target)
    return taken_back


def _note(journal: Journal, change: int, operations: list[list[Any]]) -> None:
    attempts: dict[int, tuple[int, str]] = {}
    for table, key, before, after in operations:
        if before is None and table in _TRACED:
            journal.came[table].setdefault(key, change)
        if before is None and table == "obligation":
            days = days_between(after["opened_on"], after["due_on"])
            opened = Opened(after["kind"], after["debtor_id"], days)
            journal.opened[after["event_id"]].append(opened)
        elif before is None and table == "attempt":
            attempts[after["obligation_id"]] = (key, after["made_on"])
        elif table == "contact" and after is not None:
            _note_interval(journal, change, key, before or {}, after)
        elif table == "obligation" and after is not None:
            _note_hiding(journal, change, key, before, after, attempts)


def _note_interval(journal: Journal, change: int, key: int, before: Row, after: Row) -> None:
    if before.get("every_days") != after["every_days"]:
        journal.intervals[key].append((change, after["every_days"]))


def _note_hiding(
    journal: Journal,
    change: int,
    key: int,
    before: Row,
    after: Row,
    attempts: Mapping[int, tuple[int, str]],
) -> None:
    until = after["hidden_until"]
    if until is None or before["hidden_until"] == until:
        return
    if key in attempts:
        attempt, made_on = attempts[key]
        journal.asked_again[attempt] = days_between(made_on, until)
    elif journal.changes[change].command.name == "snooze":
        journal.snoozed[key] = (change, until)


def days_between(start: str, end: str) -> int:
    """How many days one day is after another."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days
