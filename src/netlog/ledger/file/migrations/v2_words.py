"""Version 2: the index of words, for a `find` that stays quick in a ledger of many years."""

from typing import TYPE_CHECKING, cast

import sqlalchemy as sa
from alembic.operations import Operations

from netlog.ledger.write.words import rebuild

if TYPE_CHECKING:
    import sqlite3


def upgrade(operations: Operations) -> None:
    """Add the table of words, and fill it from the texts that are there."""
    operations.create_table(
        "word",
        sa.Column("word", sa.Text(), primary_key=True),
        sa.Column("source", sa.Text(), primary_key=True),
        sa.Column("row_id", sa.Integer(), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    pooled = operations.get_bind().connection
    rebuild(cast("sqlite3.Connection", pooled.driver_connection))
