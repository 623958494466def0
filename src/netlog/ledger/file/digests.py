"""A digest in each row of facts and postings, by which a command that writes knows damage.

It stands for what netlog wrote into the row. It tells a flipped bit and an edit from outside, where
`doctor` would have to read the whole journal; nobody signs with it, so four bytes are plenty.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from zlib import crc32

Stored = str | int | None  # what the columns of facts and postings hold

DIGEST = "digest"
_SIGN = 1 << 31  # SQLite keeps 32 bits with a sign in four bytes


class AlteredRow(Exception):
    """A row is not as netlog left it."""

    def __init__(self, table: str, key: object) -> None:
        """Take where it is, and what tells it from others there."""
        super().__init__(table, key)
        self.table, self.key = table, key


def digest(table: str, columns: Sequence[str], values: Sequence[Stored]) -> int:
    """The digest of a row: 32 bits, with a sign.

    Args:
        table: where it is.
        columns: the names of its columns, without the digest. An id of its own is no part of it:
            it is not known before the row is written.
        values: what they hold, as the file holds it.
    """
    kept = values[1:] if columns[0] == "id" else values
    return crc32(repr((table, *kept)).encode()) - _SIGN


def as_stored(value: Any) -> Stored:
    """A value of a record as the file holds it: days as ISO texts, flags as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    stored: Stored = int(value) if isinstance(value, bool) else value
    return stored


def columns_in(connection: sqlite3.Connection, table: str) -> list[str]:
    """The names of the columns that a table has, in their order."""
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return [name for (name,) in rows]


def seal(connection: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Give each row of some tables the digest of what it holds, whoever wrote that."""
    for table in tables:
        columns = [name for name in columns_in(connection, table) if name != DIGEST]

        def digest_here(*values: Stored, table: str = table, columns: list[str] = columns) -> int:
            return digest(table, columns, values)

        connection.create_function("netlog_digest", -1, digest_here, deterministic=True)
        connection.execute(f"UPDATE {table} SET {DIGEST} = netlog_digest({', '.join(columns)})")
