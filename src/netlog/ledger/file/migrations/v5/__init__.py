"""Version 5: a digest in each row, and places for what files of others tell.

Facts, postings and the journal stay as they are. Cards may have pages, jobs and lines that netlog
knows no place for, and an event what tells it in the file that it came from, and no known day.
"""

from typing import TYPE_CHECKING, cast

from alembic.operations import Operations

from netlog.ledger.file.digests import seal
from netlog.ledger.file.migrations.carrying import NewColumns, carry_over

if TYPE_CHECKING:
    import sqlite3

_SEALED = (
    *("origin", "terms", "contact", "detail", "interval", "archival", "number", "event", "party"),
    *("former_party", "acknowledgement", "statement"),
    *("obligation", "settlement", "attempt", "introduction_outcome", "archived"),
)
_OTHERS = ("word", "change", "operations")
_NEW_COLUMNS: NewColumns = {"event": {"source": "", "undated": 0}}


def upgrade(operations: Operations) -> None:
    """Carry all rows over into the tables of this version, and seal them."""
    pooled = operations.get_bind().connection
    connection = cast("sqlite3.Connection", pooled.driver_connection)
    carry_over(connection, __package__, (*_SEALED, *_OTHERS), new_columns=_NEW_COLUMNS)
    seal(connection, _SEALED)
