"""The numbers that items of format 2 have: each stays with its item, and none is given again."""

import sqlite3

# The place of somebody in an event; of who made an introduction that went wrong, the one in that.
_PLACE = (
    "ifnull((SELECT min(p.id) FROM party p WHERE p.event_id = o.event_id AND p.contact_id = {who}),"
    " ifnull((SELECT min(p.id) FROM event e JOIN party p ON p.event_id = e.introduction_id"
    "  WHERE e.id = o.event_id AND p.contact_id = {who}), 0))"
)
_NUMBERS = (
    "INSERT INTO number (id, kind, event_id, debtor_place, creditor_place)"
    " SELECT o.id, o.kind, o.event_id,"
    f" {_PLACE.format(who='o.debtor_id')}, {_PLACE.format(who='o.creditor_id')}"
    " FROM old_obligation o ORDER BY o.id"
)
# Of several touches that count from one word, the open one is it, else the last.
_TWINS = (
    "SELECT id FROM (SELECT n.id, row_number() OVER ("
    "  PARTITION BY n.kind, n.event_id, n.debtor_place, n.creditor_place"
    "  ORDER BY o.closed_on IS NULL DESC, n.id DESC) AS place"
    " FROM number n JOIN old_obligation o ON o.id = n.id) WHERE place > 1"
)
_LAST_GIVEN = "SELECT seq FROM sqlite_sequence WHERE name = 'old_obligation'"


def keep_numbers(connection: sqlite3.Connection) -> None:
    """Write the numbers of all items, and that the last one was given, whatever became of it.

    An item without places, or in places where another one is, is none any more.
    """
    connection.execute(_NUMBERS)
    twins = connection.execute(_TWINS).fetchall()
    connection.executemany(
        "UPDATE number SET debtor_place = 0, creditor_place = 0 WHERE id = ?", twins
    )
    last = connection.execute(_LAST_GIVEN).fetchone()
    if last is not None:
        connection.execute(
            "INSERT OR IGNORE INTO number (id, kind, event_id, debtor_place, creditor_place)"
            " VALUES (?, 'promise', 0, 0, 0)",
            last,
        )
