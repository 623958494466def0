"""The laws of the projection, on random weeks, by the command line alone."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, event, given, settings

from tests.support.differing import Difference, Told, differences, reduced
from tests.support.ledgers import EMPTY_DUMP, dump, faults
from tests.support.mistakes import Mended, mended_weeks
from tests.support.telling import Answer, Teller, Telling, tried
from tests.support.weeks import TYPED, Fact, Week, day_by_day, newest_first, shuffled, weeks

USUAL = 100


def some(examples: int) -> settings:
    """So many examples, because a week takes a second; all of them in a sweep.

    A failure is made small by leaving facts out, which needs tens of tellings and not thousands.
    """
    wanted = settings().max_examples
    return settings(
        max_examples=wanted if wanted > USUAL else examples,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )


_numbers = itertools.count()


class Laws:
    """Weeks told in several ways, each to a ledger of its own."""

    def __init__(self, netlog: Any, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.netlog, self.monkeypatch, self.folder = netlog, monkeypatch, folder

    def teller(self) -> Teller:
        """A teller with a new ledger."""
        return Teller(self.run, self.folder / str(next(_numbers)))

    def run(self, argv: list[str], environment: Mapping[str, str]) -> Answer:
        """One command line in this process."""
        for name, value in environment.items():
            self.monkeypatch.setenv(name, value)
        result = self.netlog(*argv, today=environment["NETLOG_TODAY"], code=None)
        return Answer(result.code, result.out, result.err)

    def alike(
        self, week: Told, *orders: Callable[[Told], list[Fact]]
    ) -> tuple[Told, list[Difference]]:
        """The week without what is refused in any of these orders, and what differs then."""
        for left, tellers in tried(week, [Telling(order, self.teller) for order in orders]):
            week, told = left, tellers
        assert [fault for teller in told for fault in balanced(teller)] == []
        first, *others = (teller.says(week.asked) for teller in told)
        return week, [found for other in others for found in differences(first, other)]

    def in_three_orders(self, week: Week) -> tuple[Week, list[Difference]]:
        """What the order of telling changes."""
        return self.alike(week, day_by_day, newest_first, shuffled)

    def put_right(self, week: Mended) -> tuple[Mended, list[Difference]]:
        """What mistakes that were put right left behind."""
        return self.alike(week, Mended.flawless, Mended.mistaken)


def balanced(teller: Teller) -> list[str]:
    """What is wrong with the ledger of somebody who was told a week."""
    return faults(teller.ledger) if teller.ledger.exists() else []


@pytest.fixture
def laws(netlog: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Laws:
    """The program, told weeks."""
    return Laws(netlog, monkeypatch, tmp_path / "weeks")


def none_in(tell: Callable[[Told], tuple[Told, list[Difference]]], week: Told) -> Told:
    """Require that nothing differs; else show a week that needs each of its facts for it.

    Returns:
        The week without what was refused.
    """
    left: Told
    left, found = tell(week)
    if found:
        smallest: Told = reduced(left, lambda less: bool(tell(less)[1]))
        lines = [*map(repr, (*smallest.facts, *smallest.ending)), f"asked on {smallest.asked}"]
        lines += map(str, tell(smallest)[1][:5])
        pytest.fail("\n".join(lines), pytrace=False)
    return left


@some(10)
@given(week=weeks())
def test_the_order_of_telling_does_not_matter(laws: Laws, week: Week) -> None:
    left = none_in(laws.in_three_orders, week)
    event("all facts taken" if left == week else "some facts refused, and left out")
    event(f"{len(left.facts)} facts")


@some(10)
@given(mended=mended_weeks())
def test_mended_is_flawless(laws: Laws, mended: Mended) -> None:
    left = none_in(laws.put_right, mended)
    event(f"{len(left.mistakes)} mistakes put right")
    for mistake in left.mistakes:
        event(f"{mistake.wrong.verb}, {mistake.mend.partition(' ')[0] or 'merge'}")


@some(5)
@given(mended=mended_weeks())
def test_undo_takes_everything_back_and_redo_gives_it_again(laws: Laws, mended: Mended) -> None:
    teller = laws.teller().tell(fact for fact in mended.mistaken() if fact.line != "undo")
    assert balanced(teller) == []
    before = dump(teller.ledger)
    undone = len(list(repeated(teller, "undo")))
    assert dump(teller.ledger) == EMPTY_DUMP
    assert balanced(teller) == []
    assert len(list(repeated(teller, "redo"))) == undone
    assert dump(teller.ledger) == before
    assert balanced(teller) == []


def repeated(teller: Teller, command: str) -> Iterator[Answer]:
    """The command as often as it can be given."""
    while (answer := teller.ask(command, "--quiet", today=TYPED)).code == 0:
        yield answer
    assert answer.code == 3, answer
