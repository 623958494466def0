"""The journal of changes: one a command, enough to take it back and to prove the tables.

Each change holds its operations on facts as canonical JSON, with what was there before and after,
and a hash over itself and the hash before. What can be undone is a linked list inside the journal:

- `parent_id` of a "do" is the change that was the latest undoable one when it was made;
- `target_id` of an "undo" or "redo" is the "do" that it takes back or puts back;
- `top_id` is the latest undoable "do" once the change is made.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from netlog.domain.records import Change, ChangeKind, Party
from netlog.ledger.read.records import BATCH, TABLE_OF, letting_go

RowValues = Mapping[str, str | int | None]
NUMBER = "number"  # the numbers that were given, which no undo takes back
BACKUP = "backup"  # no fact, but how to take back a restore: `netlog.ledger.write.restoring`
FORGETTING = "netlog forget"  # the first command of a journal that began anew with it; no name
LONGEST = 1 << 20  # characters of operations in one row
# The columns of the facts, in the order of their tables. It is for ever, as the journal tells them
# by their places: a new column comes last.
COLUMNS_OF: Mapping[str, Sequence[str]] = {
    "origin": ("name",),
    "terms": ("days",),
    "former_party": Party._fields[1:],
    BACKUP: ("name", "tip"),
    **{table: record._fields[1:] for record, table in TABLE_OF.items()},  # type: ignore[attr-defined]
}
PARTS = 1 << 20  # more rows than any change has


class Operation(NamedTuple):
    """One fact that a command wrote: told (no before), taken out (no after) or changed.

    Of what is told or taken out, columns that are as usual are left out; of what is changed, those
    that stay.
    """

    table: str
    id: int
    before: RowValues | None
    after: RowValues | None

    def fits(self, row: RowValues | None, usual: RowValues) -> bool:
        """Whether a fact is as this found it, None where it is not there.

        Args:
            row: the fact as it is, but for its id.
            usual: what its columns hold where an operation leaves them out.
        """
        if self.before is None or row is None:
            return self.before is None and row is None
        expected = self.before if self.after is not None else {**usual, **self.before}
        return all(row[column] == value for column, value in expected.items())

    def inverse(self) -> "Operation":
        """The operation that takes this one back."""
        return Operation(self.table, self.id, self.after, self.before)


COLUMNS = ", ".join(Change._fields)

# The linked list of what can be undone, from one of its changes on.
_UNDOABLE = (
    "WITH RECURSIVE undoable AS (SELECT c.* FROM change c WHERE c.id = ?"
    " UNION ALL SELECT c.* FROM undoable u JOIN change c ON c.id = u.parent_id AND c.id < u.id)"
    f" SELECT {COLUMNS} FROM undoable LIMIT ?"
)
# Each "do" and each "redo" adds one to that list, and each "undo" takes one off.
_HOW_MANY = "SELECT coalesce(sum(CASE kind WHEN 'undo' THEN -1 ELSE 1 END), 0) FROM change"


def to_json(operations: Sequence[Operation]) -> str:
    """Operations as canonical JSON: the same ones always give the same text.

    Facts of one table that were told in a row share a head: the table, and a number whose bits are
    the columns that follow. An introduction tells ten facts, and the journal is most of the file.
    """
    groups: list[list[Any]] = []
    for table, key, before, after in operations:
        if before is not None or after is None:
            groups.append([table, key, before, after])
            continue
        columns = [column for column in COLUMNS_OF[table] if column in after]
        head = [table, sum(1 << COLUMNS_OF[table].index(column) for column in columns)]
        if not (groups and groups[-1][:-1] == head):
            groups.append([*head, []])
        groups[-1][-1].append([key, *(after[column] for column in columns)])
    return json.dumps(groups, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def from_json(text: str) -> Iterator[Operation]:
    """The operations that `to_json` wrote."""
    for table, *head, last in json.loads(text):
        if len(head) > 1:
            yield Operation(table, head[0], head[1], last)
            continue
        columns = [column for place, column in enumerate(COLUMNS_OF[table]) if head[0] >> place & 1]
        for key, *values in last:
            yield Operation(table, key, None, dict(zip(columns, values, strict=True)))


def in_rows(operations: Iterable[Operation]) -> Iterator[str]:
    """Operations as texts of canonical JSON, none much longer than `LONGEST`."""
    some: list[Operation] = []
    length = 0
    for operation in operations:
        size = len(to_json([operation]))
        if some and length + size > LONGEST:
            yield to_json(some)
            some, length = [], 0
        some.append(operation)
        length += size
    yield to_json(some)


def place_of(change_id: int, part: int = 0) -> int:
    """The id of the row that holds a part of the operations of a change: in order, by change."""
    return change_id * PARTS + part


def texts_of(connection: sqlite3.Connection, change_id: int) -> list[str]:
    """The operations of a change, as they are stored."""
    rows = connection.execute(
        "SELECT rows FROM operations WHERE id >= ? AND id < ? ORDER BY id",
        (place_of(change_id), place_of(change_id + 1)),
    )
    return [text for (text,) in rows]


def operations_of(connection: sqlite3.Connection, change_id: int) -> Iterator[Operation]:
    """The operations of a change, in their order."""
    for text in texts_of(connection, change_id):
        yield from from_json(text)


def fact_now(connection: sqlite3.Connection, table: str, key: int) -> RowValues | None:
    """All columns of a fact as it is; None where it is not there."""
    names = ("id", *COLUMNS_OF[table])
    row = connection.execute(
        f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (key,)
    ).fetchone()
    return None if row is None else dict(zip(names, row, strict=True))


def chained_hash(previous: bytes, *fields: object) -> bytes:
    """Half of the SHA-256 over a change's fields, after the hash of the change before.

    It tells damage and edits from outside, for which 128 bits are plenty; nobody signs with it.
    """
    text = json.dumps(fields, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(previous + text.encode()).digest()[:16]


def latest(connection: sqlite3.Connection) -> Change | None:
    """The last change in the journal."""
    return _change(connection, "ORDER BY id DESC LIMIT 1", ())


def began_by_forgetting(connection: sqlite3.Connection) -> bool:
    """Whether the journal began anew as somebody was forgotten."""
    first = _change(connection, "ORDER BY id LIMIT 1", ())
    return first is not None and first.top_id is None and first.command == FORGETTING


def hash_of(connection: sqlite3.Connection, change_id: int) -> bytes | None:
    """The hash of a change; None where there is no such change."""
    row = connection.execute("SELECT hash FROM change WHERE id = ?", (change_id,)).fetchone()
    return None if row is None else bytes(row[0])


def last_in_common(one: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """The last change that two ledgers have in common; 0 for none.

    A hash stands for its change and all before it, so the place where they part can be halved.
    """
    low, high = 0, min(last.id if (last := latest(each)) else 0 for each in (one, other))
    while low < high:
        middle = (low + high + 1) // 2
        if hash_of(one, middle) == hash_of(other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def undoable(connection: sqlite3.Connection) -> Change | None:
    """The command that an undo would take back now."""
    last = latest(connection)
    if last is None or last.top_id is None:
        return None
    return _change(connection, "WHERE id = ?", (last.top_id,))


def undoable_in_batches(
    connection: sqlite3.Connection, most: int | None
) -> Iterator[Sequence[Change]]:
    """The commands that one undo after the other would take back, the next one first.

    Some at a time, at most so many in all; between two batches the ledger is let go.
    """

    def batches() -> Iterator[Sequence[Change]]:
        left, following = most, undoable(connection)
        while following is not None and left != 0:
            size = BATCH if left is None else min(BATCH, left)
            rows = connection.execute(_UNDOABLE, (following.id, size)).fetchall()
            *_, last = batch = [Change(*row) for row in rows]
            left = left and left - len(batch)
            yield batch
            following = _change(connection, "WHERE id = ?", (last.parent_id,))
            if following is not None and following.id >= last.id:
                message = f"change {last.id} follows change {following.id}, which came later"
                raise ValueError(message)

    return letting_go(connection, batches())


def how_many_undoable(connection: sqlite3.Connection) -> int:
    """How many commands could be taken back, one after the other."""
    return int(connection.execute(_HOW_MANY).fetchone()[0])


def redoable(connection: sqlite3.Connection) -> Change | None:
    """The undone command that a redo would put back now; none once something new was recorded."""
    last = latest(connection)
    if last is None or last.kind == "do":
        return None
    return _change(
        connection,
        "WHERE kind = 'do' AND parent_id IS ? AND id > ifnull(?, 0) ORDER BY id DESC LIMIT 1",
        (last.top_id, last.top_id),
    )


def next_rows(
    connection: sqlite3.Connection,
    kind: ChangeKind,
    command: str,
    summary: str,
    made_at: int,
    operations: Sequence[Operation],
    target: Change | None = None,
) -> tuple[dict[str, Any], list[str]]:
    """The change that comes next in the journal, chained to the last one, and its operations.

    Args:
        connection: the ledger, with the write lock held.
        kind: "do" for a command of its own; "undo" or "redo" of `target`.
        command: the command line.
        summary: what it did, in a few words.
        made_at: when, in microseconds since 1970; after all that it told.
        operations: the facts that it wrote, in order.
        target: the change that is taken back or put back.
    """
    last = latest(connection)
    key = 1 + (last.id if last else 0)
    row: dict[str, Any] = {
        "id": key,
        "made_at": made_at,
        "kind": kind,
        "command": command.encode(errors="backslashreplace").decode(),  # a path may be no text
        "summary": summary,
        "target_id": target.id if target else None,
        "parent_id": last.top_id if last and kind == "do" else None,
        "top_id": _top(kind, key, target),
    }
    rows = list(in_rows(operations))
    return {**row, "hash": chained_hash(last.hash if last else b"", *row.values(), *rows)}, rows


def _top(kind: ChangeKind, key: int, target: Change | None) -> int | None:
    if target is None:
        return key
    return target.parent_id if kind == "undo" else target.id


def _change(
    connection: sqlite3.Connection, condition: str, values: tuple[int | str | None, ...]
) -> Change | None:
    row = connection.execute(f"SELECT {COLUMNS} FROM change {condition}", values).fetchone()
    return None if row is None else Change(*row)
