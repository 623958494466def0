"""Bytes of a ledger that changed by themselves: doctor finds it, and nobody makes it worse."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from random import Random
from typing import Any

from tests.faults.bench import Bench, first_of, short
from tests.faults.scenarios import YEAR
from tests.faults.tracing import CRASHED

COMMANDS = ("due", "report", "history", "people", "undo --list", "find handbook", "brief Dana")
WRITING = ("meet Somebody", "done 1", "undo")
UNUSABLE = 4
HEADER, PAGE = 100, 1024


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """One flipped bit in most ledgers, several other bytes or a whole page in some."""
    bench.tell(*YEAR, "done 1", "undo")
    sound, before = bench.ledger.read_bytes(), contents(bench)
    for number in range(size):
        what, flipped = _flipped(sound, number, chance)
        bench.ledger.write_bytes(flipped)
        wrong = first_of(_wrong(bench, flipped, before, chance))
        yield f"flip {number}, {what}: {short(wrong)}" if wrong else ""


def _flipped(sound: bytes, number: int, chance: Random) -> tuple[str, bytes]:
    """A ledger with something otherwise, and what that is."""
    flipped = bytearray(sound)
    if number % 8 == 1:
        start = chance.randrange(PAGE, len(sound), PAGE)
        filler = chance.choice([bytes(PAGE), b"\xff" * PAGE, chance.randbytes(PAGE)])
        flipped[start : start + PAGE] = filler
        return f"the page at {start}", bytes(flipped)
    if number % 8 == 2:
        places = chance.sample(range(HEADER, len(sound)), chance.choice([2, 4, 16]))
        for place in places:
            flipped[place] = chance.randrange(256)
        return f"bytes {places}", bytes(flipped)
    place = chance.randrange(len(sound))
    flipped[place] ^= 1 << chance.randrange(8)
    return f"byte {place}", bytes(flipped)


def _wrong(bench: Bench, flipped: bytes, before: Any, chance: Random) -> Iterator[str]:
    is_changed = contents(bench) != before
    doctor = bench.ask("doctor")
    if doctor.code not in (0, UNUSABLE):
        yield f"doctor: exit {doctor.code}, {doctor.err}"
    if is_changed and doctor.code != UNUSABLE:
        yield "doctor finds nothing"
    reading, writing = chance.choice(COMMANDS), chance.choice(WRITING)
    said = bench.ask(*reading.split())
    if said.code == CRASHED or "Traceback" in said.err:
        yield f"{reading}: {said.err}"
    left = [path.name for path in bench.ledger.parent.iterdir()]
    if bench.ledger.read_bytes() != flipped or left != [bench.ledger.name]:
        yield f"{reading} or doctor changed the folder: {left}"
    said = bench.ask(*writing.split())
    if said.code == CRASHED or "Traceback" in said.err:
        yield f"{writing}: {said.err}"
    if said.code and bench.ledger.read_bytes() != flipped:
        yield f"{writing} was refused, and changed the ledger"
    for path in bench.ledger.parent.iterdir():
        if path != bench.ledger:
            path.unlink()


def contents(bench: Bench) -> Any:
    """Everything that the tables hold, or None where it cannot be read.

    SQLite's own table of the last numbers is left out: one that is larger only leaves a gap.
    """
    try:
        with closing(sqlite3.connect(bench.ledger)) as connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                " AND lower(name) <> 'sqlite_sequence' ORDER BY name"
            ).fetchall()
            return {
                table: sorted(map(repr, connection.execute(f'SELECT * FROM "{table}"')))
                for (table,) in tables
            }
    except (sqlite3.Error, UnicodeError):
        return None
