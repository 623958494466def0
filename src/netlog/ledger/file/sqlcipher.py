"""Connections to encrypted ledgers, through SQLCipher in the place of SQLite.

They are used as those of `sqlite3` are, and raise its errors: nobody else knows the difference.
"""

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from netlog.ledger.file.cipher import Cipher
from netlog.ledger.file.connection import LedgerConnection, WriterConnection


def open_encrypted(place: str, cipher: Cipher, kind: type[LedgerConnection]) -> LedgerConnection:
    """Connect to a file, or to what is no file.

    Args:
        place: a URI of SQLite's.
        cipher: what opens it.
        kind: what the connection is to be.
    """
    factory = EncryptedWriter if issubclass(kind, WriterConnection) else EncryptedReader
    connect = _raising_as_sqlite3(dbapi2.connect)
    connection = connect(place, uri=True, timeout=0, isolation_level=None, factory=factory)
    for setting in (
        "cipher_log_level = NONE",  # it would write to standard error
        "temp_store = MEMORY",  # what does not fit there would lie in a file, in plain
    ):
        connection.execute(f"PRAGMA {setting}")
    connection.set_key(cipher.spelled)
    connection.cipher = cipher
    return cast("LedgerConnection", connection)


def _raising_as_sqlite3(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same, with errors of the classes that all of netlog knows."""

    @wraps(method)
    def run(*args: Any, **more: Any) -> Any:
        try:
            return method(*args, **more)
        except (dbapi2.Error, dbapi2.Warning) as error:
            raise _same(error) from error.__cause__

    return run


def _same(error: Exception) -> Exception:
    same: Exception = getattr(sqlite3, type(error).__name__)(*error.args)
    vars(same).update(vars(error))  # the code and its name
    return same


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor that raises the errors of `sqlite3`."""

    execute = _raising_as_sqlite3(dbapi2.Cursor.execute)
    executemany = _raising_as_sqlite3(dbapi2.Cursor.executemany)
    fetchone = _raising_as_sqlite3(dbapi2.Cursor.fetchone)
    fetchmany = _raising_as_sqlite3(dbapi2.Cursor.fetchmany)
    fetchall = _raising_as_sqlite3(dbapi2.Cursor.fetchall)
    __next__ = _raising_as_sqlite3(dbapi2.Cursor.__next__)


class _Connection(dbapi2.Connection):  # type: ignore[misc]
    """A connection that raises the errors of `sqlite3`."""

    backup = _raising_as_sqlite3(dbapi2.Connection.backup)

    def cursor(self, factory: Any = _Cursor) -> Any:
        """A cursor; whatever is executed is so by one."""
        return super().cursor(factory)


class EncryptedReader(LedgerConnection, _Connection):
    """A connection to an encrypted file."""


class EncryptedWriter(WriterConnection, _Connection):
    """A connection to an encrypted file that writes."""
