"""When a ledger was last found sound, kept in the user's cache folder."""

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from netlog.ledger.read.records import origin

if TYPE_CHECKING:
    import sqlite3


def note_checkup(folder: Path | None, connection: "sqlite3.Connection", day: date) -> None:
    """Note that a ledger was found sound on a day; where that cannot be kept, do nothing."""
    if folder is not None:
        from netlog.ledger.file.cache import write  # noqa: PLC0415 - `due` only asks

        write(_path(folder, connection), day.isoformat())


def unchecked_since(folder: Path | None, connection: "sqlite3.Connection") -> date | None:
    """The day since which nobody looked a ledger over: the last checkup, else its first change."""
    if folder is not None:
        with suppress(OSError, ValueError):
            return date.fromisoformat(_path(folder, connection).read_text(encoding="ascii"))
    first = connection.execute("SELECT made_at FROM change ORDER BY id LIMIT 1").fetchone()
    return None if first is None else datetime.fromtimestamp(first[0] // 1_000_000, UTC).date()


def _path(folder: Path, connection: "sqlite3.Connection") -> Path:
    return folder / f"checkup-{origin(connection)}"
