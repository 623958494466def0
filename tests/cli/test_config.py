"""netlog config: what is set and from where, and changing it."""

import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from netlog.domain.projection.terms import DAYS, Terms
from tests.cli.hostile import HOSTILE, leaks
from tests.cli.looking import Netlog
from tests.cli.test_hostile import SGR, on_terminal
from tests.support.ledgers import snapshot
from tests.support.program import environment

SETTABLE = [
    *("owner", "currency", "calendar", "date_order", "half_life", "group_size", "score.prior"),
    *(f"terms.{name}" for name in DAYS),
]


@pytest.fixture
def file(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file, which has only a comment yet."""
    path = own_home / "settings" / "config.toml"
    path.parent.mkdir()
    path.write_text("# mine\n")
    monkeypatch.setenv("NETLOG_CONFIG", str(path))
    return path


def shown(netlog: Netlog, *argv: str) -> Mapping[str, tuple[Any, str]]:
    """Each setting as `netlog config` shows it: its value, and where it comes from."""
    settings = netlog(*argv, "config", "--json").json["settings"]
    return {one["key"]: (one["value"], one["source"]) for one in settings}


def refused(netlog: Netlog, file: Path, *argv: str, code: int = 2) -> str:
    before = snapshot(file.parent)
    result = netlog("config", *argv, code=code)
    assert snapshot(file.parent) == before
    assert result.out == ""
    assert result.err.startswith("netlog: ")
    assert "Traceback" not in result.err
    assert len(result.err) < 1_000
    return str(result.err)


def test_every_setting_is_shown(netlog: Netlog, file: Path, ledger: Path) -> None:
    assert shown(netlog) == {
        "ledger": (str(ledger), "environment"),
        "today": ("2026-11-21", "environment"),
        "owner": (None, "default"),
        "currency": (None, "default"),
        "calendar": (None, "default"),
        "date_order": (None, "default"),
        "half_life": (450, "default"),
        "group_size": (4, "default"),
        "score.prior": ("learned", "default"),
        **{f"terms.{name}": (getattr(Terms(), name), "default") for name in DAYS},
    }
    assert netlog("config", "--json").json["file"] == str(file)


def test_what_is_set_holds_and_says_so(netlog: Netlog, file: Path) -> None:
    netlog("config", "set", "terms.promise", "21")
    netlog("config", "set", "owner", "  Ann   Lee ")
    netlog("config", "set", "currency", " US  $ ")
    netlog("config", "set", "date_order", "dmy")
    netlog("config", "set", "half_life", "0090")
    now = shown(netlog)
    assert now["terms.promise"] == (21, "file")
    assert now["owner"] == ("Ann Lee", "file")
    assert now["date_order"] == ("dmy", "file")
    assert now["currency"] == ("US $", "file")
    assert now["half_life"] == (90, "file")
    netlog("promise", "x", "--to", "Bob", "--by", "Ann Lee", "--on", "1/2/2026")
    (item,) = netlog("due", "--all", "--json").json["items"]
    assert (item["debtor"], item["opened_on"], item["due_on"]) == ("me", "2026-02-01", "2026-02-22")
    assert file.read_text().startswith("# mine\n")


def test_the_flag_wins(netlog: Netlog, file: Path) -> None:
    assert shown(netlog, "--ledger", "one.db")["ledger"] == ("one.db", "flag")
    settings = netlog("config", "--ledger", "two.db", "--json").json["settings"]
    assert settings[0] == {"key": "ledger", "value": "two.db", "source": "flag"}


def test_without_a_file_the_defaults_hold(netlog: Netlog, own_home: Path) -> None:
    assert "(not there yet)" in netlog("config").out
    assert list(own_home.iterdir()) == []
    netlog("config", "set", "owner", "Ann")
    assert "(not there yet)" not in netlog("config").out
    assert shown(netlog)["owner"] == ("Ann", "file")


@pytest.mark.parametrize(
    ("line", "said", "back"),
    [
        ("set half_life 90", "half_life is 90; it was 450 (default).", "unset half_life"),
        ("set owner 'Ann Lee'", 'owner is "Ann Lee"; it was not set.', "unset owner"),
        ("set terms.promise 7", "terms.promise is 7; it was 21.", "set terms.promise 21"),
        ("set terms.promise 21", "terms.promise is 21, as before.", None),
        ("unset terms.promise", "terms.promise is 7 (default); it was 21.", "set terms.promise 21"),
        ("unset date_order", 'date_order is not set; it was "dmy".', "set date_order dmy"),
        ("unset half_life", "half_life is 450 (default), as before.", None),
        (
            "set score.prior built-in",
            'score.prior is "built-in"; it was "learned" (default).',
            "unset score.prior",
        ),
        ("unset colour", "colour is not set; it was [1, 2].", None),
    ],
)
def test_what_a_change_says_and_how_to_take_it_back(
    netlog: Netlog, file: Path, line: str, said: str, back: str | None
) -> None:
    unknown = "colour = [1, 2]\n" if "colour" in line else ""
    file.write_text(f"date_order = 'dmy'\n{unknown}[terms]\npromise = 21\n")
    before = {} if unknown else shown(netlog)
    lines = netlog("config", *shlex.split(line)).text.splitlines()
    assert lines == [said, *([f"Back with: netlog config {back}"] if back else [])]
    if back:
        netlog("config", *shlex.split(back))
        assert shown(netlog) == before


@pytest.mark.parametrize("action", ["set", "unset"])
def test_quiet_and_json(netlog: Netlog, file: Path, action: str) -> None:
    file.write_text("half_life = 2026-11-21\n")
    value = ["90"] * (action == "set")
    assert netlog("config", action, "half_life", *value, "--json").json == {
        "schema": 1,
        "file": str(file),
        "key": "half_life",
        "value": 90 if value else 450,
        "source": "file" if value else "default",
        "before": {"value": "2026-11-21", "source": "file"},
    }
    assert netlog("config", action, "half_life", *value, "-q").text == ""


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("date_order", "xyz", "dmy, mdy or ymd"),
        ("date_order", "", "dmy, mdy or ymd"),
        ("date_order", "DMY", "dmy, mdy or ymd"),
        ("score.prior", "mine", "learned or built-in"),
        ("half_life", "0", "1 to 36500"),
        ("half_life", "36501", "1 to 36500"),
        ("half_life", "a year", "1 to 36500"),
        ("half_life", "1_0", "1 to 36500"),
        ("half_life", "٣", "1 to 36500"),
        ("half_life", "9" * 5_000, "1 to 36500"),
        ("group_size", "0", "1 to 1000, or never"),
        ("group_size", "1001", "1 to 1000, or never"),
        ("group_size", "Never", "1 to 1000, or never"),
        ("terms.promise", "3651", "0 to 3650"),
        ("terms.promise", "3.5", "0 to 3650"),
        ("terms.promise", "true", "0 to 3650"),
        ("terms.promise", "", "0 to 3650"),
        ("currency", "", "unset currency"),
        ("currency", "x" * 13, "at most 12"),
        ("currency", "80", "without digits"),
        ("currency", "EUR٣", "without digits"),
        ("currency", "a\u202eb", "without digits"),
        ("owner", "", "cannot be empty"),
        ("owner", " \u200b", "cannot be empty"),
        ("owner", "x" * 201, "at most 200"),
        ("owner", "a\x1b[2Jb", "control character"),
        ("owner", "a\0b", "control character"),
        ("owner", "a\udc80b", "not text"),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_allowed(
    netlog: Netlog, file: Path, key: str, value: str, allowed: str
) -> None:
    assert allowed in refused(netlog, file, "set", key, value)


@pytest.mark.parametrize("action", ["set", "unset"])
@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("promise", "    terms.promise"),
        ("terms.promises", "    terms.promise"),
        ("half-life", "    half_life"),
        ("OWNER", "    owner"),
        ("xyzzy", ", ".join(SETTABLE)),
        ("", ", ".join(SETTABLE)),
        ("terms.", "    terms."),
        ("x" * 10_000, ", ".join(SETTABLE)),
        ("ledger", "NETLOG_LEDGER"),
        ("today", "NETLOG_TODAY"),
    ],
)
def test_an_unknown_key_is_refused_with_what_there_is(
    netlog: Netlog, file: Path, action: str, key: str, said: str
) -> None:
    assert said in refused(netlog, file, action, key, *["21"] * (action == "set"))


@pytest.mark.parametrize(
    "line",
    [
        *("set", "set owner", "unset", "unset owner Ann", "owner", "owner Ann", "SET owner Ann"),
        *("set owner Ann Lee", "set terms.promise -1", "set owner Ann --frob", "''"),
    ],
)
def test_usage(netlog: Netlog, file: Path, line: str) -> None:
    refused(netlog, file, *shlex.split(line))


@pytest.mark.parametrize(
    ("content", "mend"),
    [
        ("half_life = 0", "set half_life 450"),
        ("half_life = 0", "unset half_life"),
        ("owner = 3", "unset owner"),
        ("currency = 3", "set currency EUR"),
        ("colour = 1", "unset colour"),
        ("terms.lunch = 3", "unset terms.lunch"),
        ("terms.promise = 'soon'", "set terms.promise 7"),
    ],
)
def test_a_wrong_file_can_be_mended(netlog: Netlog, file: Path, content: str, mend: str) -> None:
    file.write_text(content)
    refused(netlog, file)
    netlog("config", *mend.split())
    netlog("config")


def test_a_damaged_file_is_left_as_it_is(netlog: Netlog, file: Path) -> None:
    file.write_text("owner = [\n")
    for line in ("", "set owner Ann", "unset owner", "unset xyzzy"):
        assert str(file) in refused(netlog, file, *line.split())


def test_a_ledger_is_neither_needed_nor_begun(netlog: Netlog, file: Path, ledger: Path) -> None:
    ledger.parent.mkdir()
    ledger.write_text("no ledger")
    for line in ("", "set owner Ann", "unset owner"):
        netlog("config", *line.split())
    assert snapshot(ledger.parent) == {"ledger.db": b"no ledger"}


@given(text=HOSTILE)
def test_hostile_texts(netlog: Netlog, file: Path, text: str) -> None:
    for line in (
        ["set", "--", "owner", text],
        ["set", "half_life", "--", text],
        ["unset", "owner"],
    ):
        assert not leaks(netlog("config", *line, code=None).text)
    for line in (["set", "--", text, "3"], ["unset", "--", text], ["--", text]):
        assert not leaks(netlog("config", *line, code=2).text)
    if netlog("config", "set", "--", "owner", text, code=None).code == 0:
        assert shown(netlog)["owner"][1] == "file"
        assert not leaks(netlog("config").text)
        assert not leaks(netlog("config", "--json").out)
    assert file.read_text().startswith("# mine\n")


def test_hostile_entries(netlog: Netlog, file: Path) -> None:
    evil = r"\u001b]52;c;aGk=\u0007\u009b2J\u202e[/x]\\"
    file.write_text(f'owner = "{evil}"\n"{evil}" = 1\n')
    assert not leaks(netlog("config", code=2).text)
    assert not leaks(netlog("config", "unset", "--", evil.encode().decode("unicode-escape")).text)
    assert not leaks(netlog("config").text)
    assert "[/x]\\" in netlog("config", "unset", "owner").text


def test_looking_imports_nothing_that_writes(file: Path, ledger: Path) -> None:
    probe = (
        "import sys; from netlog.__main__ import main; main(sys.argv[1:]);"
        "print([one for one in ('tomlkit', 'netlog.config_file', 'sqlite3') if one in sys.modules])"
    )
    for line in (["config"], ["due"]):
        ended = subprocess.run(
            [sys.executable, "-c", probe, *line],
            env=environment(ledger, NETLOG_CONFIG=str(file)),
            capture_output=True,
            text=True,
            check=True,
        )
        heavy = [] if line == ["config"] else ["sqlite3"]
        assert ended.stdout.splitlines()[-1] == str(heavy)


@pytest.mark.parametrize("columns", [20, 40, 60, 80])
def test_no_line_is_longer_than_the_terminal(file: Path, ledger: Path, columns: int) -> None:
    file.write_text(f'owner = "{"Maximilian " * 9}"\n')
    code, screen = on_terminal(ledger, "config", columns=columns, more={"NETLOG_CONFIG": str(file)})
    assert code == 0
    plain = SGR.sub("", screen)
    assert max(map(len, plain.splitlines())) <= columns
    assert "terms.promise" in plain
    assert plain.count("Maximilian") == 9


def test_one_value_alone_for_scripts(netlog: Netlog, file: Path, ledger: Path) -> None:
    file.write_text("owner = 'Ann Lee'\n[terms]\npromise = 21\nthanks = 'never'\n")
    for key, value in (
        ("owner", "Ann Lee"),
        ("terms.promise", "21"),
        ("terms.thanks", "never"),
        ("terms.reply", "3"),
        ("ledger", str(ledger)),
    ):
        assert netlog("config", "get", key).text == f"{value}\n"
    assert netlog("config", "get", "date_order").text == ""
    told = netlog("config", "get", "terms.promise", "--json").json
    assert told == {
        "schema": 1, "file": str(file), "key": "terms.promise", "value": 21, "source": "file"
    }  # fmt: skip
    assert "    terms.promise" in refused(netlog, file, "get", "promise")
    refused(netlog, file, "get")
    refused(netlog, file, "get", "owner", "Ann")
