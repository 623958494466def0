"""Writing facts in the order in which they were told, each with its moment and its terms."""

import sqlite3
from collections.abc import Iterable

from netlog.ledger.file.migrations.v3.drafts import Draft, Value
from netlog.ledger.file.migrations.v3.journal import Journal
from netlog.ledger.file.migrations.v3.terms import TermsSoFar

_APART = 16  # microseconds; a few lie between two, for what is put between them later
_HERE = 1
_CHECKS = ("responded", "silent", "happy")


def tell(connection: sqlite3.Connection, journal: Journal, drafts: Iterable[Draft]) -> None:
    """Write facts that come in the order in which they were told."""
    terms, sets, moment = TermsSoFar(), dict[str, int](), 0
    for draft in drafts:
        moment = max(moment + _APART, journal.made_at(draft.change))
        columns: dict[str, Value] = {**draft.columns, "told": moment, "origin": _HERE}
        days = terms.learn(draft.shown)
        if draft.table == "event" or draft.columns.get("kind") in _CHECKS:
            columns["terms_id"] = _terms_id(connection, sets, days)
        names = ", ".join(columns)
        marks = ", ".join(f":{name}" for name in columns)
        connection.execute(f"INSERT INTO {draft.table} ({names}) VALUES ({marks})", columns)


def _terms_id(connection: sqlite3.Connection, sets: dict[str, int], days: str) -> int:
    if days not in sets:
        sets[days] = len(sets) + 1
        connection.execute("INSERT INTO terms (id, days) VALUES (?, ?)", (sets[days], days))
    return sets[days]
