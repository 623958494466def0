"""The word index: which words each text of the ledger holds, so that `find` need not read them all.

It is derived from the texts and no part of the journal. Every command that writes keeps it up in
its own transaction. A table of words does for beginnings as well, needs nothing of SQLite that
some builds lack, and lets go of a word at once when its text goes.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from netlog.domain.words import searched_key, words_in
from netlog.ledger.file.digests import Stored
from netlog.ledger.write.journal import fact_now
from netlog.ledger.write.operations import COLUMNS_OF, Operation, RowValues

Place = tuple[str, str, int]

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "contact": ("name",),
    "detail": ("value",),
    "event": ("about", "note", "place"),
    "acknowledgement": ("note",),
    "statement": ("note",),
}
_OWNER = "is_me"  # the owner's contact is nobody to be found, and nor is who was forgotten


def keep_up(connection: sqlite3.Connection, operations: Iterable[Operation]) -> None:
    """Bring the index up to what a command wrote, in its transaction."""
    by_row: dict[tuple[str, int], list[Operation]] = defaultdict(list)
    for operation in operations:
        if operation.table in SEARCHED:
            by_row[operation.table, operation.id].append(operation)
    for (table, key), its_operations in by_row.items():
        now = fact_now(connection, table, key)
        before = set(_places(table, key, _as_before(now, its_operations)))
        after = set(_places(table, key, now))
        _remove(connection, before - after)
        _add(connection, after - before)


def learn(connection: sqlite3.Connection, table: str, facts: Iterable[Sequence[Stored]]) -> None:
    """Add the words of new facts, which are their ids and their columns."""
    _add(connection, sorted(_places_of(table, facts)))


def forget(connection: sqlite3.Connection, table: str, facts: Iterable[Sequence[Stored]]) -> None:
    """Take out the words of facts, which are their ids and their columns."""
    _remove(connection, sorted(_places_of(table, facts)))


def _places_of(table: str, facts: Iterable[Sequence[Stored]]) -> Iterator[Place]:
    if table in SEARCHED:
        names = ("id", *COLUMNS_OF[table])
        for fact in facts:
            yield from _places(table, int(fact[0] or 0), dict(zip(names, fact, strict=True)))


def _as_before(row: RowValues | None, operations: Sequence[Operation]) -> RowValues | None:
    """A row as it was before some operations, which may each tell of a few columns only."""
    for operation in reversed(operations):
        row = None if operation.before is None else {**(row or {}), **operation.before}
    return row


def _names(table: str) -> tuple[str, ...]:
    return ("id", *SEARCHED[table], *([_OWNER, "key"] if table == "contact" else []))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole index anew from the texts."""
    connection.execute("DELETE FROM word")
    _add(connection, sorted(places(connection)))


def places(connection: sqlite3.Connection) -> Iterator[Place]:
    """Every word of the ledger's texts, with the table and the id of the row that holds it."""
    for table in SEARCHED:
        names = _names(table)
        for row in connection.execute(f"SELECT {', '.join(names)} FROM {table}"):
            yield from _places(table, row[0], dict(zip(names, row, strict=True)))


def _places(table: str, key: int, row: RowValues | None) -> Iterator[Place]:
    if row is None or row.get(_OWNER) or str(row.get("key")).startswith(" "):
        return
    text = "\n".join(str(row.get(column) or "") for column in SEARCHED[table])
    for word in dict.fromkeys(words_in(searched_key(text))):
        yield word, table, key


def _add(connection: sqlite3.Connection, wanted: Iterable[Place]) -> None:
    connection.executemany("INSERT INTO word (word, source, row_id) VALUES (?, ?, ?)", wanted)


def _remove(connection: sqlite3.Connection, gone: Iterable[Place]) -> None:
    connection.executemany("DELETE FROM word WHERE word = ? AND source = ? AND row_id = ?", gone)
