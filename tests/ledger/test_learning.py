"""Of how many people a population is learned, and of what of each."""

from datetime import date
from pathlib import Path

import pytest

from netlog.ledger.file.access import reading
from netlog.ledger.read import learning
from tests.cli.looking import Netlog, given

LINES = """
2026-03-02 meet Ada
2026-03-02 meet Bea
2026-03-02 meet Zoe
2026-03-02 meet Kim --no-due
2026-03-03 meet Ada
"""


@pytest.mark.parametrize(("most", "people"), [(1, 1), (2, 2), (3, 3), (4, 3)])
def test_of_so_many_who_owed_something_and_no_more(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch, most: int, people: int
) -> None:
    given(netlog, ledger, LINES)
    monkeypatch.setattr(learning, "MOST_PEOPLE", most)
    with reading(ledger) as connection:
        assert len([*learning.people(connection, date(2026, 4, 1))]) == people


def test_once_there_are_enough_nobody_else_is_read(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(netlog, ledger, LINES.replace(" --no-due", ""))
    monkeypatch.setattr(learning, "MOST_PEOPLE", 1)
    read: list[str] = []
    with reading(ledger) as connection:
        connection.set_trace_callback(read.append)
        assert len([*learning.people(connection, date(2026, 4, 1))]) == 1
    assert sum("FROM obligation" in statement for statement in read) == 1


def test_of_each_the_latest(netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given(netlog, ledger, LINES)
    monkeypatch.setattr(learning, "MOST_THINGS", 1)
    with reading(ledger) as connection:
        assert [len(each) for each in learning.people(connection, date(2026, 4, 1))] == [1, 1, 1]
