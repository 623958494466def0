"""Rows for scripts: on every command that lists, the fields that docs/scripting.md promises."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer.main

from netlog.cli.commands import build
from tests.cli.looking import given, refused, rows
from tests.docs import example_ledger
from tests.support.program import Result, run_process

Netlog = Callable[..., Result]
PAGE = Path(__file__).parents[2] / "docs" / "scripting.md"
PROMISED = dict(re.findall(r"^\| `([^`]+)` \| `([^`]+)` \|$", PAGE.read_text(), re.MULTILINE))
HISTORY = "\n".join(" ".join(step) for step in example_ledger.HISTORY)
# A command line that lists, and the one whose rows it has.
LINES = {
    "due --all": "due",
    "due Dana": "due",
    "people": "people",
    "history": "history",
    "history Dana": "history",
    "history e2": "history",
    "find a": "find",
    "find referrals": "find",
    "find nothing-like-that": "find",
    "report": "report",
    "report --for marketing": "report",
    "report --referrers": "report --referrers",
    "review": "review",
    "match": "match",
    "undo --list": "undo --list",
    "config": "config",
}


def cell(item: dict[str, Any], name: str) -> str:
    """A field of the document as a row has it."""
    value: Any = item
    for part in name.split("."):
        value = (value or {}).get(part)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)


@pytest.mark.parametrize(("line", "listing"), LINES.items())
def test_a_row_has_the_fields_that_are_promised(
    line: str, listing: str, netlog: Netlog, ledger: Path
) -> None:
    given(netlog, ledger, HISTORY)
    document = netlog(*shlex.split(line), "--json").json
    items = document.get("items", document.get("settings"))
    expected = [[cell(item, name) for name in PROMISED[listing].split()] for item in items]
    result = netlog(*shlex.split(line), "--plain")
    assert [row.split("\t") for row in result.out.splitlines()] == expected


def test_every_field_that_is_promised_is_in_some_item(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, HISTORY)
    for listing, names in PROMISED.items():
        lines = [line for line, of in LINES.items() if of == listing]
        documents = [netlog(*shlex.split(line), "--json").json for line in lines]
        items = [item for one in documents for item in one.get("items", one.get("settings"))]
        known = {name for item in items for name in item}
        if listing == "find":
            known.add("event")  # of what was noted with a settlement
        assert {name.split(".")[0] for name in names.split()} <= known


def test_every_command_that_can_is_promised() -> None:
    program: Any = typer.main.get_command(build(["--help"]))
    able = {
        name
        for name, command in program.commands.items()
        if any(param.name == "plain" for param in command.params)
    }
    assert able == {listing.split()[0] for listing in PROMISED}
    assert set(LINES.values()) == set(PROMISED)


def test_a_cell_holds_no_tab(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-20 meet Ann")
    rows(ledger, "UPDATE contact SET name = 'A' || char(9) || char(10) || 'n' WHERE name = 'Ann'")
    assert netlog("people", "--plain").out.startswith("A\\x09\\x0an\tperson\t")


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("config")])
def test_where_nothing_is_recorded_there_is_no_row(line: str, netlog: Netlog) -> None:
    if line == "history e2":
        netlog(*shlex.split(line), "--plain", code=3)
        return
    result = netlog(*shlex.split(line), "--plain")
    assert (result.out, result.err) == ("", "")


@pytest.mark.parametrize(
    "line",
    [
        *("due --plain --json", "people --json --plain", "report Dana --plain", "undo --plain"),
        *("report Dana --chronology --plain", "report --html x.html --plain"),
        *("config get owner --plain", "config set owner Ann --plain"),
    ],
)
def test_what_is_no_list_has_no_rows(line: str, netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, HISTORY)
    assert "--plain" in refused(netlog, ledger, *shlex.split(line), code=2).err


def test_rows_are_whole_off_a_terminal(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", *(f"Dana {'abcdefghij'[n % 10]}{n}" for n in range(60)), "--new", "--no-due")
    assert len(run_process(ledger, "people", "--plain").stdout.splitlines()) == 60
