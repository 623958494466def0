"""What an import and its undo cost beside a bare script: `python -m tests.bench.importing`.

The script (`baseline_import`) takes the same file apart and writes the same contacts, details and
words, and as much of a journal. The processor's seconds of whole processes, and the most memory of
each, the best of some runs; neither collects garbage. Nothing fails where a target is missed.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from netlog.ledger.file.create import founding
from tests.bench.start_up import NETLOG
from tests.support.program import environment

COUNT, RUNS, TARGET, MOST_MEMORY = 100_000, 3, 4.0, 250


class Cost(NamedTuple):
    """What a process took: seconds of the processor, and MiB at most."""

    seconds: float
    memory: float


def table(count: int) -> Iterator[str]:
    """Contacts as in a spreadsheet."""
    yield "Name,Email,Company,Phone,Tags\r\n"
    for n in range(count):
        yield (
            f'Person {n},person{n}@example.com,"Firm {n % 500}, Inc.",+1 555 {n:07},'
            '"tax, payroll"\r\n'
        )


def vcards(count: int) -> Iterator[str]:
    """Contacts as a phone writes them."""
    for n in range(count):
        yield (
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{n};Person;;;\r\nFN:Person {n}\r\n"
            f"EMAIL;TYPE=INTERNET:person{n}@example.com\r\nTEL;TYPE=CELL:+1 555 {n:07}\r\n"
            f"ORG:Firm {n % 500}\\, Inc.;\r\nCATEGORIES:tax,payroll\r\nEND:VCARD\r\n"
        )


def cost(argv: Sequence[str], settings: Mapping[str, str]) -> Cost:
    """Run a process to its good end."""
    with subprocess.Popen(
        argv, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{argv} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(costs: Sequence[Cost]) -> Cost:
    """The least time, and the most memory."""
    return Cost(min(each.seconds for each in costs), max(each.memory for each in costs))


def is_alike(ledger: Path, bare: Path) -> bool:
    """Whether both wrote the same rows, compared by SQLite: who is large begets large processes."""
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("ATTACH ? AS bare", (str(bare),))
        return not any(
            connection.execute(f"SELECT * FROM {one} EXCEPT SELECT * FROM {other}").fetchone()
            for table in ("contact", "detail", "word")
            for one, other in (
                (f"main.{table}", f"bare.{table}"),
                (f"bare.{table}", f"main.{table}"),
            )
        )


def compare(folder: Path, kind: str, file: Path, runs: int) -> Mapping[str, Cost]:
    """What the script, the import, its undo and its redo cost."""
    ledger, bare = folder / "ledger" / "netlog.db", folder / "bare.db"
    settings = dict(environment(ledger, HOME=str(folder)))
    taken: dict[str, list[Cost]] = {}
    script = (sys.executable, "-m", "tests.bench.baseline_import", kind, str(file), str(bare))
    commands = ("import", NETLOG, "import", str(file), "--yes"), ("undo", NETLOG, "undo")
    for _ in range(runs):
        shutil.rmtree(ledger.parent, ignore_errors=True)
        bare.unlink(missing_ok=True)
        with founding(bare) as connection:
            connection.keep()
        taken.setdefault("bare", []).append(cost(script, settings))
        for name, *argv in (*commands, ("redo", NETLOG, "redo")):
            taken.setdefault(name, []).append(cost(argv, settings))
    if not is_alike(ledger, bare):
        raise SystemExit("The script wrote other rows than netlog.")
    return {name: best(costs) for name, costs in taken.items()}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.importing")
    parser.add_argument("--count", type=int, default=COUNT, help="of rows and of cards")
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netlog-bench-") as folder:
        for kind, content in (("csv", table), ("vcard", vcards)):
            file = Path(folder) / f"people.{kind}"
            with file.open("w", encoding="utf-8", newline="") as written:
                written.writelines(content(chosen.count))
            costs = compare(Path(folder), kind, file, chosen.runs)
            for name, (seconds, memory) in costs.items():
                ratio = seconds / costs["bare"].seconds
                holds = "yes" if ratio <= TARGET and memory <= MOST_MEMORY else "no"
                print(
                    f"{kind:<6} {chosen.count:,} {name:<7}{seconds:7.2f} s {memory:6.0f} MiB"
                    f"{ratio:6.2f} times  {holds}"
                )


if __name__ == "__main__":
    main()
