"""Copies of a ledger that went apart and became one: as if all was told to one, numbers kept."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from tests.faults.bench import Bench, short
from tests.laws.differential import examples
from tests.support.differing import differences, reduced
from tests.support.ledgers import dump, faults, query
from tests.support.parted import OURS, Apart, Parted, apart
from tests.support.telling import Answer, Run, Teller, Telling, tried

IN_ONE_GO = 50


class Pairs:
    """Tells weeks to a ledger, and to copies that part and are joined."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.number = 0

    def run(self, argv: list[str], environment: Mapping[str, str]) -> Answer:
        """One command line in this process."""
        os.environ |= environment
        return Answer(*self.bench.ask(*argv, today=environment["NETLOG_TODAY"]))

    def folder(self) -> Path:
        """A new folder; only the last few are kept."""
        self.number += 1
        shutil.rmtree(self.bench.folder / f"pair {self.number - 8}", ignore_errors=True)
        return self.bench.folder / f"pair {self.number}"

    def parted(self, week: Apart) -> "Numbered":
        """Copies to which that week can be told."""
        return Numbered(self.run, self.folder(), dict(week.told))

    def differing(self, week: Apart) -> tuple[Apart, list[str]]:
        """The week without what is refused, and what is otherwise than if it was told to one."""
        at_once = Telling(Apart.at_once, lambda: Teller(self.run, self.folder()))
        joined = Telling(Apart.at_once, lambda: self.parted(week))
        one, both = None, None
        try:
            for left, tellers in tried(week, [at_once, joined]):
                week, (one, both) = left, tellers
        except AssertionError as error:  # what must be possible was not
            return week, [str(error)]
        assert one is not None
        assert isinstance(both, Numbered)
        wrong = [fault for each in (one, both) for fault in _faults(each)]
        wrong += both.lost
        wrong += map(str, differences(one.says(week.asked), both.says(week.asked)))
        return week, wrong or self._undone(both)

    def _undone(self, joined: "Numbered") -> list[str]:
        """What is wrong where it is joined again, and taken back."""
        after = dump(joined.ledger)
        for into, other in joined.joins:
            if into == OURS:
                joined.ask("join", str(joined.copies[other].ledger), "--same", "all")
        if dump(joined.ledger) != after:
            return ["joined again, it is otherwise"]
        if not joined.ask("undo").out.startswith("Took back: Joined"):
            return []  # all of it was taken back again before they became one
        wrong = _faults(joined)
        joined.ask("redo")
        return wrong + ["redone, it is otherwise"] * (dump(joined.ledger) != after)


class Numbered(Parted):
    """Copies of one ledger that keep the numbers that they gave.

    Attributes:
        lost: the numbers that were of something else after a copy was taken in.
    """

    def __init__(self, run: Run, folder: Path, told: Mapping[str, str]) -> None:
        super().__init__(run, folder, told)
        self.lost: list[str] = []

    def join(self, into: str, other: str) -> Answer:
        """Join, and compare what is of a number."""
        copy = self.copies[into]
        before = _numbers(copy)
        answer = super().join(into, other)
        after = _numbers(copy)
        self.lost += [
            f"the number {number} is of something else"
            for number, what in before.items()
            if after.get(number, what) != what  # what was taken out there is gone here
        ]
        return answer


def _numbers(teller: Teller) -> dict[object, list[object]]:
    items = query(teller.ledger, "SELECT * FROM number")
    events = query(teller.ledger, "SELECT 'e' || id, kind, told FROM event")
    return {number: what for number, *what in (*items, *events)}


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """So many random weeks, each told to two or three copies."""
    pairs = Pairs(bench)
    for first in range(0, size, IN_ONE_GO):
        start = chance.randrange(2**32)
        for week in examples(apart(), min(IN_ONE_GO, size - first), start):
            left, wrong = pairs.differing(week)
            if not wrong:
                yield ""
                continue
            smallest = reduced(left, lambda less: bool(pairs.differing(less)[1]))
            sides = dict(smallest.told)
            facts = [f"{sides[fact.label]}: {fact!r}" for fact in smallest.facts]
            yield f"{short(wrong[0])} after {'; '.join(facts)}, asked on {smallest.asked}"


def _faults(teller: Teller) -> list[str]:
    return faults(teller.ledger) if teller.ledger.exists() else []
