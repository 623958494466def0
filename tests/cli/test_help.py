"""Help: the short way in, examples that work, and a hint where something is mistyped."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.cli.commands import COMMANDS
from netlog.cli.examples import EXAMPLES
from tests.cli.looking import files, given
from tests.docs import example_ledger
from tests.support.program import Result, environment

Netlog = Callable[..., Result]
HISTORY = "\n".join(" ".join(step) for step in example_ledger.HISTORY)
LINES = [line for lines in EXAMPLES.values() for line in lines]


@pytest.mark.parametrize("line", LINES)
def test_an_example_works(
    line: str, netlog: Netlog, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(netlog, ledger, HISTORY)
    monkeypatch.chdir(tmp_path)  # some write files
    command, *_ = argv = shlex.split(line)
    for name in example_ledger.OTHERS.get(command, ()):
        shutil.copy(ledger, name)
    for file in example_ledger.DOWNLOADS.iterdir():
        shutil.copy(file, file.name)
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
    assert out == netlog("-h").out == netlog("--help", "due").out == netlog("-h", "nothing").out
    headings = re.findall(r"^(\S.*):$", out, re.MULTILINE)
    assert headings[-7:-1] == [
        "Look", "Tell what happened", "Say how it ended", "Know people, and put right",
        "Bring in, take out", "Keep it safe",
    ]  # fmt: skip
    assert "..." not in out.partition("Look:")[2], "a sentence is too long for its line"


def test_without_a_command_it_shows_the_short_way_in(netlog: Netlog, ledger: Path) -> None:
    result = netlog()
    assert result.err == ""
    assert len(result.out.splitlines()) < 10
    for word in ("netlog meet ", "netlog due", "netlog demo", "netlog --help"):
        assert word in result.out
    assert files(ledger) == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("meat", "meet"), ("thanks", "thank"), ("promised", "promise"), ("search", "find")],
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


@pytest.mark.parametrize("option", ["--by", "-b", "--to", "-t", "--with"])
def test_an_option_of_other_commands_says_what_to_type_here(netlog: Netlog, option: str) -> None:
    assert "netlog edit EVENT --replace OLD NEW" in netlog("edit", "e1", option, "x", code=2).err
    assert "--replace" not in netlog("edit", "e1", "--bye", "x", code=2).err


def test_a_missing_value_points_to_the_command(netlog: Netlog) -> None:
    assert "netlog meet --help" in netlog("meet", "--on", code=2).err
    assert "netlog due --help" in netlog("due", "--ledger", code=2).err
    assert "  netlog --help" in netlog("--ledger", code=2).err


@pytest.mark.parametrize("word", ["list", "show", "status", "log", "search", "rm"])
def test_words_of_other_programs_are_understood(word: str, netlog: Netlog) -> None:
    err = netlog(word, "x", code=2).err
    proposed = re.findall(r"'(\w+)'", err.partition("Did you mean")[2])
    assert proposed
    assert set(proposed) <= set(COMMANDS)


def test_help_and_version_are_words_too(netlog: Netlog) -> None:
    assert netlog("help").out == netlog("--help").out
    assert netlog("help", "due").out == netlog("due", "--help").out
    assert netlog("version").out == netlog("--version").out
    netlog("help", "dui", code=2)


def test_apologise_is_apologize(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, HISTORY)
    out = netlog("apologise", "Ann", "--via", "phone", today=example_ledger.TODAY).out
    assert out.startswith("You apologised to Ann")
    assert netlog("help", "apologise").out == netlog("apologize", "--help").out


@pytest.mark.parametrize("line", ["--help", "meet --help", "help due", "--version"])
def test_a_reader_that_has_seen_enough_is_no_error(line: str, ledger: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        ended = subprocess.run(
            [sys.executable, "-m", "netlog", *line.split()],
            env=environment(ledger),
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("columns", [40, 59, 60, 80])
@pytest.mark.parametrize("line", ["", "due", "person", "completion"])
def test_help_breaks_between_words(
    line: str, columns: int, netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words(text: str) -> list[str]:
        return re.sub(r"-\s+", "-", text).split()  # a line may end after a hyphen

    wide = netlog(*line.split(), "--help").out
    monkeypatch.setenv("COLUMNS", str(columns))
    out = netlog(*line.split(), "--help").out
    told = out.split("Usage:", 1)[1]
    assert words(out) == words(wide)
    if line != "completion":  # whose recipes are lines to copy
        assert max(map(len, told.splitlines())) <= columns
