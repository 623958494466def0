"""Giving the new rows of the other copy their ids here, and finding those that are here already."""

import sqlite3
from collections.abc import Iterator, Mapping

from netlog.domain.records import HERE
from netlog.ledger.write.join.ids import NOBODY, Ids
from netlog.ledger.write.join.since import Since, space_of
from netlog.ledger.write.operations import RowValues
from netlog.ledger.write.rows import FACT_CLASSES, Rows

DATED = ("event", "acknowledgement", "statement", "interval", "archival")
ALIKE = ("contact", "party", "detail", "number")  # taken for what is here where they match
# What has no number of its own but what it holds: the column that refers to it, and what it holds.
UNNUMBERED: Mapping[str, tuple[str, str]] = {
    "terms": ("terms_id", "days"),
    "origin": ("origin", "name"),
}


def number(
    rows: Rows,
    theirs: sqlite3.Connection,
    here: Since,
    there: Since,
    ids: Ids,
    same: Mapping[int, int],
) -> set[tuple[str, int]]:
    """Give every row that is new there its id here.

    Args:
        rows: what writes to this ledger.
        theirs: the other copy.
        here: what became of this ledger since the two parted.
        there: what became of the other copy.
        ids: those that are known; takes the others.
        same: contacts of the other copy that are known here by another id.

    Returns:
        The rows, by table and their id there, that are here already.
    """
    ours = rows.connection
    for table in UNNUMBERED:
        _find_or_write(rows, theirs, there, ids, table)
    new = _new_rows(there, ids)
    known = _take(ids, "contact", same)
    _give_rest(ids, "contact", new["contact"])
    for table in DATED:
        known |= _take(ids, table, _told_by_a_third(ours, here, table, new[table]))
        _give_rest(ids, table, new[table], "" if table in ("statement", *DATED[3:]) else "told")
    known |= _take(ids, "party", _same_places(ours, new["party"], ids))
    _give_rest(ids, "party", new["party"], "event_id")
    known |= _take(ids, "detail", _same_details(ours, new["detail"], ids))
    _give_rest(ids, "detail", new["detail"])
    known |= _take(ids, "number", _same_numbers(ours, new["number"], ids))
    _give_rest(ids, "number", new["number"], "event_id")
    return known


def _find_or_write(
    rows: Rows, theirs: sqlite3.Connection, there: Since, ids: Ids, table: str
) -> None:
    """Let terms, or the name of a copy, that new rows refer to be in this ledger."""
    reference, column = UNNUMBERED[table]
    used = {row[reference] for row in there.now.values() if row is not None and reference in row}
    find = f"SELECT id FROM {table} WHERE {column} = ?"
    for key in sorted(int(key) for key in used if key is not None):
        if (table, key) == ("origin", HERE):
            continue
        value = theirs.execute(f"SELECT {column} FROM {table} WHERE id = ?", (key,)).fetchone()[0]
        known = rows.connection.execute(find, (value,)).fetchone()
        row = FACT_CLASSES[table](**{column: value})
        ids.take(table, key, int(known[0]) if known else rows.insert(row))


def _new_rows(there: Since, ids: Ids) -> dict[str, dict[int, RowValues]]:
    """The rows that were told there and still are, by the table that gave their ids."""
    new: dict[str, dict[int, RowValues]] = {table: {} for table in (*DATED, *ALIKE)}
    for (table, key), row in there.now.items():
        if row is not None and table not in UNNUMBERED and ids.is_new(table, key):
            new[space_of(table)][key] = row
    return new


def _take(ids: Ids, table: str, same: Mapping[int, int]) -> set[tuple[str, int]]:
    for key, here in same.items():
        ids.take(table, key, here)
    return {(table, key) for key in same}


def _give_rest(ids: Ids, table: str, new: Mapping[int, RowValues], group: str = "") -> None:
    rest = [key for key in new if ids.of(table, key) == NOBODY]
    ids.give(table, rest, (lambda key: new[key][group]) if group else _together)


def _together(_key: int) -> int:
    return 0


def _told_by_a_third(
    ours: sqlite3.Connection, here: Since, table: str, new: Mapping[int, RowValues]
) -> dict[int, int]:
    """What another copy told that was taken in here too: nothing else was told at its moment.

    What a join took in and was taken out since then stays out, unless the join itself was undone.
    """
    joined = {key for (key,) in ours.execute("SELECT id FROM origin WHERE id <> ?", (HERE,))}
    keys_by_moment = {
        row["told"]: key
        for (name, key), row in here.known.items()
        if name == table and row["origin"] in joined
    }
    rows = ours.execute(f"SELECT told, id FROM {table} WHERE origin <> ?", (HERE,))
    keys_by_moment |= dict(rows.fetchall())
    return {
        key: keys_by_moment[row["told"]]
        for key, row in new.items()
        if row["told"] in keys_by_moment
    }


def _same_places(
    ours: sqlite3.Connection, new: Mapping[int, RowValues], ids: Ids
) -> dict[int, int]:
    """The places in an event that somebody has, or had, in both copies."""
    same = {}
    for key, row in _with_ids(new, ids):
        place = ours.execute(
            "SELECT id FROM party WHERE event_id = :event_id AND contact_id = :contact_id"
            " UNION ALL SELECT id FROM former_party"
            " WHERE event_id = :event_id AND contact_id = :contact_id",
            row,
        ).fetchone()
        if place is not None:
            same[key] = int(place[0])
    return same


def _same_details(
    ours: sqlite3.Connection, new: Mapping[int, RowValues], ids: Ids
) -> dict[int, int]:
    same = {}
    for key, row in _with_ids(new, ids):
        detail = ours.execute(
            "SELECT id FROM detail WHERE contact_id = :contact_id AND kind = :kind AND key = :key",
            row,
        ).fetchone()
        if detail is not None:
            same[key] = int(detail[0])
    return same


def _same_numbers(
    ours: sqlite3.Connection, new: Mapping[int, RowValues], ids: Ids
) -> dict[int, int]:
    """The items that both copies gave a number: it is one item, and keeps the number of here."""
    same = {}
    for key, row in _with_ids(new, ids):
        item = ours.execute(
            "SELECT id FROM number WHERE event_id = :event_id AND kind = :kind"
            " AND debtor_place = :debtor_place AND creditor_place = :creditor_place"
            " AND statement_id IS :statement_id",
            row,
        ).fetchone()
        if item is not None:
            same[key] = int(item[0])
    return same


def _with_ids(
    new: Mapping[int, RowValues], ids: Ids
) -> Iterator[tuple[int, dict[str, str | int | None]]]:
    for key, row in new.items():
        yield key, ids.row(row)
