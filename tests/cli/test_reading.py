"""How a command line is read: the table "Reading the command line", kind by kind."""

import os
import shlex
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer.main

from netlog.cli.command import SHORT
from netlog.cli.commands import COMMANDS, build
from tests.cli.looking import files, given, refused, rows
from tests.cli.test_asking import Terminal
from tests.support.program import Result

Netlog = Callable[..., Result]
PROGRAM: Any = typer.main.get_command(build(["--help"]))
ONE_VALUE = [
    (name, option)
    for name, command in PROGRAM.commands.items()
    for option in command.params
    if option.param_type_name == "option" and not (option.is_flag or option.multiple)
]


@pytest.mark.parametrize(("command", "option"), ONE_VALUE, ids=lambda one: getattr(one, "name", ""))
def test_an_option_that_takes_one_value_is_refused_when_given_twice(
    command: str, option: Any, netlog: Netlog
) -> None:
    values = ["x"] * option.nargs
    for second in option.opts:
        err = netlog(command, option.opts[0], *values, second, *values, code=2).err
        assert f"{option.opts[0]} takes one value, and was given twice." in err


@pytest.mark.parametrize("line", ["promise deck --to Ann --to Bob", "meet Cid -n a --note=b"])
def test_what_was_given_twice_is_not_recorded(line: str, netlog: Netlog, ledger: Path) -> None:
    netlog(*shlex.split(line), code=2)
    assert files(ledger) == {}


def test_an_option_that_takes_several_values_is_not(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Ann", "--new", "--skill", "law", "--skill", "tax")
    assert rows(ledger, "SELECT value FROM detail ORDER BY value") == [("law",), ("tax",)]


def test_short_options_are_the_same_everywhere() -> None:
    meant: dict[str, set[str]] = {}
    params = [param for command in PROGRAM.commands.values() for param in command.params]
    for option in (param for param in params if param.param_type_name == "option"):
        for short in (name for name in option.opts if not name.startswith("--")):
            meant.setdefault(short, set()).update(set(option.opts) - {short})
        assert [SHORT[name] for name in option.opts if name in SHORT] == option.opts[1:]
    assert meant == {short: {name} for name, short in SHORT.items()}


def test_every_short_option_is_in_the_help(netlog: Netlog) -> None:
    out = netlog("promise", "--help").out
    for typed in ("-t, --to WHO", "-d, --due DATE", "-x, --times N", "-b, --by WHO", "-h, --help"):
        assert typed in out


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("promise two referrals --by dana", 'netlog promise "two referrals" --by dana'),
        ("promise -b dana two good ones -qx2",
         'netlog promise "two good ones" --by dana --quiet --times 2'),
        ("report dana park", 'netlog report "dana park"'),
        ("history dana park", 'netlog history "dana park"'),
        ("problem e4 never called --with x", 'netlog problem e4 "never called" --with x'),
        ("config set owner Ann Lee", 'netlog config set owner "Ann Lee"'),
        ("person jo young --skill law --skill tax",
         'netlog person "jo young" --skill law --skill tax'),
        ("intro dana park acme", 'netlog intro "CLIENT" "PROVIDER"'),
        ("promise it costs $5", "netlog promise 'it costs $5'"),
        ("check e2 happy", "netlog check e2 --happy"),
        ("undo list", "netlog undo --list"),
        ("due dana all --within 3d --mine", "netlog due dana --all --within 3d --mine"),
        ("undo 5", "netlog undo --help"),
        ("people dana", "netlog people --help"),
        ("edit e1 e2", "netlog edit --help"),
        ("completion bash zsh", "netlog completion --help"),
        ("demo 1 2", "netlog demo --help"),
    ],
)  # fmt: skip
def test_a_word_too_many_is_mended_for_the_command_that_was_typed(
    line: str, mend: str, netlog: Netlog
) -> None:
    assert mend in netlog(*shlex.split(line), code=2).err.splitlines()[1]


@pytest.mark.parametrize(
    "line", ["promise two referrals --by dana", "check e1 happy", "report dana park"]
)
def test_the_mend_works(line: str, netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, '2026-11-01 intro "Dana Park" Sam --for law')
    mend = netlog(*shlex.split(line), code=2).err.splitlines()[1].partition("netlog ")[2]
    assert netlog(*shlex.split(mend)).out


@pytest.mark.parametrize("option", ["--ledger", "--no-color", "--no-pager", "--no-input"])
@pytest.mark.parametrize("command", COMMANDS)
def test_an_option_of_the_program_is_known_to_every_command(command: str, option: str) -> None:
    assert option in {name for one in PROGRAM.commands[command].params for name in one.opts}


