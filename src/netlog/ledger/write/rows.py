"""Rows as SQLModel writes them, each remembered as an operation for the journal."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session, SQLModel

from netlog.errors import LedgerUnusable
from netlog.ledger.write.journal import Operation, RowValues
from netlog.ledger.write.orm import engine_on
from netlog.ledger.write.schema import FACTS

ROW_CLASSES: Mapping[str, type[SQLModel]] = {str(row.__tablename__): row for row in FACTS}


class Rows:
    """The rows of one ledger while a command writes to it; `operations` is what it wrote."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._session = Session(engine_on(connection), autoflush=False, expire_on_commit=False)
        self.operations: list[Operation] = []

    def insert(self, row: SQLModel) -> int:
        """Write a new row and return its id."""
        self._session.add(row)
        self._session.flush()
        values = _values(row)
        key = int(values["id"] or 0)
        self.operations.append(Operation(_table(row), key, None, values))
        return key

    def update(self, kind: type[SQLModel], key: int, /, **changes: object) -> None:
        """Change some columns of an existing row; where they are so already, nothing is noted."""
        row = self._existing(kind, key)
        before = _values(row)
        for column, value in changes.items():
            setattr(row, column, value)
        self._session.flush()
        if (after := _values(row)) != before:
            self.operations.append(Operation(_table(row), key, before, after))

    def delete(self, kind: type[SQLModel], key: int) -> None:
        """Take a row out."""
        row = self._existing(kind, key)
        before = _values(row)
        self._session.delete(row)
        self._session.flush()
        self.operations.append(Operation(_table(row), key, before, None))

    def apply(self, operation: Operation) -> None:
        """Carry out an operation that was recorded before, or its inverse.

        Raises:
            LedgerUnusable: the row is not as the operation found it.
        """
        kind = ROW_CLASSES[operation.table]
        current = self._session.get(kind, operation.id)
        if (None if current is None else _values(current)) != operation.before:
            raise LedgerUnusable(
                f"Row {operation.id} of {operation.table} was changed by something else than"
                " netlog since then, so it cannot be taken back or put back.",
                "Nothing was written.",
            )
        if current is not None and operation.after is None:
            self._session.delete(current)
        elif operation.after is not None:
            self._session.merge(kind.model_validate(operation.after))
        self._session.flush()
        self.operations.append(operation)

    def append(self, row: SQLModel) -> None:
        """Write a row that is no fact, such as a change of the journal itself."""
        self._session.add(row)
        self._session.flush()

    def _existing(self, kind: type[SQLModel], key: int) -> SQLModel:
        row = self._session.get(kind, key)
        if row is None:
            raise LedgerUnusable(f"Row {key} of {kind.__tablename__} is gone.")
        return row


def _table(row: SQLModel) -> str:
    return str(row.__tablename__)


def _values(row: SQLModel) -> RowValues:
    return {column: _stored(value) for column, value in row.model_dump().items()}


def _stored(value: Any) -> str | int | None:
    stored: str | int | None = value.isoformat() if isinstance(value, date) else value
    return stored
