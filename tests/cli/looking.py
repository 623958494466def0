"""Ledgers to test with: written by command lines, looked at from outside."""

import shlex
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

Netlog = Callable[..., Any]

_WRITTEN: dict[str, bytes] = {}


class Owed(NamedTuple):
    """A row of the table of obligations, with names for ids."""

    kind: str
    debtor: str
    creditor: str
    due: str


def given(netlog: Netlog, ledger: Path, lines: str) -> None:
    """Make the ledger that these command lines write; each begins with the day it is typed on."""
    if lines not in _WRITTEN:
        for line in filter(None, map(str.strip, lines.splitlines())):
            today, *argv = shlex.split(line)
            netlog(*argv, today=today)
        _WRITTEN[lines] = ledger.read_bytes()
    ledger.parent.mkdir(exist_ok=True)
    ledger.touch(mode=0o600)
    ledger.write_bytes(_WRITTEN[lines])


def owed(ledger: Path, *, event: str | None = None) -> list[Owed]:
    """What was opened, in the order of the ids; by one event where that is given."""
    return [
        Owed(*row)
        for row in rows(
            ledger,
            "SELECT o.kind, d.name, c.name, o.due_on FROM obligation o"
            " JOIN contact d ON d.id = o.debtor_id JOIN contact c ON c.id = o.creditor_id"
            " WHERE ? IS NULL OR 'e' || o.event_id = ? ORDER BY o.id",
            event,
            event,
        )
    ]


def closed(ledger: Path) -> dict[int, tuple[str, str]]:
    """How and when the closed obligations ended, by id."""
    return {
        key: (ending, day)
        for key, ending, day in rows(
            ledger,
            "SELECT o.id, s.ending, o.closed_on FROM obligation o"
            " JOIN settlement s ON s.obligation_id = o.id"
            " WHERE o.closed_on IS NOT NULL ORDER BY o.id, s.ordinal",
        )
    }


def names(ledger: Path) -> list[str]:
    """The names of all contacts but me, in the order in which they came."""
    return [name for (name,) in rows(ledger, "SELECT name FROM contact WHERE NOT is_me")]


def rows(ledger: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """What a statement finds, or writes, in the ledger's file."""
    with closing(sqlite3.connect(ledger)) as connection, connection:
        return connection.execute(statement, values).fetchall()


def files(ledger: Path) -> dict[str, bytes]:
    """Everything in the ledger's folder, byte for byte."""
    folder = ledger.parent
    if not folder.exists():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refused(netlog: Netlog, ledger: Path, *argv: str, code: int = 3, today: str = "") -> Any:
    """Run a command line that must be refused in a sentence, and must not write a byte."""
    before = files(ledger)
    result = netlog(*argv, code=code, **({"today": today} if today else {}))
    assert files(ledger) == before
    assert result.out == ""
    assert result.err.startswith("netlog: ")
    assert len(result.err) < 2_000
    assert "Traceback" not in result.err
    return result
