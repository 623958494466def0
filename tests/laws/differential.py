"""Two builds of netlog, told the same random weeks: in what they differ.

    python -m tests.laws.differential --old OTHER/.venv/bin/python --weeks 200 --seed 1
    python -m tests.laws.differential --orders --weeks 200
    python -m tests.laws.differential --mended --weeks 200

The first tells each week day by day, each fact on its own day, to the build of another interpreter
and to that of this one. The others tell each week late to this build alone: day by day on the left,
then newest day first or shuffled on the right; or without mistakes on the left, then with some that
are put right. What either refuses is left out of both. The differences are printed by kind, the
most frequent first, each with the smallest week that shows it.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.support.differing import Difference, Told, differences, reduced
from tests.support.mistakes import Mended, mended_weeks
from tests.support.telling import Answer, Run, Teller, Telling, tried
from tests.support.weeks import Fact, Week, day_by_day, newest_first, shuffled, weeks

WORKER = Path(__file__).with_name("worker.py")
UNSHOWN = ("thanks", "apology")  # what the history of older builds does not list
MEMORY = Path("/dev/shm")  # noqa: S108 - only a place that is fast


@contextmanager
def build(python: str, home: Path) -> Iterator[Run]:
    """A build of netlog that runs in a process of its own."""
    with subprocess.Popen(
        [python, str(WORKER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=home,
        env={"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    ) as process:
        asks, answers = process.stdin, process.stdout
        assert asks is not None
        assert answers is not None

        def run(argv: list[str], environment: Mapping[str, str]) -> Answer:
            print(json.dumps({"argv": argv, "environment": environment}), file=asks, flush=True)
            answer = answers.readline()
            assert answer, f"the build died of {argv}"
            return Answer(**json.loads(answer))

        yield run
        asks.close()


def examples(made_of: SearchStrategy[Told], number: int, start: int) -> list[Told]:
    """So many random weeks, the same for the same seed."""
    made: list[Told] = []

    @seed(start)
    @settings(
        max_examples=number,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(made_of)
    def make(week: Told) -> None:
        made.append(week)

    make()
    return made


class Comparison(Generic[Told]):
    """Weeks told twice, and what came of it."""

    def __init__(
        self, left: Telling[Told], right: Telling[Told], *, acknowledgements: bool = True
    ) -> None:
        self.tellings = (left, right)
        self.acknowledgements = acknowledgements
        self.refusals: Counter[str] = Counter()
        self.smallest: dict[str, tuple[Told, Difference]] = {}
        self.weeks: Counter[str] = Counter()
        self.differing = self.facts = self.left_out = 0

    def of(self, told: Iterable[Told], most: int) -> None:
        """Tell the weeks, and print what differs."""
        for week in told:
            self.compare(week)
        self.print(most)

    def compare(self, week: Told) -> None:
        """Tell a week, and keep what differs."""
        self.facts += len(week.facts)
        told, found = self._told(week)
        self.left_out += len(week.facts) - len(told.facts)
        self.differing += bool(found)
        for kind, difference in found.items():
            self.weeks[kind] += 1
            if kind not in self.smallest or len(told.facts) < len(self.smallest[kind][0].facts):
                self.smallest[kind] = (told, difference)

    def _told(self, week: Told) -> tuple[Told, dict[str, Difference]]:
        """The week without what either refuses, and the first difference of each kind.

        Of `history`, if it differs; else of `due`; else of the reports.
        """
        for rest, (left, right) in tried(week, self.tellings):
            week = rest
            for teller in (left, right):
                for label, words in teller.refused.items():
                    if words.startswith("crashed"):
                        return week, {words: Difference(words, label, None, None)}
            self._count_refusals(week, left, right)
        found: dict[str, Difference] = {}
        before, after = (self._said(teller, week.asked) for teller in (left, right))
        for part in before:  # what `history` shows explains what `due` and `report` make of it
            for difference in differences({part: before[part]}, {part: after[part]}):
                found.setdefault(_place(difference.kind), difference)
            if found:
                break
        return week, found

    def _count_refusals(self, week: Told, left: Teller, right: Teller) -> None:
        verbs = {fact.label: fact.verb for fact in (*week.facts, *week.ending)}
        for name, ours, others in (("left", left, right), ("right", right, left)):
            for label in ours.refused.keys() - others.refused.keys():
                if label in verbs:
                    refusal = f"{verbs[label]}: {_plain(ours.refused[label])}"
                    self.refusals[f"{name} only: {refusal}"] += 1

    def _said(self, teller: Teller, asked: date) -> dict[str, Any]:
        said = teller.says(asked)
        if not self.acknowledgements:
            events = said["history"]["items"]
            said["history"]["items"] = [one for one in events if one["kind"] not in UNSHOWN]
        return said

    def shrink(self, kind: str) -> None:
        """Leave out of the smallest week what the difference does not need."""
        smallest: Told = reduced(self.smallest[kind][0], lambda less: kind in self._told(less)[1])
        self.smallest[kind] = (smallest, self._told(smallest)[1][kind])

    def print(self, most: int) -> None:
        """The kinds of differences, the most frequent first."""
        number = self.differing
        print(
            f"{number} weeks differ; {self.left_out} of {self.facts} facts were left out, refused"
        )
        for refusal, times in self.refusals.most_common():
            print(f"  refused by the {refusal} ({times})")
        for kind, times in self.weeks.most_common(most):
            self.shrink(kind)
            week, difference = self.smallest[kind]
            print(f"\n{kind}: {times} weeks")
            for fact in (*week.facts, *week.ending):
                print(f"    {fact}")
            print(f"  asked on {week.asked}: {difference.where}")
            print(f"    left:  {_short(difference.left)}\n    right: {_short(difference.right)}")


def _place(kind: str) -> str:
    """The kind without the field, because one change in an item shows in several fields."""
    place = re.match(r"(history items \w+ items [\w-]+|due items [\w-]+|report) \w+$", kind)
    return place[1] if place else kind


def _plain(text: str) -> str:
    return "".join("#" if letter.isdigit() else letter for letter in text)


def _short(value: object, most: int = 400) -> str:
    text = json.dumps(value)
    return text if len(text) <= most else text[:most] + "..."


@dataclass
class Tellers:
    """Makes somebody to tell a week to, with a ledger of its own in a folder."""

    run: Run
    folder: Path
    on_the_day: bool = False
    number: int = 0

    def __call__(self) -> Teller:
        """One more; of the ledgers before, only the last is kept."""
        shutil.rmtree(self.folder / str(self.number - 1), ignore_errors=True)
        self.number += 1
        return Teller(self.run, self.folder / str(self.number), self.on_the_day)


def any_other(week: Week) -> list[Fact]:
    """Not day by day."""
    return (newest_first if week.dice % 2 else shuffled)(week)


def main() -> None:
    """Read the options, tell the weeks, print what differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--new", metavar="PYTHON", default=sys.executable, help="the interpreter of this build"
    )
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--old", metavar="PYTHON", help="two builds: the other one's interpreter")
    how.add_argument("--orders", action="store_true", help="one build, two orders")
    how.add_argument("--mended", action="store_true", help="one build, with and without mistakes")
    parser.add_argument("--weeks", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=30, help="print so many kinds")
    options = parser.parse_args()
    with ExitStack() as stack:
        place = MEMORY if MEMORY.is_dir() else None
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=place)))
        new = stack.enter_context(build(options.new, folder))
        old = stack.enter_context(build(options.old, folder)) if options.old else new
        left, right = Tellers(old, folder / "left"), Tellers(new, folder / "right")
        wanted = (options.weeks, options.seed)
        if options.mended:
            flawless, mistaken = Telling(Mended.flawless, left), Telling(Mended.mistaken, right)
            Comparison(flawless, mistaken).of(examples(mended_weeks(), *wanted), options.most)
        elif options.orders:
            in_order, otherwise = Telling(day_by_day, left), Telling(any_other, right)
            Comparison(in_order, otherwise).of(examples(weeks(), *wanted), options.most)
        else:
            left.on_the_day = right.on_the_day = True
            before, now = Telling(day_by_day, left), Telling(day_by_day, right)
            told = examples(weeks(told_late=False, of_before=True), *wanted)
            Comparison(before, now, acknowledgements=False).of(told, options.most)


if __name__ == "__main__":
    main()
