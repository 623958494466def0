"""The two copies of a ledger that are to become one."""

import sqlite3
from dataclasses import dataclass

from netlog.ledger.write.join.ids import Ids
from netlog.ledger.write.join.since import Row, Since
from netlog.ledger.write.join.telling import Net
from netlog.ledger.write.journal import fact_now


@dataclass(frozen=True, slots=True)
class Copies:
    """This ledger and the other copy, with what became of both since they parted."""

    ours: sqlite3.Connection
    theirs: sqlite3.Connection
    here: Since
    there: Since
    ids: Ids

    def here_now(self, net: Net) -> Row:
        """The row that it is about, as it is here."""
        return fact_now(self.ours, net.table, net.id)

    def there_now(self, table: str, key: int) -> Row:
        """A row as it is there, by its id there, with the ids of here."""
        known = (table, key) in self.there.now
        row = self.there.now[table, key] if known else fact_now(self.theirs, table, key)
        return None if row is None else self.ids.row(row)
