"""Where two copies of one ledger parted, and what of the other one was taken in already."""

import json
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from netlog.domain.records import HERE
from netlog.ledger.read.records import origin
from netlog.ledger.write.journal import began_by_forgetting, last_in_common, latest

Moved = Mapping[str, Mapping[int, int]]  # by table: there, and here


class Parting(NamedTuple):
    """After which change of each copy the two went on alone.

    `theirs` is the last change of the other one that this ledger has, by parting or by a join;
    `last` the last that it holds. `moved` are the rows of before that have another id here.
    """

    ours: int
    theirs: int
    last: int
    moved: Moved


class NoParting(Exception):
    """The two have no change in common.

    `is_same`: they began as one ledger, and the journal of one of them began anew since then.
    `here` and `there` say in which of the two it did as somebody was forgotten.
    """

    def __init__(self, *, is_same: bool, here: bool, there: bool) -> None:
        self.is_same, self.here, self.there = is_same, here, there


class JoinedThere(Exception):
    """The other copy has taken this one in already, and goes on from there."""


def parting(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> Parting:
    """Find where two ledgers parted.

    Raises:
        NoParting: they never were one.
        JoinedThere: the other one is what the two became.
    """
    common = last_in_common(ours, theirs)
    if common == 0:
        raise NoParting(
            is_same=origin(ours) == origin(theirs),
            here=began_by_forgetting(ours),
            there=began_by_forgetting(theirs),
        )
    if any(change > common for change, _ in _taken_in(theirs, ours)):
        raise JoinedThere
    last = latest(theirs)
    known, moved = max(
        [(common, {}), *_taken_in(ours, theirs)], key=lambda each: (each[0], bool(each[1]))
    )
    return Parting(common, known, last.id if last else 0, moved)


def name_of(last: bytes, moved: Moved) -> str:
    """The name of the other copy as this ledger keeps it: its last change, and its ids here."""
    ids = {table: sorted(pairs.items()) for table, pairs in sorted(moved.items()) if pairs}
    return json.dumps({"change": last.hex(), "ids": ids}, separators=(",", ":"))


def _taken_in(
    into: sqlite3.Connection, other: sqlite3.Connection
) -> list[tuple[int, dict[str, dict[int, int]]]]:
    """The changes of the other ledger up to which it was joined into this one, with its ids."""
    taken = []
    for (name,) in into.execute("SELECT name FROM origin WHERE id <> ?", (HERE,)):
        copy = json.loads(name)
        row = other.execute(
            "SELECT id FROM change WHERE hash = ?", (bytes.fromhex(copy["change"]),)
        ).fetchone()
        if row is not None:
            taken.append((int(row[0]), {table: dict(ids) for table, ids in copy["ids"].items()}))
    return taken
