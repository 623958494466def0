"""What each command costs on a large ledger: `python -m tests.bench.large LEDGER`.

Each is a process of its own, whose standard output is a terminal, or a pipe where it is to be
whole. What counts is the processor's time, which a busy machine changes least: until the first line
came, and in all. The ledger is copied first, as some of the commands write. Of a ledger that
`tests.bench.generate` wrote, nothing can be undone; with `--journal` the copy gets a million
changes.
"""

import argparse
import os
import pty
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.support.program import environment

NETLOG = str(Path(sys.executable).with_name("netlog"))
TICK = os.sysconf("SC_CLK_TCK")
CHANGES = 1_000_000


class Cost(NamedTuple):
    """The processor's seconds until the first line and in all, and the most mebibytes."""

    first: float
    whole: float
    mebibytes: float


def prepare(ledger: Path, changes: int) -> tuple[str, str]:
    """Give a ledger so many changes; return the names of two contacts of it."""
    from tests.bench.journal import fill
    from tests.bench.start_up import typical_contacts

    if changes:
        fill(ledger, changes)
    return typical_contacts(ledger)


def commands(name: str, other: str) -> Iterator[tuple[bool, Sequence[str]]]:
    """The commands about two contacts, each with whether a terminal reads it."""
    for typed in (
        "due",
        "due --all",
        "review",
        "match",
        "people",
        "find the",
        "find dana",
        "history",
        "history me",
        "history e1000",
        "report",
        "report me",
        "report --referrers",
        "undo --list",
        "undo",
        "redo",
        "config",
    ):
        yield True, typed.split()
    for verb in ("brief", "history", "report", "meet", "thank"):
        yield True, (verb, name)
    yield True, ("report", "Dnaa Qark")
    yield True, ("intro", name, other, "--for", "a quote")
    yield True, ("person", name, "--skill", "juggling")
    yield True, ("edit", "e1000", "--note", "late")
    yield True, ("delete", "e1000")
    yield True, ("merge", name, other)
    for typed in ("people --json", "find the --plain", "history --json", "undo --list --json"):
        yield False, typed.split()


def cost(argv: Sequence[str], ledger: Path, *, on_terminal: bool) -> Cost:
    """Run a command to its end."""
    reader, writer = pty.openpty() if on_terminal else os.pipe()
    process = subprocess.Popen(
        [NETLOG, *argv],
        env={**environment(ledger), "TERM": "xterm"},
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    first: float | None = None
    while _read(reader):
        first = _taken(process.pid) if first is None else first
    os.close(reader)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    whole = used.ru_utime + used.ru_stime
    return Cost(whole if first is None else first, whole, used.ru_maxrss / 1024)


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 1 << 16)
    except OSError:  # what a terminal whose program has ended says on Linux
        return b""


def _taken(pid: int) -> float:
    """The processor's seconds that a process had so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.large", description=__doc__)
    parser.add_argument("ledger", type=Path, metavar="LEDGER")
    parser.add_argument("--journal", action="store_true", help="with a million changes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.db"
        shutil.copy(chosen.ledger, ledger)
        # A process counts the memory of the one that it came from, so that one stays small.
        with ProcessPoolExecutor(1) as elsewhere:
            names = elsewhere.submit(prepare, ledger, CHANGES * chosen.journal).result()
        print("| command | first line | all of it | memory |\n|---|---|---|---|")
        for on_terminal, argv in commands(*names):
            first, whole, mebibytes = cost(argv, ledger, on_terminal=on_terminal)
            shown = " ".join(argv) + ("" if on_terminal else " (piped)")
            print(f"| {shown} | {first:.2f} s | {whole:.2f} s | {mebibytes:.0f} MiB |")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
