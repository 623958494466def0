"""Version 4: needs, archived contacts, groups, talks and notes, first moves, and what came of it.

Facts stay as they are, in tables with more columns. Thanks for a meeting have terms of their own:
in what was told before, they were those for an introduction. The postings, the index of words and
the journal are made anew afterwards, by the rules and for the format of the day.
"""

from typing import TYPE_CHECKING, cast

from alembic.operations import Operations

from netlog.ledger.file.migrations.carrying import NewColumns, carry_over

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
_NEW_COLUMNS: NewColumns = {
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
    carry_over(connection, __package__, _FACTS, _MADE_ANEW, _NEW_COLUMNS)
    for its_own, shared in (("thanks_meeting", "thanks"), ("thanks_meeting_mine", "thanks_mine")):
        connection.execute(_TERMS_OF_MEETINGS, (its_own, shared))
