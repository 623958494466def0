"""What a fault is, and the figure that provoking it gives."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.bench import Bench

SHOWN = 5


@dataclass(frozen=True)
class Fault:
    """Something that netlog must survive.

    Attributes:
        name: what `--only` calls it.
        what: what its points are.
        quick: how many of them there are in `.ci/run`; 0 where it takes too long for that.
        full: how many of them there are with `--full`.
        provoke: for each point, what came out wrong and how it can be seen again, or "".
        allowed: which part of the points may come out wrong.
        is_traced: whether a process has to be stopped at its system calls for it.
    """

    name: str
    what: str
    quick: int
    full: int
    provoke: Callable[[Bench, int, Random], Iterator[str]]
    allowed: float = 0.0
    is_traced: bool = False


@dataclass
class Figure:
    """What came of a fault that was provoked so often."""

    fault: Fault
    points: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0  # of the processor, in this process and those that it began

    @property
    def is_wrong(self) -> bool:
        """Whether more came out wrong than may, or nothing was provoked at all."""
        return not self.points or len(self.wrong) > self.fault.allowed * self.points


def figure_of(fault: Fault, size: int, seed: int, folder: Path) -> Figure:
    """Provoke a fault at so many points; the same seed gives the same points."""
    figure = Figure(fault)
    chance = Random(f"{fault.name} {seed}")  # noqa: S311 - it has to be repeatable
    with Bench(folder) as bench:
        try:
            for wrong in fault.provoke(bench, size, chance):
                figure.points += 1
                figure.wrong += [wrong] if wrong else []
        except KeyboardInterrupt:
            figure.wrong.append("given up")
    figure.seconds = sum(os.times()[:4])
    return figure
