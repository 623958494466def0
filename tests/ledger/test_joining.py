"""A join is all or nothing, whenever it is killed, and its copy of before with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ledger.test_killed_writer import put_back, traced, without_moments
from tests.support.killing import Killing, spread
from tests.support.ledgers import dump, faults
from tests.support.program import Result, environment

Netlog = Callable[..., Result]


@traced
@pytest.mark.parametrize("most", [2, pytest.param(10_000, marks=pytest.mark.sweep)])
def test_a_join_is_killed_at_its_system_calls(most: int, ledger: Path, netlog: Netlog) -> None:
    netlog("meet", "Ann")
    other = ledger.with_name("laptop.db")
    shutil.copy(ledger, other)
    netlog("meet", "Bob")
    for line in (["meet", "Cyd"], ["thank", "Ann"], ["edit", "e1", "--at", "Club"]):
        netlog("--ledger", str(other), *line)
    state = {one.name: one.read_bytes() for one in ledger.parent.iterdir()}
    before = dump(ledger)
    killing = Killing(["-m", "netlog", "join", str(other)], environment(ledger), ledger.parent)
    points = killing.points()
    after = dump(ledger)
    assert after != before
    for point in spread(points, most):
        put_back(ledger, state)
        killing.at(point)
        netlog("due")
        left = without_moments(dump(ledger))
        assert left in (without_moments(before), without_moments(after))
        assert faults(ledger) == []
        assert other.read_bytes() == state[other.name]
        netlog("join", str(other))
        assert without_moments(dump(ledger)) == without_moments(after)
