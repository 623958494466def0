"""Version 4: needs, archived contacts, groups, talks and notes, first moves, and what came of it.

Facts stay as they are, in tables with more columns. Thanks for a meeting have terms of their own:
in what was told before, they were those for an introduction. The postings, the index of words and
the journal are made anew afterwards, by the rules and for the format of the day.
"""

from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from alembic.operations import Operations

if TYPE_CHECKING:
    import sqlite3

_FACTS = (
    *("origin", "terms", "contact", "detail", "interval", "number", "event", "party"),
    *("former_party", "acknowledgement", "statement"),
)
_MADE_ANEW = (
    *("obligation", "settlement", "attempt", "introduction_outcome"),
    *("word", "change", "operations"),
)
_NEW_COLUMNS: Mapping[str, Mapping[str, int | str]] = {
    "event": {"client_first": 0},
    "statement": {"worth": ""},
}
_TERMS_OF_MEETINGS = (
    "UPDATE terms SET days = json_set(days, '$.' || ?1, json_extract(days, '$.' || ?2))"
    " WHERE json_extract(days, '$.' || ?2) NOTNULL"
)


def upgrade(operations: Operations) -> None:
    """Carry the facts over into the tables of this version."""
    pooled = operations.get_bind().connection
    connection = cast("sqlite3.Connection", pooled.driver_connection)
    _put_aside(connection)
    _create_tables(connection)
    for table in _FACTS:
        _carry_over(connection, table)
    for table in (*_FACTS, *_MADE_ANEW):
        connection.execute(f"DROP TABLE old_{table}")
    for its_own, shared in (("thanks_meeting", "thanks"), ("thanks_meeting_mine", "thanks_mine")):
        connection.execute(_TERMS_OF_MEETINGS, (its_own, shared))


def _put_aside(connection: "sqlite3.Connection") -> None:
    indexes = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql NOTNULL"
    ).fetchall()
    for (index,) in indexes:
        connection.execute(f"DROP INDEX {index}")
    for table in (*_FACTS, *_MADE_ANEW):
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")


def _create_tables(connection: "sqlite3.Connection") -> None:
    script = (files(__package__) / "tables.sql").read_text(encoding="ascii")
    for statement in script.split(";\n"):  # `executescript` would commit what is done so far
        connection.execute(statement)


def _carry_over(connection: "sqlite3.Connection", table: str) -> None:
    rows = connection.execute(f"SELECT name FROM pragma_table_info('old_{table}')").fetchall()
    columns = [name for (name,) in rows]
    new = _NEW_COLUMNS.get(table, {})
    connection.execute(
        f"INSERT INTO {table} ({', '.join([*columns, *new])})"
        f" SELECT {', '.join([*columns, *'?' * len(new)])} FROM old_{table} ORDER BY 1",
        tuple(new.values()),
    )
