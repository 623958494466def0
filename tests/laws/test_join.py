"""Two copies that went apart and became one are the ledger in which all was told at once."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from tests.laws.test_laws import Laws, balanced, none_in, some
from tests.support.differing import Difference, differences
from tests.support.ledgers import dump
from tests.support.mistakes import KNOWN, Mended, mended_weeks
from tests.support.parted import OURS, THEIRS, Parted, sides
from tests.support.telling import Telling, tried
from tests.support.weeks import Fact


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
    def asked(self) -> Any:
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


@pytest.fixture
def laws(netlog: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Laws:
    """The program, told weeks."""
    return Laws(netlog, monkeypatch, tmp_path / "weeks")


_numbers = itertools.count()


def as_one(laws: Laws, week: Apart) -> tuple[Apart, list[Difference]]:
    """What a week told to two copies says otherwise than told to one."""

    def parted() -> Parted:
        return Parted(laws.run, laws.folder / f"apart {next(_numbers)}", dict(week.told))

    for left, tellers in tried(
        week, [Telling(Apart.at_once, laws.teller), Telling(Apart.at_once, parted)]
    ):
        week, told = left, tellers
    assert [fault for teller in told for fault in balanced(teller)] == []
    one, joined = told
    return week, differences(one.says(week.asked), joined.says(week.asked))


@some(4)
@given(week=apart())
def test_joined_is_as_if_all_was_told_at_once(laws: Laws, week: Apart) -> None:
    left = none_in(lambda less: as_one(laws, less), week)
    told = dict(left.told)
    for side in (OURS, THEIRS):
        event(f"{sum(told[fact.label] == side for fact in left.facts)} facts in {side}")


@some(1)
@given(week=apart())
def test_joining_again_changes_nothing_and_undo_takes_it_back(laws: Laws, week: Apart) -> None:
    told = dict(week.told)
    joined = Parted(laws.run, laws.folder / f"apart {next(_numbers)}", told).tell(week.facts)
    if THEIRS not in {told[fact.label] for fact in joined.taken}:
        return
    after, line = dump(joined.ledger), ("join", str(joined.other.ledger), "--same", "all")
    joined.ask(*line)
    assert dump(joined.ledger) == after
    if not joined.ask("undo").out.startswith("Took back: Joined"):
        return  # all of it was taken back again before they became one
    assert balanced(joined) == []
    joined.ask("redo")
    assert dump(joined.ledger) == after
    joined.ask("undo")
    assert joined.ask(*line).code == 0
    assert balanced(joined) == []
