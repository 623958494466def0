"""The two copies of a ledger that are to become one."""

import sqlite3

from netlog.ledger.write.join.ids import Ids
from netlog.ledger.write.join.since import Row, Since
from netlog.ledger.write.join.telling import Net, as_it_is


class Copies:
    """This ledger and the other copy, with what became of both since they parted."""

    def __init__(
        self,
        ours: sqlite3.Connection,
        theirs: sqlite3.Connection,
        here: Since,
        there: Since,
        ids: Ids,
    ) -> None:
        self.ours, self.theirs = ours, theirs
        self.here, self.there = here, there
        self.ids = ids

    def here_now(self, net: Net) -> Row:
        """The row that it is about, as it is here."""
        return as_it_is(self.ours, net.table, net.id)

    def there_now(self, table: str, key: int) -> Row:
        """A row as it is there, by its id there, with the ids of here."""
        known = (table, key) in self.there.now
        row = self.there.now[table, key] if known else as_it_is(self.theirs, table, key)
        return None if row is None else self.ids.row(row)
