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
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from netlog.domain.records import Change, ChangeKind
from netlog.ledger.read.records import BATCH, letting_go
from netlog.ledger.write.operations import COLUMNS_OF, Operation, RowValues, from_json

FORGETTING = "netlog forget"  # the first command of a journal that began anew with it; no name
PARTS = 1 << 20  # more rows than any change has
COLUMNS = ", ".join(Change._fields)

_PART = "SELECT id, rows FROM operations WHERE id BETWEEN ? AND ? ORDER BY id {} LIMIT 1"

# The linked list of what can be undone, from one of its changes on.
_UNDOABLE = (
    "WITH RECURSIVE undoable AS (SELECT c.* FROM change c WHERE c.id = ?"
    " UNION ALL SELECT c.* FROM undoable u JOIN change c ON c.id = u.parent_id AND c.id < u.id)"
    f" SELECT {COLUMNS} FROM undoable LIMIT ?"
)
# Each "do" and each "redo" adds one to that list, and each "undo" takes one off; but a change with
# which a journal began anew is not in it.
_HOW_MANY = (
    "SELECT coalesce(sum(CASE kind WHEN 'undo' THEN -1 ELSE top_id NOTNULL END), 0) FROM change"
)


def place_of(change_id: int, part: int = 0) -> int:
    """The id of the row that holds a part of the operations of a change: in order, by change."""
    return change_id * PARTS + part


def texts_of(
    connection: sqlite3.Connection, change_id: int, *, backwards: bool = False
) -> Iterator[str]:
    """The operations of a change, as they are stored, one part at a time."""
    low, high = place_of(change_id), place_of(change_id + 1) - 1
    statement = _PART.format("DESC" if backwards else "ASC")
    while row := connection.execute(statement, (low, high)).fetchone():
        place, text = row
        low, high = (low, place - 1) if backwards else (place + 1, high)
        yield text


def operations_of(
    connection: sqlite3.Connection, change_id: int, tables: Collection[str] | None = None
) -> Iterator[Operation]:
    """The operations of a change, or those of them on some tables, in their order."""
    for text in texts_of(connection, change_id):
        yield from from_json(text, tables)


def inverse_of(connection: sqlite3.Connection, change_id: int) -> Iterator[Operation]:
    """The operations that take a change back, in their order."""
    for text in texts_of(connection, change_id, backwards=True):
        for operation in reversed(list(from_json(text))):
            yield operation.inverse()


def fact_now(connection: sqlite3.Connection, table: str, key: int) -> RowValues | None:
    """A fact as it is, but for its id; None where it is not there."""
    names = COLUMNS_OF[table]
    row = connection.execute(
        f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (key,)
    ).fetchone()
    return None if row is None else dict(zip(names, row, strict=True))


def chained_hash(previous: bytes, *fields: object, texts: Iterable[str] = ()) -> bytes:
    """Half of the SHA-256 over a change's fields and operations, after the hash of the one before.

    It tells damage and edits from outside, for which 128 bits are plenty; nobody signs with it.
    What is hashed is one JSON list of all, of which only one text at a time has to be in memory.
    """
    hashed = hashlib.sha256(previous)
    for number, field in enumerate(chain(fields, texts)):
        text = json.dumps(field, separators=(",", ":"), ensure_ascii=True)
        hashed.update(f"{',' if number else '['}{text}".encode())
    hashed.update(b"]")
    return hashed.digest()[:16]


def latest(connection: sqlite3.Connection) -> Change | None:
    """The last change in the journal."""
    return _change(connection, "ORDER BY id DESC LIMIT 1", ())


def tip(connection: sqlite3.Connection) -> bytes:
    """The hash of the last change, which tells one state of a ledger from every other."""
    last = latest(connection)
    return b"" if last is None else last.hash


def began_by_forgetting(connection: sqlite3.Connection) -> bool:
    """Whether the journal began anew as somebody was forgotten."""
    first = _change(connection, "ORDER BY id LIMIT 1", ())
    return first is not None and first.top_id is None and first.command == FORGETTING


def hash_of(connection: sqlite3.Connection, change_id: int) -> bytes | None:
    """The hash of a change; None where there is no such change."""
    row = connection.execute("SELECT hash FROM change WHERE id = ?", (change_id,)).fetchone()
    return None if row is None else bytes(row[0])


def last_in_common(connection: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """The last change that two ledgers have in common; 0 for none.

    A hash stands for its change and all before it, so the place where they part can be halved.
    """
    low, high = 0, min(last.id if (last := latest(each)) else 0 for each in (connection, other))
    while low < high:
        middle = (low + high + 1) // 2
        if hash_of(connection, middle) == hash_of(other, middle):
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


def append(
    connection: sqlite3.Connection,
    kind: ChangeKind,
    command: str,
    summary: str,
    made_at: int,
    target: Change | None = None,
) -> tuple[int, bytes]:
    """Write the change that comes next in the journal, chained to the last one.

    Args:
        connection: the ledger, with the write lock held and the operations written.
        kind: "do" for a command of its own; "undo" or "redo" of `target`.
        command: the command line.
        summary: what it did, in a few words.
        made_at: when, in microseconds since 1970; after all that it told.
        target: the change that is taken back or put back.

    Returns:
        The id and the hash of the change.
    """
    last = latest(connection)
    key = 1 + (last.id if last else 0)
    change = Change(
        id=key,
        made_at=made_at,
        kind=kind,
        command=command.encode(errors="backslashreplace").decode(),  # a path may be no text
        summary=summary,
        target_id=target.id if target else None,
        parent_id=last.top_id if last and kind == "do" else None,
        top_id=_top(kind, key, target),
        hash=last.hash if last else b"",
    )
    *told, previous = change
    link = chained_hash(previous, *told, texts=texts_of(connection, key))
    marks = ", ".join("?" * len(change))
    connection.execute(f"INSERT INTO change ({COLUMNS}) VALUES ({marks})", (*told, link))
    return key, link


def _top(kind: ChangeKind, key: int, target: Change | None) -> int | None:
    if target is None:
        return key
    return target.parent_id if kind == "undo" else target.id


def _change(
    connection: sqlite3.Connection, condition: str, values: tuple[int | str | None, ...]
) -> Change | None:
    row = connection.execute(f"SELECT {COLUMNS} FROM change {condition}", values).fetchone()
    return None if row is None else Change(*row)
