"""Facts as SQLModel writes them, or many at a time, each told to the journal as an operation."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, islice
from time import time_ns
from typing import Any

from sqlmodel import Session, SQLModel

from netlog.domain.records import Change, ChangeKind
from netlog.ledger.file.digests import DIGEST, AlteredRow, Stored, as_stored, digest
from netlog.ledger.read.records import TABLE_OF
from netlog.ledger.write import journal, words
from netlog.ledger.write.operations import AT_A_TIME, COLUMNS_OF, Operation, Parts, RowValues
from netlog.ledger.write.orm import engine_on
from netlog.ledger.write.schema import FACTS
from netlog.ledger.write.schema.columns import contents

FACT_CLASSES: Mapping[str, type[SQLModel]] = {str(row.__tablename__): row for row in FACTS}
Fact = Sequence[Stored]  # an id, and the columns in the order of `COLUMNS_OF`

_APART = 16


class Rows:
    """The facts of one ledger while a command writes them.

    What it writes goes to the journal and into the index of words as it comes, some at a time, so
    that a change may be of any length.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.session = Session(engine_on(connection), autoflush=False, expire_on_commit=False)
        last = journal.latest(connection)
        self._told = max(time_ns() // 1000, 0 if last is None else last.made_at + 1)
        self._place = journal.place_of(1 if last is None else last.id + 1)
        self._waiting: list[Operation] = []  # which the journal and the index do not have yet
        self._parts = Parts(self._keep)
        self.has_written = False

    def moment(self) -> int:
        """The next moment in which something is told, after all that was told before.

        In microseconds; a few lie between two, for what is put between them later.
        """
        self._told += _APART
        return self._told

    def follow(self, told: int) -> None:
        """Let all that is told from now on be later than another moment."""
        self._told = max(self._told, told)

    def insert(self, row: SQLModel) -> int:
        """Write a new fact and return its id."""
        self.session.add(row)
        self.session.flush()
        values = _values(row)
        key = int(values.pop("id") or 0)
        self.note(Operation(_table(row), key, None, _unusual(row, values)))
        return key

    def next_id(self, table: str) -> int:
        """The id that the next new fact of a table gets; none is given twice."""
        row = self.connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        return 1 + (int(row[0]) if row else 0)

    def note(self, operation: Operation) -> None:
        """Remember for the journal what was written."""
        self.has_written = True
        self._waiting.append(operation)
        if len(self._waiting) >= AT_A_TIME:
            self._settle()

    def end(
        self, kind: ChangeKind, command: str, summary: str, target: Change | None = None
    ) -> tuple[int, bytes]:
        """Bring the index of words up to all that was written, and the journal, by one change.

        Args:
            kind: "do" for a command of its own; "undo" or "redo" of `target`.
            command: the command line.
            summary: what it did, in a few words.
            target: the change that is taken back or put back.

        Returns:
            The id and the hash of the change.
        """
        self._settle()
        self._parts.end()
        return journal.append(self.connection, kind, command, summary, self.moment(), target)

    def insert_all(self, table: str, facts: Iterable[Fact]) -> None:
        """Write new facts, thousands at a time.

        Args:
            table: where they belong.
            facts: with their ids, which follow `next_id`.
        """
        as_usual = tuple(usual(FACT_CLASSES[table]).values())
        waiting = iter(facts)
        while some := list(islice(waiting, AT_A_TIME)):
            self._put_in(table, some)
            self._parts.tell(table, some, as_usual)

    def update(self, kind: type[SQLModel], key: int, /, **changes: object) -> None:
        """Change some columns of a fact; where they are so already, nothing is noted."""
        row = self._existing(kind, key)
        before = _values(row)
        for column, value in changes.items():
            setattr(row, column, value)
        after = _values(row)
        differing = [column for column in after if after[column] != before[column]]
        if not differing:
            return
        self.session.flush()
        self.note(
            Operation(
                _table(row),
                key,
                {column: before[column] for column in differing},
                {column: after[column] for column in differing},
            )
        )

    def delete(self, kind: type[SQLModel], key: int) -> None:
        """Take a fact out."""
        row = self._existing(kind, key)
        before = _values(row)
        del before["id"]
        self.session.delete(row)
        self.session.flush()
        self.note(Operation(_table(row), key, _unusual(row, before), None))

    def apply(self, operations: Iterable[Operation]) -> None:
        """Carry out operations that were recorded before, or their inverses, in their order.

        Raises:
            AlteredRow: a fact is not as its operation found it.
        """
        for (table, is_new, is_gone), alike in groupby(operations, _what):
            while some := list(islice(alike, AT_A_TIME)):
                if is_new:
                    self._tell_again(table, some)
                elif is_gone:
                    self._take_out(table, some)
                else:
                    for operation in some:
                        self._change(operation)

    def _tell_again(self, table: str, operations: Sequence[Operation]) -> None:
        """Write facts that were there before."""
        if present := self._all_present(table, operations):
            raise AlteredRow(table, min(present))
        as_usual = usual(FACT_CLASSES[table])
        facts = [(key, *{**as_usual, **(after or {})}.values()) for _, key, _, after in operations]
        self._put_in(table, facts)
        self._parts.add(operations)

    def _take_out(self, table: str, operations: Sequence[Operation]) -> None:
        """Take facts out that are as their operations found them."""
        self._settle()
        present = self._all_present(table, operations)
        as_usual, columns = usual(FACT_CLASSES[table]), COLUMNS_OF[table]
        for operation in operations:
            fact = present.get(operation.id)
            row = None if fact is None else dict(zip(columns, fact[1:], strict=True))
            if not operation.fits(row, as_usual):
                raise AlteredRow(table, operation.id)
        words.forget(self.connection, table, present.values())
        keys = ((key,) for key in present)
        self.connection.executemany(f"DELETE FROM {table} WHERE id = ?", keys)
        self.has_written = True
        self._parts.add(operations)

    def _change(self, operation: Operation) -> None:
        """Let a fact have other values."""
        kind = FACT_CLASSES[operation.table]
        row = self._existing(kind, operation.id)
        values = _values(row)
        if not operation.fits(values, usual(kind)):
            raise AlteredRow(operation.table, operation.id)
        validated = kind.model_validate({**values, **(operation.after or {})})
        for column in operation.after or {}:
            setattr(row, column, getattr(validated, column))
        self.session.flush()
        self.note(operation)

    def _existing(self, kind: type[SQLModel], key: int) -> SQLModel:
        """A fact, as netlog left it.

        Raises:
            AlteredRow: it is otherwise, or gone.
        """
        row = self.session.get(kind, key)
        if row is None or getattr(row, DIGEST) != digest(_table(row), *contents(row)):
            raise AlteredRow(str(kind.__tablename__), key)
        return row

    def _all_present(self, table: str, operations: Sequence[Operation]) -> dict[int, Fact]:
        """Those of the facts of operations that are there, as netlog left them, by id.

        Raises:
            AlteredRow: one is there, but otherwise.
        """
        columns = ("id", *COLUMNS_OF[table])
        rows = self.connection.execute(
            f"SELECT {', '.join(columns)}, {DIGEST} FROM {table}"
            f" WHERE id IN ({', '.join('?' * len(operations))})",
            [operation.id for operation in operations],
        )
        present: dict[int, Fact] = {}
        for *fact, kept in rows:
            if kept != digest(table, columns, fact):
                raise AlteredRow(table, fact[0])
            present[fact[0]] = fact
        return present

    def _put_in(self, table: str, facts: Sequence[Fact]) -> None:
        """Write facts and their words."""
        self._settle()
        columns = ("id", *COLUMNS_OF[table])
        self.connection.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}, {DIGEST})"
            f" VALUES ({', '.join('?' * len(columns))}, ?)",
            ((*fact, digest(table, columns, fact)) for fact in facts),
        )
        words.learn(self.connection, table, facts)
        self.has_written = True

    def _settle(self) -> None:
        """Let the journal and the index of words have what is waiting for them."""
        waiting, self._waiting = self._waiting, []
        words.keep_up(self.connection, waiting)
        self._parts.add(waiting)

    def _keep(self, text: str) -> None:
        """Write a part of the operations to the journal."""
        statement = "INSERT INTO operations (id, rows) VALUES (?, ?)"
        self.connection.execute(statement, (self._place, text))
        self._place += 1


def row_of(record: Any) -> SQLModel:
    """A record as a new row, which gets a number where it has none yet."""
    values = {**record._asdict(), "id": record.id or None}
    return FACT_CLASSES[TABLE_OF[type(record)]](**values)


def _what(operation: Operation) -> tuple[str, bool, bool]:
    """The table of an operation, and whether it tells a fact, or takes one out."""
    return operation.table, operation.before is None, operation.after is None


def usual(kind: type[SQLModel]) -> RowValues:
    """What the columns of a fact hold where an operation leaves them out."""
    return {
        name: None if field.is_required() else as_stored(field.default)
        for name, field in kind.model_fields.items()
        if name not in ("id", DIGEST)
    }


def _unusual(row: SQLModel, values: RowValues) -> RowValues:
    as_usual = usual(type(row))
    return {column: value for column, value in values.items() if value != as_usual[column]}


def _table(row: SQLModel) -> str:
    return str(row.__tablename__)


def _values(row: SQLModel) -> dict[str, Stored]:
    return dict(zip(*contents(row), strict=True))
