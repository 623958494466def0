"""Taking back how an item ended, although other commands came since.

The journal knows what one command wrote. A thank-you that closed four items is taken back whole, as
it was typed; rows that a later command changed stand in the way.
"""

import sqlite3
from collections.abc import Iterable

from netlog.domain.reopening import refuse_changed_since
from netlog.errors import LedgerUnusable
from netlog.ledger.write.journal import Operation, inserting
from netlog.ledger.write.rows import Rows


def settling_operations(connection: sqlite3.Connection, settlement_id: int) -> list[Operation]:
    """What the command wrote that settled an item; nothing where the journal has none."""
    change = inserting(connection, "settlement", settlement_id)
    return [] if change is None else list(change.operations)


def obligations_in(operations: Iterable[Operation]) -> set[int]:
    """The ids of the obligations that rows are, or belong to."""
    found = set()
    for one in operations:
        row = one.after or one.before or {}
        key = one.id if one.table == "obligation" else row.get("obligation_id")
        if key is not None:
            found.add(int(key))
    return found


def take_back(rows: Rows, operations: list[Operation], item_id: int) -> None:
    """Take back what a command wrote.

    Raises:
        Refused: something else changed it since.
    """
    try:
        for operation in reversed(operations):
            rows.apply(operation.inverse())
    except LedgerUnusable as error:
        refuse_changed_since(item_id, error)
