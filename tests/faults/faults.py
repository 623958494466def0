"""The faults, in the order in which they are provoked, each with how often."""

import tempfile
from pathlib import Path

from tests.faults import (
    canary,
    crowd,
    errors,
    flips,
    joins,
    kills,
    mutants,
    power,
    strings,
    wrong_files,
)
from tests.faults.fault import Fault, Figure, figure_of
from tests.support import collector

MEMORY = Path("/dev/shm")  # noqa: S108 - only a place that is fast

FAULTS = (
    Fault("kills", "kill -9 in commands that write", 25, 1_200, kills.provoke, is_traced=True),
    Fault("power", "states after a power cut", 120, 20_000, power.provoke, is_traced=True),
    Fault(
        "errors", "errors of the disk, once or lasting", 25, 1_200, errors.provoke, is_traced=True
    ),
    Fault("crowd", "commands, 64 processes at once", 64, 5_000, crowd.provoke),
    Fault("flips", "ledgers with flipped bits and bytes", 40, 5_000, flips.provoke),
    Fault("files", "files that are no sound ledger", 30, 300, wrong_files.provoke),
    Fault("strings", "hostile texts in each field", 10, 100_000, strings.provoke),
    Fault("joins", "ledgers of which copies went apart", 2, 2_000, joins.provoke),
    Fault("canary", "ledgers in which somebody is forgotten", 10, 500, canary.provoke),
    Fault("mutants", "mistakes in the rules that no test notices", 0, 1_000, mutants.provoke, 0.1),
)


def provoked(name: str, size: int, seed: int) -> Figure:
    """The figure of a fault, provoked in a folder of its own."""
    collector.let_it_rest()
    fault = next(fault for fault in FAULTS if fault.name == name)
    place = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place, prefix="netlog-faults-") as folder:
        return figure_of(fault, size, seed, Path(folder))
