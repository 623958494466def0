"""Provoke the faults that netlog must survive, and print what came of it.

    python -m tests.faults                       the quick setting, as in .ci/run
    python -m tests.faults --full                the sizes that docs/trust.md has figures of
    python -m tests.faults --only kills joins    some of them
    python -m tests.faults --only flips --points 200 --seed 7

Each fault is provoked in a process of its own, and draws its points at random: the same seed gives
the same ones. The exit code is 1 where something came out wrong.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from tests.faults.fault import SHOWN, Figure
from tests.faults.faults import FAULTS, provoked
from tests.faults.tracing import can_trace


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [fault.name for fault in FAULTS]
    parser.add_argument("--full", action="store_true", help="at all the points that are promised")
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--points", type=int, help="at so many points of each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="so many faults at once")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    """Read the options, provoke, print."""
    options = _options(argv)
    chosen = [fault for fault in FAULTS if fault.name in (options.only or [fault.name])]
    sizes = {
        fault.name: options.points or (fault.full if options.full else fault.quick)
        for fault in chosen
    }
    chosen = [fault for fault in chosen if sizes[fault.name]]
    if not can_trace():
        print("kills, power and errors are left out: they need Linux on x86-64, and rights")
        chosen = [fault for fault in chosen if not fault.is_traced]
    print(f"{'':11} {'points':>7} {'wrong':>6} {'seconds':>8}", flush=True)
    failed = False
    with ProcessPoolExecutor(
        options.jobs, multiprocessing.get_context("spawn"), max_tasks_per_child=1
    ) as pool:
        running = [
            pool.submit(provoked, fault.name, sizes[fault.name], options.seed) for fault in chosen
        ]
        for each in running:
            figure = each.result()
            failed |= figure.is_wrong
            _print(figure, options.seed)
    return int(failed)


def _print(figure: Figure, seed: int) -> None:
    fault, wrong = figure.fault, figure.wrong
    print(
        f"{fault.name:11} {figure.points:>7,} {len(wrong):>6,} {figure.seconds:>8.1f}  {fault.what}"
    )
    for each in wrong[:SHOWN]:
        print(f"    {each}")
    if len(wrong) > SHOWN:
        print(f"    and {len(wrong) - SHOWN} more")
    if wrong:
        again = f"--only {fault.name} --points {figure.points} --seed {seed}"
        print(f"    again: python -m tests.faults {again}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
