"""kill -9 at any call to the disk: the ledger is as before or as after, and works at once."""

from collections.abc import Iterator
from random import Random

from tests.faults.bench import Bench, first_of, short
from tests.faults.calls import CHANGING
from tests.faults.scenarios import COMMANDS, FOLDERS, Stage, wrong_after
from tests.faults.spots import END, Spot, drawn
from tests.faults.tracing import Kill


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """Kill every command that writes, at so many calls in all."""
    for stage, spot in drawn(bench, size, chance, {*CHANGING, END}, (*COMMANDS, *FOLDERS)):
        wrong = killed(bench, stage, spot)
        yield f"{stage.scenario.name}, killed at {spot}: {short(wrong)}" if wrong else ""


def killed(bench: Bench, stage: Stage, spot: Spot) -> str:
    """Kill the command there; what is wrong then."""
    bench.put_back(stage.files)
    spot.reached(bench, stage.scenario.program(bench), Kill())
    return first_of(wrong_after(bench, stage, is_acknowledged=spot.is_told))
