"""SQLModel on a connection whose transaction `netlog.ledger.write.change` begins and commits."""

import sqlite3
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Engine, ExceptionContext, create_engine, event, make_url
from sqlalchemy.orm import configure_mappers
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

_URL = make_url("sqlite://")
# What all engines of a process share: making it anew takes longer than most statements.
_FIRST = create_engine(_URL)
_FIRST.connect().close()  # by which the dialect knows what SQLite can do
DIALECT = _FIRST.dialect
_COMPILED: dict[Any, Any] = {}  # the statements that were put into words


def get_ready() -> None:
    """Do before the ledger is locked what SQLAlchemy would do at the first row that is written."""
    configure_mappers()


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine whose one and only connection is `connection`; it raises SQLite's own errors."""
    shared = {"compiled_cache": _COMPILED}
    engine = Engine(
        StaticPool(lambda: cast("DBAPIConnection", connection)),
        DIALECT,
        _URL,
        execution_options=shared,
    )
    event.listen(engine, "handle_error", _raise_the_original)
    return engine


def _raise_the_original(context: ExceptionContext) -> None:
    raise context.original_exception
