"""What a migration changed: each item before it and after it."""

import sqlite3

from netlog.domain.migrated import Changed

# The same in all formats. Whether an open item is overdue is a matter of the day, so it is open.
_ITEMS = """
SELECT o.id, o.due_on, o.closed_on, CASE
  WHEN o.closed_on IS NULL THEN 'open'
  WHEN EXISTS (SELECT 1 FROM settlement s WHERE s.obligation_id = o.id AND s.ending = 'waived')
   THEN 'waived'
  WHEN EXISTS (SELECT 1 FROM settlement s WHERE s.obligation_id = o.id AND s.ending = 'broken')
   THEN 'broken'
  WHEN (SELECT max(s.settled_on) FROM settlement s WHERE s.obligation_id = o.id) <= o.due_on
   THEN 'kept' ELSE 'late' END AS standing
FROM obligation o
"""


def remember(connection: sqlite3.Connection) -> None:
    """Keep how all items stand, until this transaction ends."""
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("DROP TABLE IF EXISTS temp.item_before")
    connection.execute(f"CREATE TEMP TABLE item_before AS {_ITEMS}")
    connection.execute("CREATE UNIQUE INDEX temp.item_before_id ON item_before (id)")


def compare(connection: sqlite3.Connection) -> Changed:
    """Count what is otherwise than it was when it was kept."""
    standing, due_on = connection.execute(
        "SELECT ifnull(sum(is_otherwise), 0), ifnull(sum(not is_otherwise AND is_due), 0) FROM"
        " (SELECT (b.standing, ifnull(b.closed_on, '')) <> (n.standing, ifnull(n.closed_on, ''))"
        f"   AS is_otherwise, b.due_on <> n.due_on AS is_due FROM ({_ITEMS}) n"
        "  JOIN item_before b ON b.id = n.id)"
    ).fetchone()
    dropped, new = connection.execute(
        "SELECT"
        " (SELECT count(*) FROM item_before WHERE id NOT IN (SELECT id FROM obligation)),"
        " (SELECT count(*) FROM obligation WHERE id NOT IN (SELECT id FROM item_before))"
    ).fetchone()
    return Changed(standing, due_on, dropped, new)
