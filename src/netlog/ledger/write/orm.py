"""SQLModel on a connection whose transaction `netlog.ledger.write.change` begins and commits."""

import sqlite3

from sqlalchemy import Engine, ExceptionContext, create_engine, event
from sqlalchemy.orm import configure_mappers
from sqlalchemy.pool import StaticPool


def get_ready() -> None:
    """Do before the ledger is locked what SQLAlchemy would do at the first row that is written."""
    configure_mappers()


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine whose one and only connection is `connection`; it raises SQLite's own errors."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "handle_error", _raise_the_original)
    return engine


def _raise_the_original(context: ExceptionContext) -> None:
    raise context.original_exception
