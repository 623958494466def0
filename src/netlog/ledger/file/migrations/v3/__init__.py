"""Version 3: facts, from which the postings are projected, instead of the postings alone.

It takes formats 1 and 2, which has an index of words more. What it needs of both sides is written
here and stays as it is; the postings, the index of words and the journal are made anew afterwards,
by the rules and for the format of the day.
"""

from heapq import merge
from itertools import chain
from operator import itemgetter
from secrets import token_hex
from typing import TYPE_CHECKING, cast

from alembic.operations import Operations

from netlog.ledger.file.migrations.carrying import create_tables_of, give_old_names
from netlog.ledger.file.migrations.v3.events import Events
from netlog.ledger.file.migrations.v3.journal import read_journal
from netlog.ledger.file.migrations.v3.numbers import keep_numbers
from netlog.ledger.file.migrations.v3.said import Said
from netlog.ledger.file.migrations.v3.telling import tell
from netlog.ledger.file.migrations.v3.undated import Undated

if TYPE_CHECKING:
    import sqlite3

_OLD = (
    *("contact", "detail", "event", "party", "obligation", "settlement", "attempt"),
    *("introduction_outcome", "change"),
)
_COPIED = {
    "contact": "id, name, key, kind, is_me, organisation_id",
    "detail": "id, contact_id, kind, value, key",
    "party": "id, event_id, contact_id, role",
}
_LOOKED_UP = (
    *("obligation (event_id)", "obligation (creditor_id) WHERE kind = 'touch'"),
    *("settlement (event_id)", "settlement (obligation_id)"),
    *("attempt (event_id)", "attempt (obligation_id)"),
)


def upgrade(operations: Operations) -> None:
    """Make facts of the old tables and the old journal, and drop those."""
    pooled = operations.get_bind().connection
    connection = cast("sqlite3.Connection", pooled.driver_connection)
    connection.execute("DROP TABLE IF EXISTS word")
    give_old_names(connection, _OLD)
    for number, columns in enumerate(_LOOKED_UP):
        connection.execute(f"CREATE INDEX old_{number} ON old_{columns}")
    create_tables_of(connection, __package__)
    connection.execute("INSERT INTO origin (id, name) VALUES (1, ?)", (token_hex(8),))
    for table, columns in _COPIED.items():
        connection.execute(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM old_{table} ORDER BY id"
        )
    _tell_all(connection)
    keep_numbers(connection)
    for table in _OLD:
        connection.execute(f"DROP TABLE old_{table}")


def _tell_all(connection: "sqlite3.Connection") -> None:
    me = connection.execute("SELECT id FROM contact WHERE is_me LIMIT 1").fetchone()[0]
    journal = read_journal(connection)
    said, undated = Said(connection, journal), Undated(connection, journal)
    in_order = itemgetter(slice(3))
    words = chain(said.drafts(), undated.snoozes(), undated.intervals())
    events = Events(connection, journal, me).drafts()
    tell(connection, journal, merge(events, sorted(words, key=in_order), key=in_order))
