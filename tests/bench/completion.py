"""What one Tab costs beside a bare Typer process: `python -m tests.bench.completion [--large]`.

As in `start_up`: whole processes that take turns, and the ratio of two medians of the same run.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.generate import generate
from tests.bench.start_up import LARGE, NETLOG, RUNS, SMALL
from tests.support.program import environment

TYPER = "import typer; app = typer.Typer(); app.command()(lambda: None); app()"
TARGET = 1.5
ASKED = {
    "a command": ["th"],
    "a name": ["thank", "da"],
    "any name": ["thank", ""],
    "a due item": ["done", ""],
    "an event": ["edit", "e1"],
    "an option": ["intro", "--"],
}


def milliseconds(argv: list[str], settings: dict[str, str]) -> float:
    """How long the process takes from start to end; it must end well."""
    begin = perf_counter()
    subprocess.run(
        argv, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True
    )
    return (perf_counter() - begin) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.completion")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each question")
    parser.add_argument("--large", action="store_true", help=f"on {LARGE:,} obligations")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netlog-bench-") as folder:
        ledger = Path(folder) / "ledger.db"
        generate(ledger, LARGE if chosen.large else SMALL)
        os.environ.setdefault("HOME", folder)
        plain = dict(environment(ledger))
        asking = {**plain, "_NETLOG_COMPLETE": "zsh"}
        taken: dict[str, list[float]] = {name: [] for name in ("bare Typer", *ASKED)}
        for _ in range(chosen.runs + 1):
            taken["bare Typer"].append(milliseconds([sys.executable, "-c", TYPER], plain))
            for name, words in ASKED.items():
                taken[name].append(milliseconds([NETLOG, *words], asking))
    bare = median(taken["bare Typer"][1:])
    for name, times in taken.items():
        ratio = median(times[1:]) / bare
        holds = "yes" if ratio <= TARGET else "no"
        print(f"{name:<12}{median(times[1:]):>8.1f} ms{ratio:>7.2f}  {holds}")


if __name__ == "__main__":
    main()
