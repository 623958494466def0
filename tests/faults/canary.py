"""Somebody is forgotten: no byte of their name is left in anything that netlog wrote."""

import os
import shutil
from collections.abc import Callable, Iterator
from random import Random

from tests.faults.bench import Bench, first_of, short
from tests.faults.calls import CHANGING
from tests.faults.spots import calls_of
from tests.faults.tracing import Kill, can_trace
from tests.support.canary import CANARY, LINES, traces
from tests.support.ledgers import query

FORGET = ("forget", CANARY, "--yes")
Setting = Callable[[Bench, Random], tuple[str, ...]]  # does something, and says how to forget


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """So many ledgers with the name in some of all fields, each in one of the settings."""
    for number in range(size):
        bench.put_back({})
        os.environ["NETLOG_LEDGER"] = str(bench.ledger)
        setting = SETTINGS[number % len(SETTINGS)]
        kept = [line for line in LINES if chance.random() < 0.7 or line == LINES[1]]
        for line in kept:
            bench.ask(*line)
        argv = setting(bench, chance)
        wrong = first_of(_wrong(bench, argv))
        yield f"{number}, {setting.__name__[1:]}: {short(wrong)}" if wrong else ""


def _wrong(bench: Bench, argv: tuple[str, ...]) -> Iterator[str]:
    said = bench.ask(*argv)
    if said.code:
        yield f"forget: exit {said.code}, {said.err}"
    if left := traces(bench.home):
        yield f"left in {left}"
    yield from bench.faults()
    doctor = bench.ask("doctor")
    if doctor.code:
        yield f"doctor: {doctor.out}"


def _alone(_bench: Bench, _chance: Random) -> tuple[str, ...]:
    return FORGET


def _with_what_netlog_remembers(bench: Bench, _chance: Random) -> tuple[str, ...]:
    for line in ("report", "doctor", "due", "match"):
        bench.ask(line)
    return FORGET


def _with_backups(bench: Bench, _chance: Random) -> tuple[str, ...]:
    bench.ask("backup")
    bench.ask("merge", "Dana Park", "Lee Ode")
    return (*FORGET, "--backups")


def _with_a_copy_beside(bench: Bench, _chance: Random) -> tuple[str, ...]:
    shutil.copy(bench.ledger, bench.ledger.with_name("ledger (Kim's conflicted copy).db"))
    return (*FORGET, "--backups")


def _restored(bench: Bench, _chance: Random) -> tuple[str, ...]:
    copy = bench.home / "copy.db"
    bench.tell(f"backup {copy}", "meet Zoe", f"restore {copy} --yes")
    copy.unlink()
    return (*FORGET, "--backups")


def _joined(bench: Bench, _chance: Random) -> tuple[str, ...]:
    copy = bench.home / "copy.db"
    shutil.copy(bench.ledger, copy)
    bench.ask("meet", CANARY, "--note", "Xyzzyva again")
    bench.tell(f"--ledger {copy} note '{CANARY}' 'Quuxly called'", f"join {copy} --same all")
    shutil.rmtree(copy.parent / "copy.db.backups", ignore_errors=True)
    copy.unlink()
    return (*FORGET, "--backups")


def _by_a_link(bench: Bench, _chance: Random) -> tuple[str, ...]:
    link = bench.home / "link.db"
    link.symlink_to(bench.ledger)
    os.environ["NETLOG_LEDGER"] = str(link)
    return FORGET


def _on_other_pages(bench: Bench, chance: Random) -> tuple[str, ...]:
    size = chance.choice([512, 4096, 16384])
    query(bench.ledger, f"PRAGMA page_size = {size}")
    query(bench.ledger, "VACUUM")
    return FORGET


def _with_gaps(bench: Bench, chance: Random) -> tuple[str, ...]:
    for number in range(chance.randrange(5, 20)):
        bench.ask("note", CANARY, "Xyzzyva " * chance.randrange(1, 200))
        bench.ask(*chance.choice([("undo",), ("delete", f"e{number + 1}"), ("due",)]))
    return FORGET


def _killed(bench: Bench, chance: Random) -> tuple[str, ...]:
    if not can_trace():
        return FORGET
    before = bench.state()
    spots = calls_of(bench, bench.program(FORGET), CHANGING)
    bench.put_back(before)
    chance.choice(spots).reached(bench, bench.program(FORGET), Kill())
    bench.ask("due")
    return ("due",) if bench.ask("brief", CANARY).code else FORGET


SETTINGS: tuple[Setting, ...] = (
    _alone,
    _with_what_netlog_remembers,
    _with_backups,
    _with_a_copy_beside,
    _restored,
    _joined,
    _by_a_link,
    _on_other_pages,
    _with_gaps,
    _killed,
)
