"""The morning's list on screens of any width: a line each, and names in one piece."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given
from tests.cli.test_hostile import SGR, on_terminal

HEADS = ("You owe", "Check in", "Owed to you")
LONG = ("Alexander Hamiltons", "Christopher Columbus")  # 19 and 20 columns
MORNING = f"""
2026-11-01 meet "{LONG[0]}" "Sam Fox" --on 2026-10-31
2026-11-01 promise "send the slides of the talk" --to "{LONG[0]}" --due 2026-11-20
2026-11-01 promise "email two referrals" --by "{LONG[1]}" --times 2 --due 2026-11-10
2026-11-01 reach "{LONG[1]}" --via phone
2026-11-03 reach "{LONG[1]}" --via phone
2026-11-05 reach "{LONG[1]}" --via email
"""
INTRODUCED = f'2026-11-06 intro "{LONG[0]}" "{LONG[1]}" --for handbook'


def shown(ledger: Path, columns: int) -> list[str]:
    return SGR.sub("", on_terminal(ledger, "due", "--all", columns=columns)[1]).splitlines()


def rows(lines: list[str]) -> list[str]:
    """The lines between the headings and the counts, without the blank ones."""
    ends = next(number for number, line in enumerate(lines) if " open · " in line)
    return [line for line in lines[:ends] if line.strip() and not line.strip().startswith(HEADS)]


@pytest.fixture(autouse=True)
def _morning(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, MORNING)


def test_at_80_columns_each_has_one_line(ledger: Path) -> None:
    lines = rows(shown(ledger, 80))
    assert len(lines) == 7
    assert all(len(line) <= 80 and line[:3].strip().isdigit() for line in lines)


@pytest.mark.parametrize("columns", [200, 100, 80, 65])
def test_no_name_is_broken(netlog: Netlog, ledger: Path, columns: int) -> None:
    given(netlog, ledger, INTRODUCED)
    first, *lines = shown(ledger, columns)
    assert max(map(len, lines)) <= columns
    begins = first.index("You owe")
    named = [line[begins:] for line in rows(lines) if line[begins] != " "]
    whole = [name for name in named if name.startswith((*LONG, "Sam Fox"))]
    assert len(whole) == len(named) >= 11


LAYOUTS = {
    97: "2 Nov 19 days late 31 Oct, e1",
    91: "2 Nov 19 days late e1",
    83: "19 days late e1",
    80: "19 days late",
}


@pytest.mark.parametrize("columns", LAYOUTS)
def test_what_gives_way_first_is_said_by_the_rest(ledger: Path, columns: int) -> None:
    said = shown(ledger, columns)[1].partition("meeting")[2]
    assert " ".join(said.split()) == LAYOUTS[columns]


def test_forty_columns_are_enough(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, INTRODUCED)
    assert max(map(len, shown(ledger, 40))) <= 40
