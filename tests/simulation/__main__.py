"""Print how well the score does on made-up contacts: `python -m tests.simulation --help`."""

import argparse
from collections.abc import Mapping

from tests.simulation.contest import (
    BEST,
    BEST_CAUTIOUS,
    NETLOG,
    NETLOG_CAUTIOUS,
    NETLOG_MEAN,
    NOT_LEARNED,
    Contest,
    hold,
)
from tests.simulation.rivals import BASELINES
from tests.simulation.world import World
from tests.simulation.worlds import ELSEWHERE, HELD_OUT, LEDGER, TRAINING, WORLDS

METHODS = (*BASELINES, NOT_LEARNED, NETLOG_CAUTIOUS, NETLOG_MEAN, NETLOG, BEST_CAUTIOUS, BEST)
ESTIMATES = (*BASELINES, NETLOG_MEAN, BEST)


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    asked.add_argument("--ledgers", type=int, default=len(HELD_OUT), help="in each world")
    asked.add_argument("--size", type=int, default=LEDGER, help="contacts in each ledger")
    asked.add_argument("--training", action="store_true", help="the seeds of the tuning instead")
    asked.add_argument("--sensitivity", action="store_true", help="other worlds as well")
    chosen = asked.parse_args()
    seeds = (TRAINING if chosen.training else HELD_OUT)[: chosen.ledgers]
    usual = travel(WORLDS, seeds, chosen.size)
    compare(usual)
    if chosen.sensitivity:
        travel(ELSEWHERE, seeds, chosen.size)


def travel(worlds: Mapping[str, World], seeds: range, size: int) -> Contest:
    """Print how the ranking does in each world, and on average; return what came of the first."""
    print(
        "| world | not learned | mean alone | low end alone | netlog | interval"
        " | refer says | refer true |\n|---|---|---|---|---|---|---|---|"
    )
    contests = []
    for name, world in worlds.items():
        contest = hold(world, seeds, size)
        contests.append(contest)
        print(f"| {name} | {_ways([contest])} | {_promises(contest)} |", flush=True)
    print(f"| all of them | {_ways(contests)} | | | |\n")
    return contests[0]


def _ways(contests: list[Contest]) -> str:
    """How far each way to rank comes, without luck, on average."""
    methods = (NOT_LEARNED, NETLOG_MEAN, NETLOG_CAUTIOUS, NETLOG)
    ways = (
        sum(contest.expected_progress(method) for contest in contests) / len(contests)
        for method in methods
    )
    return " | ".join(f"{way:.1%}" for way in ways)


def _promises(contest: Contest) -> str:
    refer = contest.verdicts()["refer"]
    return f"{contest.coverage():.1%} | {refer.said:.1%} | {refer.true:.1%}"


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


if __name__ == "__main__":
    main()
