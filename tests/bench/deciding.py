"""Whom to refer, in a ledger of 1,000,000 obligations: `python -m tests.bench.deciding`.

Two questions are timed as whole processes, like those of `tests.bench.start_up`. The ranking of
everybody is timed from inside, start-up aside, against SQLite alone, which groups the same
obligations by debtor in two ways: how many each kept in time, judged by the day they were closed,
and the same with the settlements joined, without which nobody knows what was kept at all. The first
screen of `report me` is timed against the same sums by SQL alone (`tests.bench.my_record`).
"""

import argparse
import gc
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from netlog.domain.score.population import HALF_LIFE_DAYS
from tests.bench.generate import generate
from tests.bench.my_record import my_record
from tests.bench.start_up import (
    LARGE,
    NETLOG,
    READ,
    Candidate,
    baselines,
    lines,
    time_all,
    typical_contacts,
)
from tests.support.program import TODAY

SKILL, SKILLED = "shortlisted", 100
RUNS = 11
MOST_MEBIBYTES = 200
BY_DAY = "SELECT debtor_id, count(*), sum(closed_on <= due_on) FROM obligation GROUP BY debtor_id"
BY_SETTLEMENT = (
    "SELECT o.debtor_id, count(*), sum(s.ending = 'kept' AND s.settled_on <= o.due_on)"
    " FROM obligation o LEFT JOIN settlement s ON s.obligation_id = o.id GROUP BY o.debtor_id"
)


def give_skills(ledger: Path) -> None:
    """Let 100 contacts, spread over all, have one skill."""
    with closing(sqlite3.connect(ledger)) as connection, connection:
        ids = [key for (key,) in connection.execute("SELECT id FROM contact WHERE NOT is_me")]
        for key in ids[:: max(len(ids) // SKILLED, 1)][:SKILLED]:
            connection.execute(
                "INSERT INTO detail (contact_id, kind, value, key) VALUES (?, 'skill', ?, ?)",
                (key, SKILL, SKILL),
            )


def grouping(ledger: Path, statement: str) -> float:
    """The seconds that SQLite takes to group the obligations by debtor."""
    with closing(sqlite3.connect(ledger)) as connection:
        start = perf_counter()
        connection.execute(statement).fetchall()
        return perf_counter() - start


def ranking(ledger: Path) -> float:
    """The seconds that the ranking of everybody takes, without the collector, as in the program."""
    from netlog.config import Settings
    from netlog.views.population import population_of
    from netlog.views.ranking import places
    from netlog.views.reader import reading

    gc.disable()
    with reading(Settings(ledger, date.fromisoformat(TODAY))) as opened:
        start = perf_counter()
        places(opened, None, population_of(opened, anew=True))
        return perf_counter() - start


def on_me(ledger: Path) -> float:
    """The seconds that the sums of my own report take, what was learned being there."""
    from netlog.config import Settings
    from netlog.views.population import population_of
    from netlog.views.reader import reading
    from netlog.views.report import assessed_by

    gc.disable()
    settings = Settings(ledger, date.fromisoformat(TODAY), cache=ledger.parent)
    with reading(settings) as opened:
        population_of(opened)
        start = perf_counter()
        assessed_by(opened, opened.contact("me"), whole=False)
        return perf_counter() - start


def sums_on_me(ledger: Path) -> float:
    """The seconds that SQLite takes for the same sums."""
    start = perf_counter()
    my_record(ledger, TODAY, HALF_LIFE_DAYS)
    return perf_counter() - start


def most_memory() -> float:
    """The most mebibytes that this process had, not counting the one it was forked from."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


MEASURED = {
    "GROUP BY debtor": lambda ledger: grouping(ledger, BY_DAY),
    "GROUP BY debtor, settlements joined": lambda ledger: grouping(ledger, BY_SETTLEMENT),
    "the whole ranking": ranking,
    "my record in SQL": sums_on_me,
    "the report on me": on_me,
}
BESIDE = {
    "GROUP BY debtor": "the whole ranking",
    "GROUP BY debtor, settlements joined": "the whole ranking",
    "my record in SQL": "the report on me",
}


def compare(ledger: Path, runs: int) -> None:
    """Print what these take beside what SQLite takes, each in processes of its own."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in MEASURED}
    for _ in range(runs):
        for name in MEASURED:
            argv = [sys.executable, "-m", "tests.bench.deciding", "--measure", name, str(ledger)]
            printed = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
            seconds, mebibytes = map(float, printed.split())
            taken[name].append((seconds, mebibytes))
    typical = {name: median(seconds for seconds, _ in figures) for name, figures in taken.items()}
    for name, figures in taken.items():
        most, other = max(mebibytes for _, mebibytes in figures), BESIDE.get(name)
        ratio = f"  {other} takes {typical[other] / typical[name]:.2f} times that" if other else ""
        print(f"{name:36}{typical[name] * 1000:8.0f} ms {most:6.0f} MiB{ratio}")
    print(f"(they may take 1.5 times that, and {MOST_MEBIBYTES} MiB)")


def main() -> None:
    """Generate the ledger, or take one that is there, and print the comparisons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--size", type=int, default=LARGE)
    parser.add_argument("--ledger", type=Path, help="one that is there; it is copied")
    parser.add_argument("--measure", nargs=2, metavar=("WHAT", "LEDGER"))
    options = parser.parse_args()
    if options.measure:
        what, ledger = options.measure
        seconds = MEASURED[what](Path(ledger))
        print(seconds, most_memory())
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        if options.ledger:
            shutil.copy(options.ledger, path)
        else:
            generate(path, options.size)
        give_skills(path)
        name, _ = typical_contacts(path)
        size = f"{options.size:,}"
        candidates = [
            *baselines(path)[:1],
            Candidate(f"report NAME, {size}", (NETLOG, "report", name), path, READ, 1.6),
            Candidate(
                f"report --for, {size}",
                (NETLOG, "report", "--for", SKILL),
                path,
                READ,
                1.6,
            ),
        ]
        print("\n".join(lines(candidates, time_all(candidates, options.runs))))
        compare(path, max(options.runs // 3, 3))


if __name__ == "__main__":
    main()
