"""Facts as SQLModel writes them, each remembered as an operation for the journal."""

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import islice
from time import time_ns

from sqlmodel import Session, SQLModel

from netlog.errors import LedgerUnusable
from netlog.ledger.file.digests import DIGEST, AlteredRow, Stored, as_stored, digest
from netlog.ledger.write import journal
from netlog.ledger.write.journal import Operation, RowValues
from netlog.ledger.write.orm import engine_on
from netlog.ledger.write.schema import FACTS
from netlog.ledger.write.schema.columns import contents

FACT_CLASSES: Mapping[str, type[SQLModel]] = {str(row.__tablename__): row for row in FACTS}


_APART = 16
_AT_A_TIME = 5_000


class Rows:
    """The facts of one ledger while a command writes them; `operations` is what it wrote."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.session = Session(engine_on(connection), autoflush=False, expire_on_commit=False)
        self.operations: list[Operation] = []
        last = journal.latest(connection)
        self._told = max(time_ns() // 1000, 0 if last is None else last.made_at + 1)

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
        self.operations.append(Operation(_table(row), key, None, _unusual(row, values)))
        return key

    def next_id(self, table: str) -> int:
        """The id that the next new fact of a table gets; none is given twice."""
        row = self.connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        return 1 + (int(row[0]) if row else 0)

    def insert_all(self, table: str, facts: Iterable[Mapping[str, Stored]]) -> None:
        """Write new facts, thousands at a time.

        Args:
            table: where they belong.
            facts: all their columns and their ids, which follow `next_id`.
        """
        kind = FACT_CLASSES[table]
        as_usual = usual(kind)
        waiting = iter(facts)
        while some := list(islice(waiting, _AT_A_TIME)):
            columns = tuple(some[0])
            self.connection.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}, {DIGEST})"
                f" VALUES ({', '.join('?' * len(columns))}, ?)",
                ((*fact.values(), digest(table, columns, tuple(fact.values()))) for fact in some),
            )
            for fact in some:
                after = {
                    name: value
                    for name, value in fact.items()
                    if name != "id" and value != as_usual[name]
                }
                self.operations.append(Operation(table, int(fact["id"] or 0), None, after))

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
        self.operations.append(
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
        self.operations.append(Operation(_table(row), key, _unusual(row, before), None))

    def apply(self, operation: Operation) -> None:
        """Carry out an operation that was recorded before, or its inverse.

        Raises:
            LedgerUnusable: the fact is not as the operation found it.
        """
        kind = FACT_CLASSES[operation.table]
        current = self._present(kind, operation.id)
        if not operation.fits(None if current is None else _values(current), usual(kind)):
            raise LedgerUnusable(
                f"Row {operation.id} of {operation.table} was changed by something else than"
                " netlog since then, so it cannot be taken back or put back.",
                "Nothing was written.",
            )
        if operation.after is None:
            self.session.delete(current)
        elif current is None:
            self.session.add(kind.model_validate({"id": operation.id, **operation.after}))
        else:
            validated = kind.model_validate({**_values(current), **operation.after})
            for column in operation.after:
                setattr(current, column, getattr(validated, column))
        self.session.flush()
        self.operations.append(operation)

    def append(self, row: SQLModel) -> None:
        """Write a row that is no fact, such as a change of the journal itself."""
        self.session.add(row)
        self.session.flush()

    def _present(self, kind: type[SQLModel], key: int) -> SQLModel | None:
        """A fact, as netlog left it; None where it is not there.

        Raises:
            AlteredRow: it is there, but otherwise.
        """
        row = self.session.get(kind, key)
        if row is not None and getattr(row, DIGEST) != digest(_table(row), *contents(row)):
            raise AlteredRow(_table(row), key)
        return row

    def _existing(self, kind: type[SQLModel], key: int) -> SQLModel:
        row = self._present(kind, key)
        if row is None:
            raise LedgerUnusable(f"Row {key} of {kind.__tablename__} is gone.")
        return row


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
