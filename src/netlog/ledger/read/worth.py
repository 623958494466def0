"""What was said of the business that came of introductions."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from netlog.domain.records import Statement
from netlog.domain.worth import counted
from netlog.ledger.read.records import grouped_in, select_in

_OF_WORTH = "t.kind = 'worth'"


def worth_of(
    connection: sqlite3.Connection, introductions: Iterable[int]
) -> Mapping[int, Sequence[Statement]]:
    """What of that still counts, by the id of the introduction; of one without any, nothing."""
    said = grouped_in(connection, Statement, "event_id", introductions, also=_OF_WORTH)
    return {event_id: counted(statements) for event_id, statements in said.items()}


def said_of_worth(connection: sqlite3.Connection, event_id: int) -> list[Statement]:
    """All that was said of the business that came of one introduction, also what is taken back."""
    return select_in(connection, Statement, "event_id", [event_id], also=_OF_WORTH)
