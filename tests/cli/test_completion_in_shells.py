"""Tab in real shells, on a pseudo-terminal: what is put in is what netlog then gets."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.looking import given
from tests.support.program import Result, environment
from tests.support.shells import STARTED, Shell

HISTORY = """
2026-11-03 meet "Dana Park" "Sam O'Dale" 'Ann "Ace" Lee' "Dora Parkin"
2026-11-03 intro Dana "Acme HR" --for "employee handbook"
2026-11-04 person "Cash $ Co" --email billing@cash.example
2026-11-04 person "Zo: Ë" --new
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


@pytest.fixture(params=STARTED)
def shell(
    request: pytest.FixtureRequest,
    netlog: Callable[..., Result],
    ledger: Path,
    tmp_path: Path,
) -> Iterator[Shell]:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    given(netlog, ledger, HISTORY)
    with Shell(request.param, tmp_path / "shell", environment(ledger)) as started:
        yield started


def test_what_is_completed_is_what_netlog_gets(shell: Shell) -> None:
    for typed, entered in (
        ("netlog than\tx", ["thank", "x"]),
        ("netlog thank dan\t", ["thank", "Dana Park"]),
        ("netlog thank sam\t", ["thank", "Sam O'Dale"]),
        ("netlog thank ann\t", ["thank", 'Ann "Ace" Lee']),
        ("netlog thank cash\t", ["thank", "Cash $ Co"]),
        ("netlog thank zo\t", ["thank", "Zo: Ë"]),
        ('netlog thank "dana p\t', ["thank", "Dana Park"]),
        ('netlog thank "cash\t', ["thank", "Cash $ Co"]),
        ("netlog thank 'sam\t", ["thank", "Sam O'Dale"]),
        ("netlog thank Dana\\ P\t", ["thank", "Dana Park"]),
        ("netlog thank dan\t--vi\tcar\t", ["thank", "Dana Park", "--via", "card"]),
        ("netlog meet Sam dor\t--by=m\t", ["meet", "Sam", "Dora Parkin", "--by=me"]),
        ("netlog problem e\tlate --with acm\t", ["problem", "e2", "late", "--with", "Acme HR"]),
        ("netlog thank billing@c\t", ["thank", "billing@cash.example"]),
    ):  # fmt: skip
        assert shell.complete(typed) == entered, (typed, shell.seen)


def test_names_and_ids_are_listed_with_what_they_are(shell: Shell) -> None:
    listed = shell.shown("netlog check \t\t")
    assert "ask Dana Park whether Acme HR answered" in listed
    assert "e2" in listed


def test_what_fits_several_is_not_overwritten_by_what_they_have_in_common(shell: Shell) -> None:
    listed = shell.shown("netlog thank par\t\t")
    assert "Dana" in listed
    assert "Dora" in listed
    if shell.name != "fish":  # whose list waits for a choice
        assert shell.complete("netlog thank par\t")[1] in ("par", "Dana Park")


def test_a_file_is_completed_where_one_belongs(shell: Shell) -> None:
    (shell.folder / "ledger-of-mine.db").touch()
    assert shell.complete("netlog due --ledger ledg\t") == ["due", "--ledger", "ledger-of-mine.db"]


def test_nothing_is_offered_or_told_where_there_is_no_ledger(shell: Shell, ledger: Path) -> None:
    ledger.write_bytes(b"not a ledger")
    assert shell.complete("netlog thank da\t") == ["thank", "da"]
    assert "not a" not in shell.seen
    assert ledger.read_bytes() == b"not a ledger"
