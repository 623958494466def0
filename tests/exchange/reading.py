"""Files read as by somebody called Ada Owner, who lives in Berlin, on a fixed day."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from netlog.exchange.format import Format, Reading
from netlog.exchange.records import Entry, Noted, Problem, Skipped
from netlog.exchange.registry import format_of
from netlog.exchange.text import HEAD_SIZE

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = sorted(path for path in GOLDEN.iterdir() if path.suffix != ".expected")
READING = Reading(
    today=date(2026, 10, 5),
    addresses=frozenset({"me@example.com"}),
    owner="Ada Owner",
    zone=ZoneInfo("Europe/Berlin"),
)


def recognised(data: bytes) -> Format | None:
    """The format that a file is taken for."""
    return format_of(data[:HEAD_SIZE])


def entries(data: bytes, reading: Reading = READING, form: Format | None = None) -> list[Entry]:
    """What a file says, read in the format that it is taken for."""
    form = form or recognised(data)
    assert form is not None, data[:100]
    return list(form.read(io.BytesIO(data), reading))


def described(entry: Entry) -> Iterator[str]:
    """An entry in lines: what it is, where, and each field that says anything."""
    if isinstance(entry, Problem | Noted | Skipped):
        yield f"{entry.place}: {type(entry).__name__.lower()}: {entry[1]}"
        return
    yield f"{entry.place}: {type(entry).__name__.lower()}"
    for field, value in zip(entry._fields[1:], entry[1:], strict=True):
        if value not in ("", (), None, False):
            yield f"    {field}: {_shown(value)}"


def _shown(value: object) -> str:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return " | ".join(_shown(each) for each in value)
    if isinstance(value, tuple):
        name, email = value
        return f"{name} <{email}>" if email else name
    return ascii(value)[1:-1] if isinstance(value, str) and not value.isprintable() else str(value)
