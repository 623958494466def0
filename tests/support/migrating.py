"""Migrations of a format that no netlog has, and a program that runs them on a ledger.

`python -m tests.support.migrating LEDGER NAME` brings a ledger of the newest version to the next
or, for "both", to the one after.
"""

import sys
from pathlib import Path

import sqlalchemy as sa
from alembic.operations import Operations

from netlog.ledger.file.identity import SCHEMA_VERSION
from netlog.ledger.file.migrations import Migration, migrate

NEWEST = SCHEMA_VERSION
NEXT, LAST = NEWEST + 1, NEWEST + 2


def add_a_column(operations: Operations) -> None:
    """Give contacts a birthday, and everybody one."""
    operations.add_column("contact", sa.Column("birthday", sa.Text()))
    operations.execute("UPDATE contact SET birthday = '2000-01-01'")


def rebuild_a_table(operations: Operations) -> None:
    """Rebuild contacts, to which every other table refers, row by row."""
    with operations.batch_alter_table(
        "contact", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as table:
        table.alter_column("is_me", server_default="0")


def lose_rows(operations: Operations) -> None:
    """Forget the last detail, by mistake."""
    operations.add_column("detail", sa.Column("extra", sa.Text()))
    operations.execute("DELETE FROM detail WHERE id = (SELECT max(id) FROM detail)")


def lose_a_table(operations: Operations) -> None:
    """Forget all details, by mistake."""
    operations.drop_table("detail")


def orphan_rows(operations: Operations) -> None:
    """Let an event refer to nobody, by mistake."""
    operations.execute("UPDATE party SET contact_id = 99")


def add_an_orphan(operations: Operations) -> None:
    """Let a new table refer to nobody, by mistake."""
    operations.execute("CREATE TABLE birthday (contact_id INTEGER REFERENCES contact (id))")
    operations.execute("INSERT INTO birthday VALUES (99)")


def fail(operations: Operations) -> None:
    """Do half of the work, and raise."""
    add_a_column(operations)
    operations.execute("SELECT no_such_function()")


STEPS = {
    one.__name__: Migration(NEXT, one)
    for one in (
        *(add_a_column, rebuild_a_table),
        *(lose_rows, lose_a_table, orphan_rows, add_an_orphan, fail),
    )
}
BOTH = (Migration(NEXT, add_a_column), Migration(LAST, rebuild_a_table))


def main(ledger: Path, name: str) -> None:
    """Migrate the ledger with the named step, or with both that are sound."""
    steps = BOTH if name == "both" else (STEPS[name],)
    migrate(ledger, steps, steps[-1].version)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
