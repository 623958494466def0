"""Where two copies of one ledger parted, and what of the other one was taken in already."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from netlog.domain.records import HERE
from netlog.ledger.read.records import origin
from netlog.ledger.write.journal import began_by_forgetting, last_in_common, latest

Moved = Mapping[str, Mapping[int, int]]  # by table: there, and here


class Parting(NamedTuple):
    """After which change of each copy the two went on alone.

    `theirs` is the last change of the other one that this ledger has, by parting or by a join;
    `last` the last that it holds. `moved` are the ids here of the rows that came from it before.
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
    if any(each.change > common for each in _taken_in(theirs, ours)):
        raise JoinedThere
    last = latest(theirs)
    taken = _taken_in(ours, theirs)
    itself = [each for each in taken if not each.by_another]
    known = max(itself or taken, key=lambda each: (each.change, bool(each.moved)), default=None)
    if known is None or known.change < common:
        known = _Taken(common, {})
    return Parting(common, known.change, last.id if last else 0, known.moved)


def name_of(last: bytes, moved: Moved) -> str:
    """The name of the other copy as this ledger keeps it: its last change, and its ids here."""
    return _name({"change": last.hex(), "ids": _runs_of(moved)})


def name_by_another(name: str, moved: Moved, of: Callable[[str, int], int]) -> str:
    """The name of a third copy, which the other one took in, as this ledger keeps it.

    Args:
        name: its name there.
        moved: the ids there that are others here.
        of: the id here of a row of a table, by its id there.
    """
    third = json.loads(name)
    here = {table: dict(pairs) for table, pairs in moved.items()}
    for table, runs in third["ids"].items():
        pairs = ((key, of(table, there)) for key, there in _pairs_of(runs).items())
        here.setdefault(table, {}).update(pairs)
    return _name({**third, "ids": _runs_of(here), "by_another": True})


def change_in(name: str) -> str:
    """The hash of the change up to which a copy was taken in, by the name of that copy."""
    return str(json.loads(name)["change"])


def _runs_of(moved: Moved) -> dict[str, list[list[int]]]:
    """Ids by table, as many at a time as follow each other there and here.

    A run is the first id there, the first here, and how many they are.
    """
    runs: dict[str, list[list[int]]] = {}
    for table, pairs in sorted(moved.items()):
        for there, here in sorted(pairs.items()):
            known = runs.setdefault(table, [])
            first, its, number = known[-1] if known else (0, 0, 0)
            if number and there - first == here - its == number:
                known[-1][2] += 1
            else:
                known.append([there, here, 1])
    return runs


def _pairs_of(runs: Iterable[Sequence[int]]) -> dict[int, int]:
    """The ids there and here of some runs; one without a number is of one."""
    return {
        there + place: here + place
        for there, here, *number in runs
        for place in range(number[0] if number else 1)
    }


def _name(parts: Mapping[str, object]) -> str:
    return json.dumps(parts, separators=(",", ":"))


class _Taken(NamedTuple):
    """Up to which change the other copy was taken in, by itself or by another one, and its ids."""

    change: int
    moved: Moved
    by_another: bool = False


def _taken_in(into: sqlite3.Connection, other: sqlite3.Connection) -> list[_Taken]:
    """How often, and how far, the other ledger was joined into this one."""
    taken = []
    for (name,) in into.execute("SELECT name FROM origin WHERE id <> ?", (HERE,)):
        copy = json.loads(name)
        row = other.execute(
            "SELECT id FROM change WHERE hash = ?", (bytes.fromhex(copy["change"]),)
        ).fetchone()
        if row is not None:
            moved = {table: _pairs_of(runs) for table, runs in copy["ids"].items()}
            taken.append(_Taken(int(row[0]), moved, "by_another" in copy))
    return taken
