"""Print how well the score does on made-up contacts: `python -m tests.simulation --help`."""

import argparse

from tests.simulation.contest import (
    BEST,
    BEST_CAUTIOUS,
    NETLOG,
    NETLOG_CAUTIOUS,
    Contest,
    hold,
)
from tests.simulation.rivals import BASELINES
from tests.simulation.worlds import BASE, ELSEWHERE, HELD_OUT, TRAINING

METHODS = (*BASELINES, NETLOG_CAUTIOUS, NETLOG, BEST_CAUTIOUS, BEST)
ESTIMATES = (*BASELINES, NETLOG, BEST)


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    asked.add_argument("--draws", type=int, default=1000, help="choices among five, for each seed")
    asked.add_argument("--training", action="store_true", help="the seeds of the tuning instead")
    asked.add_argument("--sensitivity", action="store_true", help="other worlds as well")
    chosen = asked.parse_args()
    seeds = TRAINING if chosen.training else HELD_OUT
    compare(hold(BASE, seeds, chosen.draws))
    if chosen.sensitivity:
        travel(seeds[:2], chosen.draws)


def compare(contest: Contest) -> None:
    """Print the picks of every method, and whether what netlog says comes true."""
    print(f"{len(contest.contacts)} contacts, {contest.truth.mean():.1%} kept on time in truth\n")
    print(
        "| pick by | reliability of the pick | of the way to the best | without luck"
        " | error of the estimate |"
    )
    print("|---|---|---|---|---|")
    for method in METHODS:
        error = f"{contest.error(method):.3f}" if method in ESTIMATES else ""
        way = f"{contest.progress(method):.1%} ± {contest.progress_error(method):.1%}"
        expected = f"{contest.expected_progress(method):.1%}"
        print(f"| {method} | {contest.picked(method):.1%} | {way} | {expected} | {error} |")
    print(
        f"\n80 % interval: {contest.coverage():.1%} covered ({contest.best_coverage():.1%} best)\n"
    )
    print("| verdict | contacts | score says | truth | next one kept |")
    print("|---|---|---|---|---|")
    for word, said in contest.verdicts().items():
        print(
            f"| {word} | {said.count} | {said.said:.1%} | {said.true:.1%} | {said.happened:.1%} |"
        )


def travel(seeds: range, draws: int) -> None:
    """Print how the score does where the world differs from the one it was tuned in."""
    print("\n| world | plain Beta | cautious | netlog | interval | refer says | refer true |")
    print("|---|---|---|---|---|---|---|")
    for name, world in ELSEWHERE.items():
        contest = hold(world, seeds, draws)
        ways = [contest.progress(one) for one in ("plain Beta", NETLOG_CAUTIOUS, NETLOG)]
        refer = contest.verdicts()["refer"]
        print(
            f"| {name} |",
            " | ".join(f"{way:.1%}" for way in ways),
            f"| {contest.coverage():.1%} | {refer.said:.1%} | {refer.true:.1%} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
