"""A new ledger, with what the first command writes already in it."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from netlog.domain.records import HERE
from netlog.folders import make_private
from netlog.ledger.file.connect import commit, open_new, prepare
from netlog.ledger.file.connection import WriterConnection
from netlog.ledger.file.digests import seal
from netlog.ledger.file.draft import drafting, publish
from netlog.ledger.file.faults import told_of
from netlog.ledger.file.identity import APPLICATION_ID, SCHEMA_VERSION
from netlog.ledger.file.key import key_for_new

if TYPE_CHECKING:
    from netlog.ledger.file.cipher import Cipher

ME = 1
ME_ROW: Mapping[str, str | int | None] = {
    "id": ME,
    "name": "me",
    "key": "me",
    "kind": "person",
    "is_me": 1,
    "organisation_id": None,
}


@contextmanager
def founding(path: Path, cipher: "Cipher | None" = None) -> Iterator[WriterConnection]:
    """A connection to a new ledger that becomes the one at `path` when the block ends well.

    What it wrote is kept only by `keep`, or by a `COMMIT` of the block's own. It is encrypted where
    there is a cipher, or a file was named for the key.

    Until then it has another name in the same folder, so that a command that is refused or
    killed leaves no ledger behind.

    Raises:
        NameTaken: there is a ledger at `path` by now; nothing was changed.
        LedgerUnusable: the folder cannot be written, or there is no key in the file for it.
    """
    key = key_for_new() if cipher is None else None
    with told_of(path):
        make_private(path.parent)
        with drafting(path) as draft:
            with laying_out(draft, cipher if key is None else key.new_cipher) as connection:
                yield connection
            publish(draft, path)


@contextmanager
def laying_out(draft: Path, cipher: "Cipher | None") -> Iterator[WriterConnection]:
    """A connection to an empty file that is made a ledger; what is kept when the block ends well.

    Args:
        draft: the file.
        cipher: what it is to be opened by; None for one in plain.
    """
    with closing(open_new(draft, cipher)) as connection:
        if cipher is None:
            # A quarter of a common page: most tables of a young ledger leave theirs empty.
            connection.execute("PRAGMA page_size = 1024")
        prepare(connection)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys = ON")
        _lay_out(connection)
        yield connection
        if connection.is_done:
            commit(connection)


def _lay_out(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    create_tables(connection)
    insert(connection, "contact", ME_ROW)
    seal(connection, ("contact", "origin"))


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, str | int | None]) -> None:
    """Write a row into a table as it is, without a digest."""
    marks = ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
    connection.execute(statement, tuple(row.values()))


def create_tables(connection: sqlite3.Connection) -> None:
    """Create all tables, with their indexes, and name this copy."""
    for definition in _definitions():
        connection.execute(definition)
    insert(connection, "origin", {"id": HERE, "name": token_hex(8)})


@cache
def _definitions() -> Sequence[str]:
    """The statements that create the tables, with their indexes in the order of their names.

    SQLAlchemy would create indexes in an order that differs from run to run, and where two indexes
    would do, SQLite takes the one that was created last: the same question took a hundred times as
    long in one ledger as in another.
    """
    from sqlalchemy.schema import CreateIndex, CreateTable  # noqa: PLC0415 - see `orm`

    from netlog.ledger.write.orm import DIALECT  # noqa: PLC0415 - see `orm`
    from netlog.ledger.write.schema import SQLModel  # noqa: PLC0415 - see `orm`

    made: list[CreateTable | CreateIndex] = []
    for table in SQLModel.metadata.sorted_tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [CreateTable(table), *map(CreateIndex, indexes)]
    return [str(each.compile(dialect=DIALECT)) for each in made]
