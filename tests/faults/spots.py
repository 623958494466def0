"""The places in a command at which something can happen to it: its calls on files of the ledger."""

import re
from collections.abc import Collection, Sequence
from random import Random
from typing import NamedTuple

from tests.faults.bench import Bench
from tests.faults.calls import KINDS
from tests.faults.scenarios import COMMANDS, Scenario, Stage, some, staged
from tests.faults.tracing import Call, Deed, Ended, Fail, Program, traced

STDOUT, END = "standard output", "exit_group"
_DRAFT = re.compile(r"\.[a-z0-9_]{8}\.new")


class Spot(NamedTuple):
    """One call of a command.

    Attributes:
        number: how many such calls come before it.
        name: what is called.
        file: on which file.
        calls: which calls count.
    """

    number: int
    name: str
    file: str
    calls: frozenset[str]

    def __str__(self) -> str:
        """Tell which it is."""
        return f"call {self.number}, {self.name} of {self.file}"

    @property
    def is_told(self) -> bool:
        """Whether the command is done by then, and says so."""
        return self.file == STDOUT or self.name == END

    def reached(self, bench: Bench, program: Program, deed: Deed, times: int = 1) -> Ended:
        """Run the program, and do that to it there, and to as many such calls after it."""
        count, done = 0, 0

        def see(call: Call) -> Deed:
            nonlocal count, done
            if not _file_of(call, bench, self.calls):
                return None
            count += 1
            is_alike = not isinstance(deed, Fail) or call.name == self.name
            if count > self.number and is_alike and done < times:
                done += 1
                return deed
            return None

        return traced(program, see)


def calls_of(bench: Bench, program: Program, calls: Collection[str]) -> list[Spot]:
    """The spots of a program, found by running it."""
    spots: list[Spot] = []
    watched = frozenset(calls)

    def see(call: Call) -> None:
        if file := _file_of(call, bench, watched):
            spots.append(Spot(len(spots), call.name, file, watched))

    ended = traced(program, see)
    assert ended.code == 0, ended.err
    return spots


def _file_of(call: Call, bench: Bench, calls: frozenset[str]) -> str:
    """What to call the file that a call is about, or "" where it does not count."""
    if call.name == END:
        return "the process" if END in calls else ""
    if call.name not in calls:
        return ""
    if call.name == "write" and call.handle == 1:
        return STDOUT
    home = str(bench.home)
    for file in call.files:
        if file.startswith(home):
            return _DRAFT.sub(".DRAFT.new", file.removeprefix(home + "/")) or "the home folder"
    return ""


def drawn(
    bench: Bench,
    size: int,
    chance: Random,
    calls: Collection[str],
    among: Sequence[Scenario] = COMMANDS,
) -> list[tuple[Stage, Spot]]:
    """So many spots of all the commands, drawn at random; the last one of each is among them."""
    assert set(calls) <= {kind.name for kind in KINDS.values()}
    last: list[tuple[Stage, Spot]] = []
    others: list[tuple[Stage, Spot]] = []
    for scenario in some(size, chance, among):
        stage = staged(bench, scenario)
        spots = calls_of(bench, scenario.program(bench), calls)
        *earlier, end = [(stage, spot) for spot in spots]
        last.append(end)
        others += earlier
    return last + chance.sample(others, max(0, min(len(others), size - len(last))))