def test_the_ledger_may_be_named_before_the_command_or_after_it(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    given(netlog, ledger, "2026-11-01 meet Ann")
    there = tmp_path / "there.db"
    netlog("--ledger", str(there), "meet", "Bo")
    netlog("meet", "Cy", f"--ledger={there}")
    assert [name for (name,) in rows(there, "SELECT name FROM contact")] == ["me", "Bo", "Cy"]
    netlog("--ledger", str(there), "due", "--ledger", str(ledger), code=2)
    assert "--ledger names no file." in netlog("due", "--ledger=", code=2).err


def test_the_program_asks_nothing_where_that_is_not_wanted(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, '2026-11-01 meet "Max Berg" "Max Bauer"')
    for line in (["report", "max", "--no-input"], ["--no-input", "report", "max"]):
        terminal = Terminal(ledger, *line)
        assert terminal.end() == 3
        assert '"max" fits 2 contacts.' in terminal.shown
        assert "Which one?" not in terminal.shown


@pytest.mark.parametrize("line", [["due", "--no-color"], ["--no-color", "due"]])
def test_the_program_has_no_colours_where_they_are_not_wanted(
    line: list[str], netlog: Netlog, ledger: Path
) -> None:
    given(netlog, ledger, "2026-11-01 meet Ann")
    coloured, plain = Terminal(ledger, "due"), Terminal(ledger, *line)
    assert (coloured.end(), plain.end()) == (0, 0)
    assert "\x1b[31m" in coloured.shown
    assert "\x1b[3" not in plain.shown


def test_an_option_of_the_program_holds_for_one_command(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 meet Ann")
    netlog("due", "--no-color", "--no-pager", "--no-input")
    assert not {"NO_COLOR", "NETLOG_PAGER", "NETLOG_NO_INPUT"} & set(os.environ)


def test_without_a_command_it_is_the_morning_once_there_is_a_ledger(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    begin = netlog()
    given(netlog, ledger, "2026-11-01 meet Ann")
    assert netlog() == netlog("due") != begin
    assert netlog("--ledger", str(tmp_path / "none.db")) == begin
    assert netlog("--ledger", str(ledger)) == netlog("due", "--ledger", str(ledger))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ls", ["people", "due"]),
        ("call", ["talk", "reach WHO --via phone"]),
        ("email", ["reach WHO --via email"]),
        ("agenda", ["due"]),
        ("today", ["due"]),
        ("show", ["person", "report", "history"]),
        ("add", ["meet", "person"]),
    ],
)
def test_words_of_other_programs_lead_to_those_of_this_one(
    word: str, meant: list[str], netlog: Netlog
) -> None:
    told = netlog(word, "dana", code=2).err.partition("Did you mean")[2]
    for line in meant:
        assert repr(line) in told
        netlog(*line.split()[:1], "--help")


@pytest.mark.parametrize(
    "line",
    [
        *("report Ann", "report Ann --chronology", "report", "report --for law", "history Ann"),
        *("find Ann", "people", "people --skill law", "undo --list", "history"),
    ],
)
def test_a_script_gets_an_empty_document_where_nothing_is_recorded(
    line: str, netlog: Netlog, ledger: Path
) -> None:
    result = netlog(*shlex.split(line), "--json")
    assert (result.json, result.err) == ({"schema": 1, "items": []}, "")
    assert files(ledger) == {}


def test_a_person_is_told_how_to_begin(netlog: Netlog, ledger: Path) -> None:
    result = netlog("report", "Ann")
    assert result.out == ""
    assert "nothing is recorded yet" in result.err


@pytest.mark.parametrize("line", ["report --for", "people --skill", "report --html x.html --for"])
def test_a_skill_that_nobody_has_names_nothing(line: str, netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, '2026-11-01 person Ann --skill "tax law"')
    near = refused(netlog, ledger, *line.split(), "law").err
    far = refused(netlog, ledger, *line.split(), "plumbing").err
    assert near.splitlines() == [
        'netlog: Nobody is known for "law".',
        "  Did you mean:",
        "    tax law",
    ]
    assert far.splitlines()[0] == 'netlog: Nobody is known for "plumbing".'
    assert "netlog person NAME --skill" in far


def test_a_skill_that_somebody_elsewhere_has_finds_nobody(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 person Ann --skill law\n2026-11-01 person Bo --org Acme")
    result = netlog("people", "--skill", "law", "--org", "Acme")
    assert result.err == 'Nobody at Acme is known for "law".\n'


@pytest.mark.parametrize("how", ["--ledger=~/own.db", "NETLOG_LEDGER"])
def test_a_tilde_is_the_home_folder(
    how: str, netlog: Netlog, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_home)
    monkeypatch.setenv("NETLOG_LEDGER", "~/own.db")
    netlog("meet", "Ann", *([how] if how.startswith("--") else []))
    assert [path.name for path in own_home.iterdir()] == ["own.db"]


def test_a_tilde_is_the_home_folder_of_the_settings_and_of_a_page_too(
    netlog: Netlog, ledger: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_home)
    monkeypatch.setenv("NETLOG_CONFIG", "~/own.toml")
    netlog("config", "set", "owner", "Ann Lee")
    netlog("meet", "Bo")
    netlog("report", "Bo", "--html=~/bo.html")
    assert {path.name for path in own_home.iterdir()} == {"own.toml", "bo.html", "private"}
    refused(netlog, ledger, "due", "--ledger=~no-such-user/x.db", code=2)


def test_a_byte_order_mark_in_the_settings_is_read_and_kept(
    netlog: Netlog, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = own_home / "own.toml"
    monkeypatch.setenv("NETLOG_CONFIG", str(file))
    file.write_bytes(b'\xef\xbb\xbfowner = "Ann"\r\n')
    assert netlog("config", "get", "owner").out == "Ann\n"
    netlog("config", "set", "currency", "EUR")
    netlog("config", "set", "owner", "Bo")
    assert file.read_bytes() == b'\xef\xbb\xbfowner = "Bo"\r\ncurrency = "EUR"\n'


@pytest.mark.parametrize("line", [["due"], ["meet", "Ann"], ["undo", "--list", "--json"], []])
def test_what_is_no_file_is_no_ledger(line: list[str], netlog: Netlog, own_home: Path) -> None:
    pipe = own_home / "pipe"
    os.mkfifo(pipe)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(own_home / "socket"))
    for place, what in (
        (pipe, "a pipe"),
        (own_home / "socket", "a socket"),
        (Path("/dev/null"), "a device"),
        (own_home, "a folder"),
    ):
        err = netlog("--ledger", str(place), *line, code=4).err
        assert f"{place} is {what}, not a ledger file." in err
    listening.close()
