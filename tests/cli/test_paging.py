"""Long output on a real terminal goes through a pager; short output, pipes and scripts do not."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.looking import rows
from tests.cli.test_asking import Terminal
from tests.support.ledgers import meet_often
from tests.support.once import Once
from tests.support.program import Result, environment, run_process

Netlog = Callable[..., Result]
MANY = 40
MARK = "through the pager"
PAGER = f"sed 's/^/{MARK}: /'"


@pytest.fixture
def many(netlog: Netlog, ledger: Path, once: Once) -> Path:
    """A ledger of which every list is longer than a screen."""
    once(lambda: tell_many(netlog, ledger))
    return ledger


def tell_many(netlog: Netlog, ledger: Path) -> None:
    netlog("config", "set", "group_size", "never")  # all of them owe and are owed thanks
    netlog("meet", *(f"Dana {'abcdefghij'[n % 10]}{n}" for n in range(MANY)), "--new")
    meet_often(ledger, MANY + 1, "golf")
    rows(ledger, "DELETE FROM party WHERE event_id > 1 AND contact_id NOT IN (1, event_id)")


def shown(ledger: Path, *argv: str, pager: str = PAGER, **more: str) -> tuple[int, str]:
    terminal = Terminal(ledger, *argv, NETLOG_PAGER=pager, LINES="24", **more)
    return terminal.end(), terminal.shown


LONG = (
    ["history"],
    ["find", "golf"],
    ["people"],
    ["due", "--all"],
    ["due", "--all", "--json"],
    ["demo", "1"],
)


@pytest.mark.parametrize("line", LONG, ids=" ".join)
def test_what_is_longer_than_the_screen_goes_through_the_pager(many: Path, line: list[str]) -> None:
    code, text = shown(many, *line)
    plain = Terminal(many, *line, LINES="24")
    assert (code, plain.end()) == (0, 0)
    assert text.count(MARK) == len([one for one in text.splitlines() if MARK in one])
    assert text.count(MARK) >= MANY
    assert MARK not in plain.shown
    paged = [one.removeprefix(f"{MARK}: ") for one in text.splitlines()]
    assert sorted(paged) == sorted(plain.shown.splitlines())


@pytest.mark.parametrize("line", [["find", "b11"], ["history", "e2"], ["report", "dana a0"]])
def test_what_fits_is_simply_printed(many: Path, line: list[str]) -> None:
    code, text = shown(many, *line)
    assert code == 0
    assert "Dana" in text
    assert MARK not in text


def test_the_length_of_the_screen_decides(many: Path) -> None:
    few, more = ["history", "--limit", "2"], ["history", "--limit", "30"]
    assert MARK not in shown(many, *few)[1]
    assert MARK in shown(many, *more)[1]


def test_nothing_is_paged_off_a_terminal(many: Path) -> None:
    piped = run_process(many, "history", NETLOG_PAGER=PAGER)
    assert MARK not in piped.stdout
    assert piped.stdout.count("golf") == MANY


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager-anywhere", "'"])
def test_without_a_pager_it_is_simply_printed(many: Path, pager: str) -> None:
    code, text = shown(many, "history", pager=pager)
    assert (code, text.count("golf")) == (0, MANY)


def test_a_simple_terminal_has_no_pager(many: Path) -> None:
    assert MARK not in shown(many, "history", TERM="dumb")[1]


def test_the_pager_of_the_system_is_used_unless_netlog_has_its_own(many: Path) -> None:
    env = {"PAGER": PAGER, "LINES": "24"}
    usual = Terminal(many, "history", unset=("NETLOG_PAGER",), **env)
    usual.end()
    assert MARK in usual.shown
    assert MARK not in shown(many, "history", pager="", PAGER=PAGER)[1]


def test_a_reader_who_has_seen_enough_is_no_error(many: Path) -> None:
    code, text = shown(many, "history", pager="head -n 3")
    assert code == 0
    assert text.count("You met") < 5
    assert "Traceback" not in text


def test_hints_come_after_the_pages(many: Path) -> None:
    text = shown(many, "find", "golf", "--limit", "30")[1]
    assert text.splitlines()[-1].startswith(f"{MANY - 30} more; --limit")


def test_the_ledger_is_free_while_somebody_reads(many: Path, tmp_path: Path) -> None:
    script = tmp_path / "pager"
    script.write_text(
        f"#!/bin/sh\n{sys.executable} -m netlog meet Lee -q </dev/null >/dev/null 2>&1 &&"
        " echo written meanwhile\ncat >/dev/null\n"
    )
    script.chmod(0o755)
    assert "written meanwhile" in shown(many, "history", pager=str(script))[1]
    assert rows(many, "SELECT count(*) FROM event") == [(MANY + 2,)]


def test_a_question_is_asked_before_the_pages(many: Path) -> None:
    terminal = Terminal(many, "history", "dana a", NETLOG_PAGER=PAGER, LINES="3")
    terminal.wait_for("Which one?")
    terminal.type("1\n")
    assert terminal.end() == 0
    assert MARK not in terminal.shown.partition("Which one?")[0]
    assert MARK in terminal.shown


@pytest.mark.skipif(shutil.which("less") is None, reason="needs less")
def test_in_less_ctrl_c_is_for_less(many: Path) -> None:
    terminal = Terminal(many, "history", NETLOG_PAGER="less", LINES="24")
    terminal.wait_for(":")
    terminal.wait_for("Dana e4")
    os.killpg(terminal.process.pid, signal.SIGINT)
    terminal.type("G")
    terminal.wait_for("Dana j39")
    terminal.type("q")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.shown


def test_only_those_who_can_read_it_get_pages(many: Path) -> None:
    assert "NETLOG_PAGER" in environment(many)  # or every other test on a terminal would wait


@pytest.mark.skipif(shutil.which("less") is None, reason="needs less")
@pytest.mark.parametrize("own", ["-i", "-S", "FX"])
def test_less_shows_colours_whatever_its_own_options_forget(many: Path, own: str) -> None:
    terminal = Terminal(many, "people", NETLOG_PAGER="less", LESS=own, LINES="24")
    terminal.wait_for("Dana a10")
    terminal.type("q")
    assert terminal.end() == 0
    assert "ESC[" not in terminal.shown


@pytest.mark.parametrize("place", [0, 1], ids=["before", "after"])
def test_no_pager_stands_before_the_command_or_after_it(many: Path, place: int) -> None:
    line = ["history"]
    line.insert(place, "--no-pager")
    code, text = shown(many, *line)
    assert (code, text.count("golf")) == (0, MANY)
    assert MARK not in text
