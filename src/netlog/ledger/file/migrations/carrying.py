"""What migrations share: all rows carried over into tables of a new format."""

import sqlite3
from collections.abc import Iterable, Mapping
from importlib.resources import files

from netlog.ledger.file.digests import columns_in

NewColumns = Mapping[str, Mapping[str, int | str]]  # by table: what each holds in older rows


def carry_over(
    connection: sqlite3.Connection,
    package: str,
    facts: Iterable[str],
    made_anew: Iterable[str] = (),
    new_columns: NewColumns | None = None,
) -> None:
    """Create the tables of a format, and let them hold what the tables before them held.

    Args:
        connection: the ledger, in a transaction without foreign keys.
        package: the migration, whose `tables.sql` has the tables.
        facts: those whose rows stay, each after those that it refers to.
        made_anew: those that begin empty.
        new_columns: what columns that are new hold.
    """
    carried = tuple(facts)
    every = (*carried, *made_anew)
    give_old_names(connection, every)
    create_tables_of(connection, package)
    for table in carried:
        _copy(connection, table, (new_columns or {}).get(table, {}))
    for table in every:
        connection.execute(f"DROP TABLE old_{table}")


def create_tables_of(connection: sqlite3.Connection, package: str) -> None:
    """Create the tables of a format, which the migration to it has in its `tables.sql`."""
    script = files(package).joinpath("tables.sql").read_text(encoding="ascii")
    for statement in script.split(";\n"):  # `executescript` would commit what is done so far
        connection.execute(statement)


def give_old_names(connection: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Give tables other names, and take all indexes out."""
    indexes = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql NOTNULL"
    ).fetchall()
    for (index,) in indexes:
        connection.execute(f"DROP INDEX {index}")
    for table in tables:
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")


def _copy(connection: sqlite3.Connection, table: str, new: Mapping[str, int | str]) -> None:
    columns = columns_in(connection, f"old_{table}")
    connection.execute(
        f"INSERT INTO {table} ({', '.join([*columns, *new])})"
        f" SELECT {', '.join([*columns, *'?' * len(new)])} FROM old_{table} ORDER BY 1, 2",
        tuple(new.values()),
    )
