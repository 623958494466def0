"""The end of a command that writes: the commit, and what came of it where that went wrong.

The disk may report an error once all is written: when the folder is synced, the lock let go or the
journal taken away. To say that nothing was written would have the same recorded twice.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from netlog.domain.notices import WrittenAllTheSame
from netlog.errors import LedgerUnusable
from netlog.ledger.file.connect import begin_to_read, commit, open_writer
from netlog.ledger.file.connection import WriterConnection
from netlog.ledger.file.hearing import notify
from netlog.ledger.file.strays import JOURNAL, beside


@contextmanager
def committing(path: Path, connection: WriterConnection) -> Iterator[None]:
    """Commit what the block is done with; where that fails, look whether it was written.

    Raises:
        LedgerUnusable: it cannot be told whether it was written.
        sqlite3.Error: it was not.
    """
    try:
        yield
        if connection.is_done:
            commit(connection)
            connection.close()
    except sqlite3.Error as error:
        if not connection.is_done or not _is_written(path, connection, error):
            raise
        notify(WrittenAllTheSame(str(path), str(error)))


def _is_written(path: Path, connection: WriterConnection, error: sqlite3.Error) -> bool:
    """Whether the file has the change that the connection was to commit, looked at anew."""
    # A commit is done once its journal is gone; until then whoever comes next takes it back.
    is_pending = connection.in_transaction or beside(path, JOURNAL).exists()
    with suppress(sqlite3.Error):
        connection.close()
    if connection.change is None or is_pending:
        return False
    key, link = connection.change
    try:
        with closing(open_writer(path)) as again:  # may roll back what was not finished
            begin_to_read(again)
            row = again.execute("SELECT hash FROM change WHERE id = ?", (key,)).fetchone()
    except sqlite3.Error:
        raise LedgerUnusable(
            f"The ledger {path} cannot be read or written: the disk reports an error ({error}).",
            "It may have been written: netlog undo --list shows it. Check the disk, and keep a"
            " copy of the file.",
        ) from error
    return bool(row == (link,))
