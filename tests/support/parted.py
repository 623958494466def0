"""A week told partly to two copies of one ledger that went apart, which become one again."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

from tests.support.telling import Run, Teller
from tests.support.weeks import TYPED, Fact

BOTH, OURS, THEIRS = "both", "ours", "theirs"


def sides(facts: Sequence[Fact], common: int, dice: int) -> dict[str, str]:
    """Which copy is told each fact: both before they part, then one that knows what it names.

    What would have to know of both is told to neither.
    """
    told: dict[str, str] = {}
    last = BOTH
    for number, fact in enumerate(facts):
        needed = {told.get(label, "") for label in fact.needs} - {BOTH}
        side = Random(f"{dice} {fact.label}").choice((OURS, THEIRS))  # noqa: S311
        if fact.line == "undo" and last != BOTH:
            side = last  # it takes back what was told just before it
        elif number < common and not needed:
            side = BOTH
        elif needed:
            side = min(needed)
        if side and len(needed) < len((OURS, THEIRS)):
            told[fact.label] = last = side
    return told


class Parted(Teller):
    """Two copies: each fact is told to one of them, and then the other one is joined.

    Attributes:
        other: the other copy, with its ledger.
        joined: what joining it said.
    """

    def __init__(self, run: Run, folder: Path, told: Mapping[str, str]) -> None:
        super().__init__(run, folder / OURS)
        self.other = Teller(run, folder / THEIRS)
        self._told = told

    def tell(self, facts: Iterable[Fact]) -> "Parted":
        """Tell them, and join."""
        is_parted = False
        for fact in facts:
            side = self._told[fact.label]
            if side != BOTH and not is_parted:
                self.part()
                is_parted = True
            Teller.tell(self.other if side == THEIRS else self, [fact])
        if is_parted:
            self.join()
        order = list(self._told)
        self.taken.sort(key=lambda fact: order.index(fact.label))
        return self

    def part(self) -> None:
        """Let the two go on alone."""
        shutil.copy(self.ledger, self.other.ledger)
        self.other.numbers.update(self.numbers)
        self.other.taken.extend(self.taken)

    def join(self) -> None:
        """Make one of the two, and take over the labels of the other one under its numbers."""
        known = {fact.label for fact in self.taken}
        said = json.loads(self.other.ask("history", "--json").out)
        there = {event["id"] for event in said["items"]}
        answer = self.ask("join", str(self.other.ledger), "--same", "all", "--json", today=TYPED)
        assert answer.code == 0, answer.err
        moved = {each["there"]: each["here"] for each in json.loads(answer.out)["numbers"]}
        for label, number in self.other.numbers.items():
            if label not in known and number in there:
                self.numbers[label] = moved.get(number, number)
        self.taken += [fact for fact in self.other.taken if fact.label not in known]
        self.refused.update(self.other.refused)
