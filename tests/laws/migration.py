"""Random ledgers of format 2, brought up to date: in what they say something else than before.

    python -m tests.laws.migration --old OTHER/.venv/bin/python --ledgers 200 --seed 1

Each ledger is told by the build of another interpreter in the order of the days, and then read by
the build of this one, which migrates it. Where no touch was settled by hand, no interval replaced,
and nobody met or reached twice on a day, `history`, `due` and the reports must be the same, ids
included. Whatever happened and was corrected in the others, nothing may be damaged.
"""

import argparse
import re
import shlex
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from tests.laws.differential import MEMORY, build, examples
from tests.support.differing import Difference, differences
from tests.support.ledgers import faults
from tests.support.migrated import as_before, everything
from tests.support.telling import Run, Teller
from tests.support.weeks import PEOPLE, Week, day_by_day, weeks


class Builds:
    """The build that tells and the one that migrates."""

    def __init__(self, old: Run, new: Run, folder: Path) -> None:
        self._old, self._new = old, new
        self._folder = folder
        self._number = 0

    def differing(self, week: Week) -> list[Difference]:
        """Tell a week, migrate the ledger, and say what it tells otherwise."""
        self._number += 1
        folder = self._folder / str(self._number)
        teller = Teller(self._old, folder, on_the_day=True)
        teller.tell(day_by_day(week))
        if not teller.ledger.exists():
            return []
        if not is_plain(week):
            for line in corrections(week):
                teller.ask(*shlex.split(line), today=week.asked)
        before = everything(teller.ask, week.asked)
        teller.run = self._new
        after = everything(teller.ask, week.asked)
        damaged = faults(teller.ledger)
        shutil.rmtree(folder)
        assert not damaged, damaged
        return differences(as_before(before), as_before(after)) if is_plain(week) else []


def is_plain(week: Week) -> bool:
    """Whether the rules of before and of now must agree on it."""
    touched = any(":touch:" in fact.line for fact in week.facts)
    intervals = Counter(fact.line.split()[1] for fact in week.facts if fact.verb == "person")
    words = Counter(
        (fact.day, person)
        for fact in week.facts
        if fact.verb in ("meet", "reach")
        for person in PEOPLE
        if re.search(rf"\b{person}\b", fact.line)
    )
    return not touched and all(number < 2 for number in (*intervals.values(), *words.values()))


def corrections(week: Week) -> Iterator[str]:
    """Some commands that put right what may have been told wrong, or are refused."""
    dice = Random(week.dice)  # noqa: S311 - repeatable is what it has to be
    for _ in range(dice.randint(0, 4)):
        event, item = dice.randint(1, 9), dice.randint(1, 20)
        lines = (
            *(f"edit e{event} --on 2026-01-{dice.randint(1, 15):02}", f"delete e{event}"),
            *(f"edit e{event} --replace Ann Cyd", f"edit e{event} --fee 5", f"reopen {item}"),
            *("undo", "redo", "merge Ann Bob", "merge Cyd Ann", f"edit e{event} --add Bob"),
            *(f"done {item}", f"waive {item}", "person Ann --every 6d", "person Bob --every never"),
        )
        yield dice.choice(lines)


def smaller(week: Week) -> Iterator[Week]:
    """The week without each of its facts."""
    for fact in reversed(week.facts):
        yield week.without(frozenset({fact.label}))


def shrunk(builds: Builds, week: Week) -> Week:
    """A smaller week that differs as well."""
    for less in smaller(week):
        if builds.differing(less):
            return shrunk(builds, less)
    return week


def main() -> None:
    """Read the options, tell the weeks, print what differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--old", metavar="PYTHON", required=True, help="the other interpreter")
    parser.add_argument("--ledgers", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=5, help="print so many ledgers")
    options = parser.parse_args()
    with ExitStack() as stack:
        place = MEMORY if MEMORY.is_dir() else None
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=place)))
        old = stack.enter_context(build(options.old, folder))
        new = stack.enter_context(build(sys.executable, folder))
        builds = Builds(old, new, folder)
        told = examples(
            weeks(told_late=False, merges=False, of_before=True), options.ledgers, options.seed
        )
        differing = [week for week in told if builds.differing(week)]
        plain = sum(map(is_plain, told))
        print(f"{len(differing)} of {plain} ledgers differ; {len(told)} are undamaged")
        for week in differing[: options.most]:
            _print(builds, shrunk(builds, week))
    sys.exit(bool(differing))


def _print(builds: Builds, week: Week) -> None:
    print()
    for fact in week.facts:
        print(f"    {fact}")
    for difference in builds.differing(week)[:8]:
        print(f"  {difference.where}: {_short(difference.left)} -> {_short(difference.right)}")


def _short(value: Any) -> str:
    return str(value)[:300]


if __name__ == "__main__":
    main()
