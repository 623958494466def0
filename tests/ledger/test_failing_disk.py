"""A disk that reports errors: what a command says of it is so, also where it is too late."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from tests.ledger.test_killed_writer import folder, put_back, without_moments
from tests.support.killing import CALLS, Killing, strace_works
from tests.support.ledgers import dump, faults
from tests.support.program import Result, environment

pytestmark = pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")

# The ledger was not written, could not even be read, or the output could not.
WHY = ("Nothing was written", "cannot be read", "output cannot be written")
ALL = f"{CALLS},fcntl,close"


@pytest.mark.parametrize(
    ("exists", "for_ever", "calls", "most"),
    [
        (True, False, "fdatasync,fcntl", 3),
        (False, False, "fsync,close", 3),
        *(
            pytest.param(*how, ALL, 10_000, marks=pytest.mark.sweep)
            for how in product((True, False), repeat=2)
        ),
    ],
)
def test_what_is_said_of_an_error_is_so(
    exists: bool,
    for_ever: bool,
    calls: str,
    most: int,
    ledger: Path,
    netlog: Callable[..., Result],
) -> None:
    if exists:
        netlog("meet", "Dana Park")
    state = {one.name: one.read_bytes() for one in folder(ledger).iterdir()}
    before = without_moments(dump(ledger))
    killing = Killing(["-m", "netlog", "meet", "Sam"], environment(ledger), ledger.parent)
    points = killing.points(calls=calls)
    after = without_moments(dump(ledger))
    for point in points[-most:]:
        put_back(ledger, state)
        ended = killing.failing(point, "EIO", for_ever=for_ever)
        now = without_moments(dump(ledger))
        assert "Traceback" not in ended.stderr
        if ended.returncode == 0:
            assert now == after
            assert "Undo with" in ended.stdout
        elif "may have been written" not in ended.stderr:
            assert now == before, (point, ended.stderr)
            assert any(why in ended.stderr for why in WHY), (point, ended.stderr)
        if ledger.exists():
            assert faults(ledger) == []
