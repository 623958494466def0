"""The journal of changes: one row a command, enough to take it back and to prove the tables.

Each change holds its row operations as canonical JSON, with the row before and after, and a hash
over itself and the hash before. What can be undone is a linked list inside the journal:

- `parent_id` of a "do" is the change that was the latest undoable one when it was made;
- `target_id` of an "undo" or "redo" is the "do" that it takes back or puts back;
- `top_id` is the latest undoable "do" once the change is made.
"""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

ChangeKind = Literal["do", "undo", "redo"]
RowValues = Mapping[str, str | int | None]


class Operation(NamedTuple):
    """One row that a command wrote: inserted (no before), deleted (no after) or changed."""

    table: str
    id: int
    before: RowValues | None
    after: RowValues | None

    def inverse(self) -> "Operation":
        """The operation that takes this one back."""
        return Operation(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the journal."""

    id: int
    made_at: str
    kind: ChangeKind
    command: str
    summary: str
    target_id: int | None
    parent_id: int | None
    top_id: int | None
    operations: tuple[Operation, ...]
    hash: str


_COLUMNS = tuple(field.name for field in fields(Change))
_OPERATIONS = _COLUMNS.index("operations")


# The linked list of what can be undone, from its top; `place` is the order.
_UNDOABLE = (
    "WITH RECURSIVE undoable(id, place) AS ("
    " SELECT top_id, 0 FROM change WHERE id = (SELECT max(id) FROM change) AND top_id IS NOT NULL"
    " UNION ALL SELECT c.parent_id, u.place + 1 FROM undoable u JOIN change c ON c.id = u.id"
    " WHERE c.parent_id IS NOT NULL)"
)


def to_json(operations: Sequence[Operation]) -> str:
    """Operations as canonical JSON: the same rows always give the same text."""
    return json.dumps(operations, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def from_json(text: str) -> tuple[Operation, ...]:
    """The operations that `to_json` wrote."""
    return tuple(Operation(*fields) for fields in json.loads(text))


def chained_hash(previous: str, *fields: object) -> str:
    """SHA-256 over a change's fields, after the hash of the change before ("" for the first)."""
    text = json.dumps([previous, *fields], separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def latest(connection: sqlite3.Connection) -> Change | None:
    """The last change in the journal."""
    return _one(connection, "ORDER BY id DESC LIMIT 1", ())


def undoable(connection: sqlite3.Connection) -> Change | None:
    """The command that an undo would take back now."""
    last = latest(connection)
    if last is None or last.top_id is None:
        return None
    return _one(connection, "WHERE id = ?", (last.top_id,))


class Told(NamedTuple):
    """A change as a list shows it."""

    id: int
    made_at: str
    summary: str
    command: str


def undoable_ones(connection: sqlite3.Connection, limit: int | None) -> tuple[list[Told], int]:
    """The commands that one undo after the other would take back, the next one first.

    Returns:
        At most `limit` of them, all where None, and how many there are.
    """
    rows = connection.execute(
        f"{_UNDOABLE} SELECT c.id, c.made_at, c.summary, c.command FROM undoable u"
        " JOIN change c ON c.id = u.id ORDER BY u.place LIMIT ?",
        (-1 if limit is None else limit,),
    ).fetchall()
    number = len(rows)
    if limit is not None:
        number = connection.execute(f"{_UNDOABLE} SELECT count(*) FROM undoable").fetchone()[0]
    return [Told(*row) for row in rows], number


def redoable(connection: sqlite3.Connection) -> Change | None:
    """The undone command that a redo would put back now; none once something new was recorded."""
    last = latest(connection)
    if last is None or last.kind == "do":
        return None
    return _one(
        connection,
        "WHERE kind = 'do' AND parent_id IS ? AND id > ifnull(?, 0) ORDER BY id DESC LIMIT 1",
        (last.top_id, last.top_id),
    )


def next_row(
    connection: sqlite3.Connection,
    kind: ChangeKind,
    command: str,
    summary: str,
    operations: Sequence[Operation],
    target: Change | None = None,
) -> dict[str, Any]:
    """The columns of the change that comes next in the journal, chained to the last one.

    Args:
        connection: the ledger, with the write lock held.
        kind: "do" for a command of its own; "undo" or "redo" of `target`.
        command: the command line.
        summary: what it did, in a few words.
        operations: the rows that it wrote, in order.
        target: the change that is taken back or put back.
    """
    last = latest(connection)
    key = 1 + (last.id if last else 0)
    parent = last.top_id if last and kind == "do" else None
    row: dict[str, Any] = {
        "id": key,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "kind": kind,
        "command": command.encode(errors="backslashreplace").decode(),  # a path may be no text
        "summary": summary,
        "target_id": target.id if target else None,
        "parent_id": parent,
        "top_id": _top(kind, key, target),
        "operations": to_json(operations),
    }
    return {**row, "hash": chained_hash(last.hash if last else "", *row.values())}


def _top(kind: ChangeKind, key: int, target: Change | None) -> int | None:
    if target is None:
        return key
    return target.parent_id if kind == "undo" else target.id


def inserting(connection: sqlite3.Connection, table: str, key: int) -> Change | None:
    """The last change that wrote a new row: the command itself, or its redo."""
    begins = to_json([Operation(table, key, None, {})]).removesuffix("{}]]").removeprefix("[")
    return _one(
        connection,
        "WHERE kind <> 'undo' AND instr(operations, ?) ORDER BY id DESC LIMIT 1",
        (begins,),
    )


def _one(
    connection: sqlite3.Connection, condition: str, values: tuple[int | str | None, ...]
) -> Change | None:
    found = connection.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM change {condition}", values
    ).fetchone()
    if found is None:
        return None
    columns = list(found)
    columns[_OPERATIONS] = from_json(columns[_OPERATIONS])
    return Change(*columns)
