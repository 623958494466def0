"""What a connection to a ledger is, whichever library it goes through.

A class of a library stands behind `LedgerConnection` in each class that connects.
"""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from netlog.ledger.file.handles import Place, let_go_by_sqlite, taken_by_sqlite

if TYPE_CHECKING:
    from netlog.ledger.file.cipher import Cipher

    _Connection = sqlite3.Connection
else:
    _Connection = object


class LedgerConnection(_Connection):
    """A connection that is known of, so that nobody takes its locks away: see `handles`.

    `cipher` is what opens the file; None where that is plain.
    """

    place: Place | None = None
    cipher: "Cipher | None" = None

    def note(self, path: Path) -> None:
        """Note which file this is connected to."""
        self.place = taken_by_sqlite(path)

    def close(self) -> None:
        """Close it, once."""
        super().close()
        if self.place is not None:
            place, self.place = self.place, None
            let_go_by_sqlite(place)


class WriterConnection(LedgerConnection):
    """A connection whose transaction belongs to `netlog.ledger`, not to an ORM on top of it.

    `COMMIT` is executed as a statement, once, when everything is in place; closing rolls back.
    `change` are the id and the hash by which the journal tells afterwards what it was. Where it
    `verifies`, each record that is read has to be as netlog left it.
    """

    is_done = False
    verifies = False
    change: tuple[int, bytes] | None = None

    def keep(self, change: tuple[int, bytes] | None = None) -> None:
        """Say that all is written that is to be committed."""
        self.is_done, self.change = True, change

    def commit(self) -> None:
        """Do nothing: an ORM session that ends must not publish half a command."""

    def rollback(self) -> None:
        """Do nothing: an ORM session that ends must not take back half a command."""


class PlainReader(LedgerConnection, sqlite3.Connection):
    """A connection to a file in plain."""


class PlainWriter(WriterConnection, sqlite3.Connection):
    """A connection to a file in plain that writes."""


def cipher_behind(connection: sqlite3.Connection) -> "Cipher | None":
    """What opens the file behind a connection; None where it is plain, or there is none."""
    return connection.cipher if isinstance(connection, LedgerConnection) else None
