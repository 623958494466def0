"""A week told partly to copies of one ledger that went apart, which become one again."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from tests.support.mistakes import KNOWN, Mended, mended_weeks
from tests.support.telling import Answer, Run, Teller
from tests.support.weeks import TYPED, Fact

ALL, OURS, THEIRS, THIRDS = "all", "ours", "theirs", "thirds"
OFTEN = 0.15  # that a copy is joined once something was told
# Which copy takes in which, by how many there are: while the week is told, and at its end.
JOINS: Mapping[int, Sequence[tuple[str, str]]] = {
    2: [(OURS, THEIRS)],
    3: [(OURS, THEIRS), (OURS, THIRDS), (THEIRS, THIRDS), (THIRDS, THEIRS)],
}
TAKE_BACK = ("undo", "redo")
TAKEN_IN_ALREADY = "taken this ledger in already"


def sides(facts: Sequence[Fact], common: int, copies: Sequence[str], dice: int) -> dict[str, str]:
    """Which copy is told each fact: all before they part, then one that knows what it names.

    What would have to know of several is told to none.
    """
    told: dict[str, str] = {}
    last = ALL
    for number, fact in enumerate(facts):
        needed = {told.get(label, "") for label in fact.needs} - {ALL}
        side = Random(f"{dice} {fact.label}").choice(copies)  # noqa: S311
        if fact.line == "undo" and last != ALL:
            side = last  # it takes back what was told just before it
        elif number < common and not needed:
            side = ALL
        elif needed:
            side = min(needed)
        if side and len(needed) <= 1:
            told[fact.label] = last = side
    return told


@dataclass(frozen=True)
class Apart:
    """A week with mistakes, told to several copies.

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
    """A week of which the beginning is told to all copies, two or three, and the rest to one."""
    week = draw(mended_weeks())
    assert isinstance(week, Mended)
    dice = draw(st.integers(0, 1_000))
    assert isinstance(dice, int)
    facts = week.mistaken()
    common = Random(dice).randint(len(KNOWN), max(len(KNOWN), len(facts) - 2))  # noqa: S311
    copies = Random(dice).choice([(OURS, THEIRS), (OURS, THEIRS, THIRDS)])  # noqa: S311
    told = sides(facts, common, copies, dice)
    neither = frozenset(fact.label for fact in facts if fact.label not in told)
    return Apart(week.without(neither), tuple(told.items()))


class Parted(Teller):
    """Copies of one ledger: each fact is told to one of them, and in the end all are joined here.

    Now and then one of them takes in another one before that.

    Attributes:
        copies: the copies, this one among them.
        joins: which took in which, in that order.
    """

    def __init__(self, run: Run, folder: Path, told: Mapping[str, str]) -> None:
        super().__init__(run, folder / OURS)
        self._told = told
        others = [THEIRS, THIRDS] if THIRDS in told.values() else [THEIRS]
        self.copies: dict[str, Teller] = {side: Teller(run, folder / side) for side in others}
        self.copies[OURS] = self
        self.joins: list[tuple[str, str]] = []

    def tell(self, facts: Iterable[Fact]) -> "Parted":
        """Tell them, and join."""
        facts, is_parted, last = list(facts), False, ALL
        chance = Random(" ".join(sorted(fact.label for fact in facts)))  # noqa: S311
        ways = JOINS[len(self.copies)]
        for fact, after in pairwise([*facts, None]):
            assert fact is not None
            side = self._told[fact.label]
            if side != ALL and not is_parted:
                self.part()
                is_parted = True
            if is_parted and last != ALL and fact.line in TAKE_BACK:
                side = last
            elif is_parted and fact.needs:
                side = chance.choice(self._knowing(fact) or [side])
            last = side
            Teller.tell(self if side == ALL else self.copies[side], [fact])
            is_taken_back = after is not None and after.line in TAKE_BACK
            if chance.random() < OFTEN and is_parted and not is_taken_back:
                self.join(*chance.choice(ways))
        if is_parted:
            for into, other in [*chance.sample(ways, len(ways)), *ways[: len(self.copies) - 1]]:
                self.join(into, other)
        order = list(self._told)
        self.taken.sort(key=lambda fact: order.index(fact.label))
        return self

    def _knowing(self, fact: Fact) -> list[str]:
        """The copies that know all that a fact names, as they told it or took it in."""
        return [
            side
            for side, copy in sorted(self.copies.items())
            if fact.needs <= {known.label for known in copy.taken}
        ]

    def part(self) -> None:
        """Let all go on alone."""
        for copy in self.copies.values():
            if copy is not self:
                shutil.copy(self.ledger, copy.ledger)
                copy.numbers.update(self.numbers)
                copy.taken.extend(self.taken)

    def join(self, into: str, other: str) -> Answer:
        """Let a copy take in another one, and its labels under their numbers there."""
        ours, theirs = self.copies[into], self.copies[other]
        known = {fact.label for fact in ours.taken}
        said = json.loads(theirs.ask("history", "--json").out)
        there = {event["id"] for event in said["items"]}
        answer = ours.ask("join", str(theirs.ledger), "--same", "all", "--json", today=TYPED)
        if TAKEN_IN_ALREADY in answer.err:
            return answer
        assert answer.code == 0, answer.err
        self.joins.append((into, other))
        moved = {each["there"]: each["here"] for each in json.loads(answer.out)["numbers"]}
        for label, number in theirs.numbers.items():
            if label not in known and number in there:
                ours.numbers[label] = moved.get(number, number)
        ours.taken += [fact for fact in theirs.taken if fact.label not in known]
        ours.refused.update(theirs.refused)
        return answer
