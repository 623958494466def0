"""Giving the new rows of the other copy their ids here, and finding those that are here already."""

import sqlite3
from collections.abc import Mapping, Sequence

from netlog.domain.records import HERE
from netlog.ledger.read.facts import events_of
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.ids import NOBODY, UNNUMBERED, Ids
from netlog.ledger.write.join.namesakes import Namesakes
from netlog.ledger.write.join.parting import change_in, name_by_another
from netlog.ledger.write.join.since import Since, space_of
from netlog.ledger.write.join.sources import Sources
from netlog.ledger.write.join.third import places, told_by_a_third
from netlog.ledger.write.journal import fact_now
from netlog.ledger.write.operations import RowValues
from netlog.ledger.write.rows import FACT_CLASSES, Rows

DATED = ("event", "acknowledgement", "statement", "interval", "archival")
# What is taken for what is here where it matches: the place that somebody has in an event, or had,
# what is known of a contact, and an item.
_ALIKE: Mapping[str, str] = {
    "party": "SELECT id FROM party WHERE event_id = :event_id AND contact_id = :contact_id"
    " UNION ALL SELECT id FROM former_party"
    " WHERE event_id = :event_id AND contact_id = :contact_id",
    "detail": "SELECT id FROM detail"
    " WHERE contact_id = :contact_id AND kind = :kind AND key = :key",
    "number": "SELECT id FROM number WHERE event_id = :event_id AND kind = :kind"
    " AND debtor_place = :debtor_place AND creditor_place = :creditor_place"
    " AND statement_id IS :statement_id",
}
EVENTS = ("event_id", "introduction_id", "replaces_id")
ITEMS = ("item_id", "keeps_id")


def number(rows: Rows, copies: Copies, namesakes: Namesakes) -> set[tuple[str, int]]:
    """Give every row that is new there its id here.

    Args:
        rows: what writes to this ledger.
        copies: the two; their ids take the others.
        namesakes: the contacts of the other copy that are known here by another id.

    Returns:
        The rows, by table and their id there, that are here already.
    """
    ours, theirs, there, ids = copies.ours, copies.theirs, copies.there, copies.ids
    spoken_of = _with_events_named(theirs, there)
    _find_or_write_terms(rows, theirs, spoken_of, ids)
    new = _new_rows(there, ids)
    known = _take(ids, "contact", namesakes.same)
    _give_rest(ids, "contact", new["contact"])
    of_a_third = set[tuple[str, int]]()
    for table in DATED:
        of_a_third |= _take(ids, table, told_by_a_third(copies, table))
        if table == "event":
            rest = {key: row for key, row in new[table].items() if ids.of(table, key) == NOBODY}
            sources = Sources(ours, theirs, ids)
            known |= _take(ids, table, sources.alike(rest))
            _take(ids, table, sources.of_one_source(rest))
        _give_rest(ids, table, new[table], "" if table in ("statement", *DATED[3:]) else "told")
    of_a_third |= _take(ids, "party", places(copies, of_a_third, namesakes.merged))
    there.was.update((each, there.as_told(each)) for each in of_a_third)
    for table, group in (("party", "event_id"), ("detail", ""), ("number", "event_id")):
        rest = {key: row for key, row in new[table].items() if ids.of(table, key) == NOBODY}
        known |= _take(ids, table, _same(ours, table, rest, ids))
        _give_rest(ids, table, new[table], group)
    _find_or_write_origins(rows, theirs, spoken_of, ids)
    return known


def _with_events_named(theirs: sqlite3.Connection, there: Since) -> list[RowValues]:
    """The rows that were told there, and the events they name: these may be gone here."""
    rows = [row for row in there.now.values() if row is not None]
    known: set[int] = set()
    for row in rows:  # which grows by the events
        named = {int(row[column] or 0) for column in EVENTS if column in row}
        named |= events_of(theirs, (int(row[name] or 0) for name in ITEMS if row.get(name)))
        named -= {0, *known}
        known |= named
        events = (fact_now(theirs, "event", event_id) for event_id in sorted(named))
        rows += [event for event in events if event is not None]
    return rows


def _find_or_write_terms(
    rows: Rows, theirs: sqlite3.Connection, told: Sequence[RowValues], ids: Ids
) -> None:
    """Let the terms that rows of there refer to be in this ledger."""
    for key, days in _referred_to(theirs, told, "terms"):
        known = rows.connection.execute("SELECT id FROM terms WHERE days = ?", (days,)).fetchone()
        row = FACT_CLASSES["terms"](days=days)
        ids.take("terms", key, int(known[0]) if known else rows.insert(row))


def _find_or_write_origins(
    rows: Rows, theirs: sqlite3.Connection, told: Sequence[RowValues], ids: Ids
) -> None:
    """Let the copies that told rows of there be in this ledger, with their ids here."""
    names = rows.connection.execute("SELECT id, name FROM origin WHERE id <> ?", (HERE,))
    known = {change_in(name): int(key) for key, name in names.fetchall()}
    for key, name in _referred_to(theirs, told, "origin"):
        if key != HERE:
            row = FACT_CLASSES["origin"](name=name_by_another(name, ids.came(), ids.of))
            ids.take("origin", key, known.get(change_in(name)) or rows.insert(row))


def _referred_to(
    theirs: sqlite3.Connection, told: Sequence[RowValues], table: str
) -> list[tuple[int, str]]:
    """What rows refer to that has no number of its own: the id there, and what it holds."""
    reference, column = UNNUMBERED[table]
    used = {int(row[reference] or 0) for row in told if row.get(reference) is not None}
    find = f"SELECT id, {column} FROM {table} WHERE id = ?"
    return [theirs.execute(find, (key,)).fetchone() for key in sorted(used)]


def _new_rows(there: Since, ids: Ids) -> dict[str, dict[int, RowValues]]:
    """The rows that were told there and still are, by the table that gave their ids."""
    new: dict[str, dict[int, RowValues]] = {table: {} for table in ("contact", *DATED, *_ALIKE)}
    for (table, key), row in there.now.items():
        if row is not None and table not in UNNUMBERED and ids.is_new(table, key):
            new[space_of(table)][key] = row
    return new


def _take(ids: Ids, table: str, same: Mapping[int, int]) -> set[tuple[str, int]]:
    for key, here in same.items():
        ids.take(table, key, here)
    return {(table, key) for key in same}


def _give_rest(ids: Ids, table: str, new: Mapping[int, RowValues], group: str = "") -> None:
    """Give new rows ids; those that tell the same in one of their columns stay together, or all."""
    rest = [key for key in new if ids.of(table, key) == NOBODY]
    ids.give(table, rest, lambda key: int(new[key][group] or 0) if group else 0)


def _same(
    ours: sqlite3.Connection, table: str, new: Mapping[int, RowValues], ids: Ids
) -> dict[int, int]:
    """Those that both copies have: it is one, and keeps the id of here."""
    here = {key: alike(ours, table, ids.row(row)) for key, row in new.items()}
    return {key: known for key, known in here.items() if known is not None}


def alike(ours: sqlite3.Connection, table: str, row: RowValues) -> int | None:
    """The id of the row of this ledger that says the same of the same, if there is one."""
    known = ours.execute(_ALIKE[table], row).fetchone()
    return None if known is None else int(known[0])
