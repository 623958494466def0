"""What netlog costs beside the libraries it stands on: `python -m tests.bench.start_up [--large]`.

Whole processes are timed, as a person waits for them. The commands take turns (A B C A B C ...),
so that a busy moment of the machine hits all of them; what counts is the ratio of two medians of
the same run, not milliseconds. This is a benchmark: nothing fails where a target is missed.
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.generate import generate
from tests.support.program import environment

NETLOG = str(Path(sys.executable).with_name("netlog"))
HERE = Path(__file__).parent
RUNS = 21
SMALL, LARGE = 1_000, 1_000_000
READ, WRITE = "typer, rich, sqlite3", "typer, sqlmodel"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A process to time. `target` is the ratio to the baseline that the design allows."""

    name: str
    argv: Sequence[str]
    ledger: Path
    baseline: str | None = None
    target: float | None = None


def baselines(ledger: Path) -> list[Candidate]:
    """The processes that the others are compared with."""
    return [
        Candidate(READ, (sys.executable, str(HERE / "baseline_read.py")), ledger),
        Candidate(WRITE, (sys.executable, str(HERE / "baseline_write.py")), ledger),
    ]


def readers(ledger: Path, obligations: int) -> list[Candidate]:
    """The two questions that are asked most, with the ratios that they may cost."""
    name, _ = typical_contacts(ledger)
    size = f"{obligations:,}"
    return [
        Candidate(f"due, {size}", (NETLOG, "due"), ledger, READ, 1.15),
        Candidate(f"report NAME, {size}", (NETLOG, "report", name), ledger, READ, 1.35),
    ]


def writer(ledger: Path, obligations: int) -> Candidate:
    """An introduction of two known contacts; the ledger grows by it each time."""
    argv = (NETLOG, "intro", *typical_contacts(ledger), "--for", "a quote")
    return Candidate(f"intro, {obligations:,}", argv, ledger, WRITE, 1.3)


def typical_contacts(ledger: Path) -> tuple[str, str]:
    """The names of two contacts whose records are of middling length."""
    with closing(sqlite3.connect(ledger)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT c.name FROM contact c JOIN obligation o ON o.debtor_id = c.id"
                " WHERE NOT c.is_me AND c.kind = 'person' GROUP BY c.id ORDER BY count(*), c.id"
            )
        ]
    return names[len(names) // 2], names[len(names) // 2 + 1]


def time_all(candidates: Sequence[Candidate], runs: int) -> Mapping[str, float]:
    """The median milliseconds of each, taking turns, after one run each to warm up."""
    taken: dict[str, list[float]] = {one.name: [] for one in candidates}
    for one in candidates:
        milliseconds(one)
    for _ in range(runs):
        for one in candidates:
            taken[one.name].append(milliseconds(one))
    return {name: median(times) for name, times in taken.items()}


def milliseconds(candidate: Candidate) -> float:
    """How long the process takes from start to end; it must end well."""
    settings = dict(environment(candidate.ledger))
    begin = perf_counter()
    subprocess.run(
        candidate.argv,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return (perf_counter() - begin) * 1000


def lines(candidates: Iterable[Candidate], medians: Mapping[str, float]) -> list[str]:
    """The results as an aligned table."""
    told = [f"{'command':<24}{'median ms':>10}  {'baseline':<22}{'ratio':>6}{'target':>8}  holds"]
    for one in candidates:
        line = f"{one.name:<24}{medians[one.name]:>10.1f}"
        if one.baseline is not None and one.target is not None:
            ratio = medians[one.name] / medians[one.baseline]
            holds = "yes" if ratio <= one.target else "no"
            line += f"  {one.baseline:<22}{ratio:>6.2f}{one.target:>8.2f}  {holds}"
        told.append(line)
    return told


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.start_up")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each command")
    parser.add_argument("--large", action="store_true", help=f"also on {LARGE:,} obligations")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netlog-bench-") as folder:
        candidates = _candidates(Path(folder), large=chosen.large)
        print("\n".join(lines(candidates, time_all(candidates, chosen.runs))))


def _candidates(folder: Path, *, large: bool) -> list[Candidate]:
    small, growing = folder / "small.db", folder / "growing.db"
    generate(small, SMALL)
    generate(growing, SMALL)
    candidates = [*baselines(small), *readers(small, SMALL), writer(growing, SMALL)]
    if large:
        huge = folder / "large.db"
        generate(huge, LARGE)
        candidates += readers(huge, LARGE)
    return candidates


if __name__ == "__main__":
    main()
