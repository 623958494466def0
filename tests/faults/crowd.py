"""Many processes at once: none is refused, and nothing that any of them told is lost."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import BinaryIO

from tests.faults.bench import Bench, short
from tests.faults.tracing import start
from tests.support.ledgers import query

AT_ONCE = 64


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """So many commands, never fewer than 64 of them at once, from the first one of a ledger on."""
    lines = [_line(number, chance) for number in range(size)]
    wrong = ["" for _ in lines]
    for number, code, err in _run(bench, lines):
        if code:
            wrong[number] = f"{' '.join(lines[number])}: exit {code}, {short(err)}"
    found = [str(note) for (note,) in query(bench.ledger, "SELECT note FROM event ORDER BY id")]
    told = {line[-1]: number for number, line in enumerate(lines) if "--note" in line}
    for note, number in told.items():
        if found.count(note) != 1 and not wrong[number]:
            wrong[number] = f"{' '.join(lines[number])}: it is there {found.count(note)} times"
    changes = query(bench.ledger, "SELECT count(*), max(id) FROM change")[0]
    doctor = bench.ask("doctor")
    if changes != (len(told), len(told)) or doctor.code:
        wrong[-1] = f"{len(told)} wrote, {changes} are in the journal; {short(doctor.out)}"
    yield from wrong


def _line(number: int, chance: Random) -> Sequence[str]:
    """A command, most of which write; the note tells which it was."""
    note = ("--note", f"number {number}")
    how = chance.randrange(10)
    if not how:
        return chance.choice([("due",), ("report",), ("history", "--limit", "5"), ("people",)])
    if how < 4:
        return ("meet", f"Guest {number}", "--new", *note)
    if how < 6:
        return ("promise", f"thing {number}", "--to", "Ann", *note)
    if how < 8:
        return ("reach", "Bob", *note)
    return ("intro", f"Client {number}", f"Provider {number}", "--new", *note)


def _run(bench: Bench, lines: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    """Run them all; the number of each, its exit code and what it said."""
    running: dict[int, tuple[int, BinaryIO]] = {}
    bench.ask("due")
    for number, line in enumerate(lines):
        if len(running) == AT_ONCE:
            yield _next(running)
        err = tempfile.TemporaryFile()  # noqa: SIM115 - closed when its process has ended
        with Path(os.devnull).open("wb") as out:
            running[start(bench.program(line), out, err)] = number, err
    while running:
        yield _next(running)


def _next(running: dict[int, tuple[int, BinaryIO]]) -> tuple[int, int, str]:
    process, status = os.wait()
    number, err = running.pop(process)
    with err:
        err.seek(0)
        return number, os.waitstatus_to_exitcode(status), err.read().decode("utf-8", "replace")
