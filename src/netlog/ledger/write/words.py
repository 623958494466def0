"""The word index: which words each text of the ledger holds, so that `find` need not read them all.

It is derived from the texts and no part of the journal. Every command that writes keeps it up in
its own transaction. A table of words does for beginnings as well, needs nothing of SQLite that
some builds lack, and lets go of a word at once when its text goes.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from netlog.domain.words import searched_key, words_in
from netlog.ledger.write.journal import Operation, RowValues

Place = tuple[str, str, int]

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "contact": ("name",),
    "detail": ("value",),
    "event": ("about", "note", "place"),
    "settlement": ("note",),
    "attempt": ("note",),
    "introduction_outcome": ("note",),
}
_OWNER = "is_me"  # the owner's contact is nobody to be found


def keep_up(connection: sqlite3.Connection, operations: Iterable[Operation]) -> None:
    """Bring the index up to what a command wrote, in its transaction."""
    for operation in operations:
        before = set(_places(operation.table, operation.id, operation.before))
        after = set(_places(operation.table, operation.id, operation.after))
        _remove(connection, before - after)
        _add(connection, after - before)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole index anew from the texts."""
    connection.execute("DELETE FROM word")
    _add(connection, sorted(places(connection)))


def places(connection: sqlite3.Connection) -> Iterator[Place]:
    """Every word of the ledger's texts, with the table and the id of the row that holds it."""
    for table, columns in SEARCHED.items():
        names = ("id", *columns, *([_OWNER] if table == "contact" else []))
        for row in connection.execute(f"SELECT {', '.join(names)} FROM {table}"):
            yield from _places(table, row[0], dict(zip(names, row, strict=True)))


def _places(table: str, key: int, row: RowValues | None) -> Iterator[Place]:
    if row is None or row.get(_OWNER):
        return
    text = "\n".join(str(row[column]) for column in SEARCHED.get(table, ()))
    for word in dict.fromkeys(words_in(searched_key(text))):
        yield word, table, key


def _add(connection: sqlite3.Connection, wanted: Iterable[Place]) -> None:
    connection.executemany("INSERT INTO word (word, source, row_id) VALUES (?, ?, ?)", wanted)


def _remove(connection: sqlite3.Connection, gone: Iterable[Place]) -> None:
    connection.executemany("DELETE FROM word WHERE word = ? AND source = ? AND row_id = ?", gone)
