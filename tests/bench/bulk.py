"""Records written as bare rows, many at a time: a ledger without the waiting.

It does what `netlog.ledger.write` does, without SQLModel and without the journal, so that forty
years of a busy person take minutes. The rules stay those of the domain; only the pen is faster.
"""

import sqlite3
from collections.abc import Iterable
from typing import Any, TypeVar

from netlog.domain.records import (
    Acknowledgement,
    Attempt,
    Contact,
    Detail,
    Event,
    IntroductionOutcome,
    Number,
    Obligation,
    Party,
    Settlement,
    Statement,
)
from netlog.ledger.file.create import ME
from netlog.ledger.file.digests import DIGEST, as_stored
from netlog.ledger.read.records import TABLE_OF, digest_of

BATCH = 20_000  # rows held back; small enough that the tables interleave as in a ledger that grew

Numbered = TypeVar("Numbered", Contact, Detail, Event, Party, Acknowledgement, Statement)
Posted = Number | Obligation | Settlement | Attempt | IntroductionOutcome


class Bulk:
    """The rows of a new ledger, held back until `flush` writes them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: dict[type[tuple[Any, ...]], list[tuple[Any, ...]]] = {}
        # The program wrote me when it created the ledger.
        self._last: dict[type[tuple[Any, ...]], int] = {Contact: ME}

    def add(self, record: Numbered) -> Numbered:
        """Keep a record to be written; return it with its id, the next of its kind."""
        key = self._last[type(record)] = self._last.get(type(record), 0) + 1
        numbered = record._replace(id=key)
        self._rows.setdefault(type(record), []).append(numbered)
        return numbered

    def post(self, records: Iterable[Posted]) -> None:
        """Keep records to be written that have their keys already."""
        for record in records:
            self._rows.setdefault(type(record), []).append(record)

    def flush(self, at_least: int = 1) -> None:
        """Write the rows that were held back, once there are so many of them."""
        if sum(map(len, self._rows.values())) < at_least:
            return
        for kind, rows in self._rows.items():
            columns: tuple[str, ...] = (*kind._fields, DIGEST)  # type: ignore[attr-defined]
            marks = ", ".join("?" * len(columns))
            self._connection.executemany(
                f"INSERT INTO {TABLE_OF[kind]} ({', '.join(columns)}) VALUES ({marks})",
                ((*map(as_stored, row), digest_of(row)) for row in rows),
            )
            rows.clear()
