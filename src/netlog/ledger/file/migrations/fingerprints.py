"""That a migration lost and altered nothing: how many rows each table has, and a digest of them."""

import sqlite3
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from netlog.ledger.file.digests import columns_in


class Fingerprint(NamedTuple):
    """What a table held: its columns, how many rows, and the SHA-256 of them all in their order."""

    table: str
    columns: Sequence[str]
    rows: int
    digest: bytes

    def is_kept_in(self, connection: sqlite3.Connection) -> bool:
        """Whether the table still holds exactly that in those columns, whatever it has besides."""
        kept = columns_in(connection, self.table)
        return set(kept).issuperset(self.columns) and (
            _fingerprint(connection, self.table, self.columns) == self
        )


_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def columns_of_all(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each table, by its name."""
    return {
        table: columns_in(connection, table) for (table,) in connection.execute(_TABLES).fetchall()
    }


def fingerprints(
    connection: sqlite3.Connection, columns: Mapping[str, Sequence[str]]
) -> list[Fingerprint]:
    """What tables hold in some of their columns."""
    return [_fingerprint(connection, table, names) for table, names in columns.items()]


def count_rows(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table has."""
    return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _fingerprint(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> Fingerprint:
    rows, digest = 0, sha256()
    listed = ", ".join(f'"{name}"' for name in columns)
    for row in connection.execute(f'SELECT {listed} FROM "{table}" ORDER BY 1, 2'):
        rows += 1
        digest.update(repr(row).encode())
    return Fingerprint(table, columns, rows, digest.digest())
