"""Help: the short way in, examples that work, and a hint where something is mistyped."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.cli.app import COMMANDS
from netlog.cli.examples import EXAMPLES
from tests.cli.looking import files, given
from tests.docs import example_ledger
from tests.support.program import Result

Netlog = Callable[..., Result]
HISTORY = "\n".join(" ".join(step) for step in example_ledger.HISTORY)
LINES = [line for lines in EXAMPLES.values() for line in lines]


@pytest.mark.parametrize("line", LINES)
def test_an_example_works(line: str, netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, HISTORY)
    command, *_ = argv = shlex.split(line)
    for step in example_ledger.BEFORE.get(command, ()):
        netlog(*shlex.split(step), today=example_ledger.TODAY)
    result = netlog(*argv, today=example_ledger.TODAY)
    assert result.out or "--quiet" in argv
    assert result.err == ""


def test_the_examples_are_those_of_the_commands() -> None:
    assert set(EXAMPLES) == set(COMMANDS)
    for name, lines in EXAMPLES.items():
        assert {line.split()[0] for line in lines} == {name}


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_begins_with_two_examples(name: str, option: str, netlog: Netlog) -> None:
    first, second = EXAMPLES[name]
    lines = netlog(name, option).out.splitlines()
    assert lines[:3] == ["Examples:", f"  netlog {first}", f"  netlog {second}"]
    assert lines[4].startswith(f"Usage: netlog {name} ")


def test_the_usage_line_reads_as_it_is_typed(netlog: Netlog) -> None:
    assert "Usage: netlog intro CLIENT PROVIDER [OPTIONS]\n" in netlog("intro", "-h").out
    assert "Usage: netlog report [WHO] [OPTIONS]\n" in netlog("report", "-h").out


def test_help_lists_every_command(netlog: Netlog) -> None:
    out = netlog("--help").out
    assert [name for name in COMMANDS if f"\n  {name} " not in out] == []
    assert out == netlog("-h").out
    assert "..." not in out.partition("Commands:")[2], "a sentence is too long for its line"


def test_without_a_command_it_shows_the_short_way_in(netlog: Netlog, ledger: Path) -> None:
    result = netlog()
    assert result.err == ""
    assert len(result.out.splitlines()) < 10
    for word in ("netlog meet ", "netlog due", "netlog demo", "netlog --help"):
        assert word in result.out
    assert files(ledger) == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("meat", "meet"), ("thanks", "thank"), ("promised", "promise"), ("apologise", "apologize")],
)
def test_a_mistyped_command_is_recognised(typed: str, meant: str, netlog: Netlog) -> None:
    result = netlog(typed, "Dana", code=2)
    assert result.out == ""
    assert f"No such command '{typed}'. Did you mean '{meant}'" in result.err
    assert "netlog --help" in result.err


def test_a_mistyped_option_is_recognised(netlog: Netlog) -> None:
    result = netlog("check", "e1", "--hapy", code=2)
    assert "--happy" in result.err
    assert "netlog check --help" in result.err
