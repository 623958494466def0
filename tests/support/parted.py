"""A week told partly to two copies of one ledger that went apart, which become one again."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from tests.support.mistakes import KNOWN, Mended, mended_weeks
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


@dataclass(frozen=True)
class Apart:
    """A week with mistakes, told to two copies.

    Attributes:
        week: what is told, and in which order.
        told: to which of the copies.
    """

    week: Mended
    told: tuple[tuple[str, str], ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is told."""
        return self.week.facts

    @property
    def ending(self) -> tuple[Fact, ...]:
        """Nothing."""
        return ()

    @property
    def asked(self) -> date:
        """The day on which the ledger is asked."""
        return self.week.asked

    def at_once(self) -> list[Fact]:
        """All of it in its order."""
        return list(self.facts)

    def without(self, labels: frozenset[str]) -> "Apart":
        """The same without some facts."""
        return replace(self, week=self.week.without(labels))


@st.composite
def apart(draw: Callable[..., object]) -> Apart:
    """A week of which the beginning is told to both copies, and the rest to either."""
    week = draw(mended_weeks())
    assert isinstance(week, Mended)
    dice = draw(st.integers(0, 1_000))
    assert isinstance(dice, int)
    facts = week.mistaken()
    common = Random(dice).randint(len(KNOWN), max(len(KNOWN), len(facts) - 2))  # noqa: S311
    told = sides(facts, common, dice)
    neither = frozenset(fact.label for fact in facts if fact.label not in told)
    return Apart(week.without(neither), tuple(told.items()))


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
