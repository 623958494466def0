"""What is offered where, whatever the shell; the real shells are in `test_completion_in_shells`."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer.main

from netlog.cli import completing
from netlog.cli.commands import COMMANDS, build
from netlog.cli.completion import SCRIPTS, SUFFIXES
from netlog.render.completion import asked, split
from tests.cli.looking import files, given, rows
from tests.support.program import Result, environment

Netlog = Callable[..., Result]
Asking = Callable[..., dict[str, str]]
# Metavars for which only the user knows what to type.
FREE = frozenset(["A", "AMOUNT", "E", "N", "NEED", "NEW", "P", "PLACE", "STORY", "TEXT", "WHAT"])
HAPPY = "ask Dana Park and Acme HR whether both are happy, in 12 days"
HISTORY = """
2026-11-03 meet "Dana Park" "Sam Lee" --at breakfast
2026-11-03 intro Dana "Acme HR" --for handbook
2026-11-04 person Sam --alias Sammy --email sam@example.com --skill copywriting --org "Acme HR"
"""


@pytest.fixture
def asking(netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Asking:
    """Ask as Zsh does; the answer as a mapping of words to what they are."""
    given(netlog, ledger, HISTORY)

    def ask(*words: str, code: int = 0) -> dict[str, str]:
        with monkeypatch.context() as patch:
            patch.setenv("_NETLOG_COMPLETE", "zsh")
            result = netlog(*words, code=code)
        assert result.err == ""
        lines = result.out.splitlines()
        return dict(zip(lines[::2], lines[1::2], strict=True))

    return ask


def test_no_day_is_offered_that_nobody_knows(
    asking: Asking, netlog: Netlog, tmp_path: Path
) -> None:
    cards = tmp_path / "cards.csv"
    cards.write_text("name,referred by\nJo Young,Amy\n")
    netlog("import", str(cards), "--yes")
    assert asking("delete", "e3") == {"e3": "Amy introduced you to Jo Young, day unknown"}


def test_commands_come_with_their_sentences(asking: Asking) -> None:
    assert asking("th") == {"thank": "Record a thank-you: it settles every open one."}
    assert list(asking("")) == list(COMMANDS)
    assert list(asking("--ledger", "x.db", "w")) == ["waive"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["thank", "DA"], {"Dana Park": "person"}),
        (["thank", "park"], {"Dana Park": "person"}),
        (["thank", "l s"], {"Sam Lee": "Acme HR"}),
        (["thank", "sam"], {"Sam Lee": "Acme HR"}),
        (["thank", "sammy"], {"Sammy": "Sam Lee"}),
        (["thank", "sam@"], {"sam@example.com": "Sam Lee"}),
        (["thank", "me"], {"me": "you"}),
        (["thank", "x"], {}),
        (["thank", "Dana", "da"], {"Dana Park": "person"}),
        (["report", "Dana", "da"], {}),
        (["meet", "Sam", "da"], {"Dana Park": "person"}),
        (["thank", "--via", "da"], {}),
        (["promise", "slides", "-t", "da"], {"Dana Park": "person"}),
        (["report", "-f", "c"], {"copywriting": "skill"}),
        (["thank", "Dana", "-o", "y"], {"yesterday": "date"}),
        (["--no-color", "--no-input", "thank", "da"], {"Dana Park": "person"}),
        (["due", "--no-p"], {"--no-pager": "Print long output as it is."}),
        (["--no-p"], {"--no-pager": "Print long output as it is."}),
        (["thank", "--note=x", "--by=da"], {"--by=Dana Park": "person"}),
        (["thank", "--", "da"], {"Dana Park": "person"}),
        (["report", "--for", "c"], {"copywriting": "skill"}),
        (["person", "x", "--org", "a"], {"Acme HR": "organisation"}),
        (["done", "-q", "9"], {"9": HAPPY}),
        (["check", "e"], {"e2": 'You introduced Dana Park to Acme HR for "handbook", 3 Nov'}),
        (["edit", "e1"], {"e1": "You met Dana Park and Sam Lee, 3 Nov"}),
        (["edit", "1"], {}),
        (["edit", "e99999999999999999999999"], {}),
        (["done", "99999999999999999999999"], {}),
        (["config", "u"], {"unset": "unset"}),
        (["config", "set", "terms.pr"], {"terms.promise": "setting"}),
        (["config", "set", "l"], {}),
        (["config", "g"], {"get": "get"}),
        (["config", "get", "l"], {"ledger": "setting"}),
        (["config", "set", "date_order", ""], {"dmy": "value", "mdy": "value", "ymd": "value"}),
        (["config", "-q", "set", "terms.thanks", ""], {"never": "value"}),
        (["config", "set", "terms.promise", ""], {}),
        (["config", "set", "owner", ""], {}),
        (["config", "unset", "date_order", ""], {}),
        (["snooze", "1", "--until", "to"], {"tomorrow": "date"}),
        (["review", "--until", "to"], {"today": "date"}),
        (["import", "x.csv", "--open-since", "to"], {"today": "date"}),
        (["edit", "e1", "--replace", "s"], {"Sam Lee": "in e1"}),
        (["edit", "e2", "--replace", "m"], {"me": "in e2"}),
        (["edit", "e2", "--replace", "d"], {"Dana Park": "in e2"}),
        (["edit", "e2", "--replace", "sam l"], {"Sam Lee": "Acme HR"}),
        (["edit", "e2", "--replace", "Dana Park", "sam l"], {"Sam Lee": "Acme HR"}),
        (["edit", "--replace", "d"], {"Dana Park": "person"}),
        (["completion", "b"], {"bash": "bash"}),
        (["check", "e2", "--ha"], {"--happy": "Both are happy."}),
        (["promise", "x", "--on", "y"], {"yesterday": "date"}),
    ],
)  # fmt: skip
def test_what_is_offered(words: list[str], offered: dict[str, str], asking: Asking) -> None:
    assert asking(*words) == offered


def test_a_closed_item_is_not_offered(asking: Asking, netlog: Netlog) -> None:
    assert "1" in asking("done", "")
    netlog("thank", "Dana")
    assert "1" not in asking("done", "")


def test_the_ledger_on_the_line_is_asked(asking: Asking, ledger: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    assert asking("thank", "--ledger", str(elsewhere), "da") == {}
    elsewhere.write_bytes(ledger.read_bytes())
    assert asking("--ledger", str(elsewhere), "thank", "da") == {"Dana Park": "person"}


def test_a_file_is_told_by_the_exit_code(asking: Asking) -> None:
    assert asking("due", "--ledger", "x", code=completing.A_FILE_BELONGS_HERE) == {}


def test_looking_changes_nothing(asking: Asking, ledger: Path) -> None:
    before = files(ledger)
    for words in (["thank", "d"], ["done", ""], ["edit", ""], ["report", "--for", ""]):
        assert asking(*words)
    assert files(ledger) == before


def test_nothing_is_created(asking: Asking, ledger: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert asking("thank", "--ledger", str(gone / "ledger.db"), "d") == {}
    assert not gone.exists()


@pytest.mark.parametrize("content", [b"", b"junk" * 100])
def test_a_file_that_is_no_ledger_offers_nothing(
    content: bytes, asking: Asking, ledger: Path
) -> None:
    ledger.write_bytes(content)
    assert asking("thank", "d") == {}
    assert ledger.read_bytes() == content


def test_an_older_ledger_is_not_migrated(asking: Asking, ledger: Path) -> None:
    rows(ledger, "PRAGMA user_version = 0")
    before = files(ledger)
    assert asking("thank", "d") == {}
    assert files(ledger) == before


def test_settings_that_make_no_sense_are_no_error(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETLOG_CONFIG", "/nowhere")
    assert asking("thank", "d") == {}


def test_an_unknown_shell_and_strange_words_are_no_error(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    for shell, words in (("bash", []), ("ksh", ["a\0", "\udcff"]), ("zsh", ["thank", "\udcff"])):
        monkeypatch.setenv("_NETLOG_COMPLETE", shell)
        assert netlog(*words).text == ""


def test_every_metavar_is_known_to_completion() -> None:
    known = {
        *completing.PEOPLE,
        *completing.WORDS,
        *completing._LOOKS,
        *FREE,
        *("FILE", "KEY", "VALUE", ""),
    }
    group: Any = typer.main.get_command(build([]))
    for name, command in group.commands.items():
        kinds = {kind for one in command.params for kind in completing._kinds(one)}
        unknown = {kind for kind in kinds if kind not in known and kind != kind.lower()}
        assert not unknown, f"{name}: say in cli/completing.py what completes {unknown}, or in FREE"


def test_a_tab_imports_nothing_that_draws_or_writes(asking: Asking, ledger: Path) -> None:
    probe = (
        "import sys; from netlog.__main__ import main; main(sys.argv[1:]);"
        "print(*{'rich', 'sqlmodel', 'sqlalchemy', 'pydantic'} & {*sys.modules}, file=sys.stderr)"
    )
    for words in (["t"], ["thank", "d"], ["done", ""], ["edit", "e"], ["intro", "--"]):
        ended = subprocess.run(
            [sys.executable, "-c", probe, *words],
            env={**environment(ledger), "_NETLOG_COMPLETE": "fish"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert ended.stdout
        assert ended.stderr.split() == []


@pytest.mark.parametrize(
    ("line", "words", "raw", "quote"),
    [
        ("netlog thank da", ["netlog", "thank", "da"], "da", ""),
        ("netlog thank ", ["netlog", "thank", ""], "", ""),
        ('netlog x "Da P', ["netlog", "x", "Da P"], '"Da P', '"'),
        ("netlog x 'a\\", ["netlog", "x", "a\\"], "'a\\", "'"),
        ("netlog Da\\ P", ["netlog", "Da P"], "Da\\ P", ""),
        ('netlog "a\\"b" c', ["netlog", 'a"b', "c"], "c", ""),
        ("netlog '' --with=\"D", ["netlog", "", "--with=D"], '--with="D', '"'),
    ],
)
def test_a_line_is_split_as_bash_does(line: str, words: list[str], raw: str, quote: str) -> None:
    assert split(line) == (words, raw, quote)


def test_power_shell_keeps_the_empty_word() -> None:
    assert asked("powershell", ["thank", "'"]).words == ["thank", ""]
    assert asked("powershell", ["thank", "'da"]).words == ["thank", "da"]


@pytest.mark.parametrize("shell", SUFFIXES)
def test_the_script_is_printed(shell: str, netlog: Netlog) -> None:
    script = (SCRIPTS / f"netlog.{SUFFIXES[shell]}").read_text(encoding="utf-8")
    assert netlog("completion", shell).out == script
    assert f"_NETLOG_COMPLETE={shell}" in script.replace(" = '", "=").replace("'", "")


def test_the_script_for_power_shell() -> None:
    """PowerShell is not at hand for tests: whoever changes the script tries it there first."""
    script = (SCRIPTS / "netlog.ps1").read_text(encoding="utf-8")
    assert script == (Path(__file__).parent / "netlog.golden.ps1").read_text(encoding="utf-8")


def test_an_unknown_shell_is_refused(netlog: Netlog) -> None:
    result = netlog("completion", "zhs", code=2)
    assert result.out == ""
    assert "zsh" in result.err
