"""What became of the facts of one ledger since a change: each row as it was, and as it is."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from netlog.ledger.file.digests import AlteredRow
from netlog.ledger.write.journal import fact_now, operations_of
from netlog.ledger.write.operations import BACKUP, Operation, RowValues
from netlog.ledger.write.rows import FACT_CLASSES, usual

Key = tuple[str, int]
Row = RowValues | None
CONTACTS = ("contact_id", "author_id", "recipient_id", "organisation_id")


class TakenOut(NamedTuple):
    """A contact that is gone: what took it out, and whom it was made one with.

    `is_dropped`: the name that came with it was dropped since.
    """

    contact: int
    operations: tuple[Operation, ...]
    became: int | None
    is_dropped: bool


class Since(NamedTuple):
    """The rows that changes touched, by table and id: before, now, and as last known.

    `told` are those that were told since, as their first change left them. `gone` are the contacts
    that were taken out, in that order.
    """

    was: dict[Key, Row]
    now: dict[Key, Row]
    known: dict[Key, RowValues]
    told: dict[Key, RowValues]
    gone: list[TakenOut]

    def as_told(self, key: Key) -> RowValues:
        """A row as it was told, but for whom those in it were made one with since."""
        told, now = self.told[key], self.now[key] or {}
        heirs = {gone.contact: gone.became for gone in self.gone}
        both = ((each, told.get(each), now.get(each)) for each in CONTACTS)
        one = {
            column: heir
            for column, contact, heir in both
            if contact is not None
            and heir is not None
            and last_heir(int(contact), heirs) == last_heir(int(heir), heirs)
        }
        return {**told, **one}

    def take_back(self, gone: TakenOut) -> None:
        """Let the rows be as if a contact had not been taken out, as far as they still may."""
        for operation in inverse(gone):
            key = (operation.table, operation.id)
            if operation.fits(self.now[key], usual(FACT_CLASSES[operation.table])):
                self.now[key] = carried_out(operation, self.now[key])


def since(connection: sqlite3.Connection, change_id: int) -> Since:
    """What became of all facts since a change, undone ones left out of account.

    Raises:
        AlteredRow: the journal tells otherwise than the tables.
    """
    was: dict[Key, Row] = {}
    now: dict[Key, Row] = {}
    known: dict[Key, RowValues] = {}
    told: dict[Key, RowValues] = {}
    left: dict[Key, tuple[int, Row]] = {}  # by the change that is looked at
    gone: list[TakenOut] = []
    for change, operation in _backwards(connection, change_id):
        key = (operation.table, operation.id)
        if key not in now:
            now[key] = was[key] = fact_now(connection, *key)
            if now[key] is None and operation.table == "contact":
                gone.append(_taken_out(connection, change, operation.id))
        if key not in left or left[key][0] != change:
            left[key] = (change, was[key])
        back = operation.inverse()
        if not back.fits(was[key], usual(FACT_CLASSES[operation.table])):
            raise AlteredRow(*key)
        _remember(known, key, was[key])
        was[key] = carried_out(back, was[key])
        _remember(known, key, was[key])
        if was[key] is None and (row := left[key][1]) is not None:
            told[key] = row
    return Since(was, now, known, told, gone[::-1])


def last_heir(contact: int, heirs: Mapping[int, int | None]) -> int:
    """Who somebody is by now, or 0 where that is nobody."""
    while contact in heirs:
        contact = heirs[contact] or 0
    return contact


def carried_out(operation: Operation, row: Row) -> Row:
    """A row once an operation that fits it is carried out."""
    if operation.after is None:
        return None
    return {**(row or usual(FACT_CLASSES[operation.table])), **operation.after}


def inverse(gone: TakenOut) -> list[Operation]:
    """The operations that bring a contact back, with all that was theirs; numbers stay given."""
    operations = (op.inverse() for op in reversed(gone.operations) if op.table != "number")
    return list(operations)


def highest_ids(
    connection: sqlite3.Connection, change_id: int, after: int = 0, before: Mapping[str, int] = {}
) -> Mapping[str, int]:
    """By table, the highest id that was ever given up to a change.

    Args:
        connection: the ledger.
        change_id: the change.
        after: a change before it, up to which they are known.
        before: what they were then.
    """
    highest = dict(before)
    for change in range(after + 1, change_id + 1):
        for operation in facts_of(connection, change):
            table = space_of(operation.table)
            highest[table] = max(highest.get(table, 0), operation.id)
    return highest


def facts_of(connection: sqlite3.Connection, change: int) -> Iterator[Operation]:
    """The operations of a change on facts."""
    return (each for each in operations_of(connection, change) if each.table != BACKUP)


def space_of(table: str) -> str:
    """The table whose ids a row has: who leaves an event and comes back has the old place."""
    return "party" if table == "former_party" else table


def _backwards(connection: sqlite3.Connection, change_id: int) -> Iterator[tuple[int, Operation]]:
    changes = connection.execute(
        "SELECT id FROM change WHERE id > ? ORDER BY id DESC", (change_id,)
    ).fetchall()
    for (change,) in changes:
        for operation in reversed(list(facts_of(connection, change))):
            yield change, operation


def _remember(known: dict[Key, RowValues], key: Key, row: Row) -> None:
    if row is not None:
        known.setdefault(key, row)


def _taken_out(connection: sqlite3.Connection, change: int, contact: int) -> TakenOut:
    operations = tuple(facts_of(connection, change))
    became = next(filter(None, (_heir(operation, contact) for operation in operations)), None)
    key = next((op.before or {}).get("key") for op in operations if op[:2] == ("contact", contact))
    names = {
        op.id: int(op.after["contact_id"] or 0)
        for op in operations
        if op.table == "detail"
        and op.before is None
        and op.after is not None
        and (op.after["kind"], op.after["key"]) == ("alias", key)
    }
    if became is None:  # nothing of it moved: the name may have stayed
        became = next(iter(names.values()), None)
    is_dropped = any(fact_now(connection, "detail", name) is None for name in names)
    return TakenOut(contact, _its_own(operations, contact), became, is_dropped)


def _heir(operation: Operation, contact: int) -> int | None:
    """Who got what was a contact's by an operation."""
    before, after = operation.before or {}, operation.after or {}
    heirs = (after.get(column) for column in CONTACTS if before.get(column) == contact)
    return next((int(heir) for heir in heirs if heir is not None), None)


def _its_own(operations: tuple[Operation, ...], contact: int) -> tuple[Operation, ...]:
    """The operations that took a contact out: all of its command, where that did nothing else."""
    tables = {"event", "acknowledgement", "statement", "interval", "archival", "contact", "origin"}
    is_alone = not any(op.before is None and op.table in tables for op in operations)
    gone = [op for op in operations if op.table == "contact" and op.after is None]
    if is_alone and len(gone) == 1:
        return operations
    return tuple(op for op in gone if op.id == contact)
