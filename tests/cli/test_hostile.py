"""Hostile text in every field of the ledger, and what leaves the program then."""

import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping
from contextlib import closing
from fcntl import ioctl
from pathlib import Path

import pytest
from hypothesis import example, settings
from hypothesis import given as hypothesis_given
from rich.cells import cell_len

from netlog.render.harmless import visible
from tests.cli.hostile import HOSTILE, leaks
from tests.cli.looking import Netlog, given, rows
from tests.support.ledgers import take_as_told
from tests.support.program import TODAY, environment, run_process

LEDGER = """
2026-10-01 person alpha --org omega --skill s --email a@b.c --phone 1 --alias first
2026-10-01 person alphb --new
2026-10-01 meet alpha alphb --at place --via via --note note
2026-10-01 intro alpha alphb --for need --via via --note note --fee 75
2026-10-01 intro me alpha --by alphb --for need
2026-10-01 problem e3 rude --with alpha --note note
2026-10-01 promise what --by alpha --times 2
2026-10-01 reach alpha --about topic --via via --note note
2026-10-02 reach alpha --via via
2026-10-03 check e2 --silent --via via
2026-10-03 reach me --by alphb --about topic
2026-10-03 done 13 --times 1 --via via --note note
"""
TEXTS = {
    "detail": ["value"],
    "event": ["about", "via", "note", "place"],
    "settlement": ["via", "note"],
    "attempt": ["via"],
    "change": ["command", "summary"],
}
READING = (
    ["due"],
    ["due", "--all"],
    ["report"],
    ["report", "alpha"],
    ["report", "alphb"],
    ["report", "omega"],
    ["report", "alpha", "--chronology"],
    ["report", "me"],
    ["person", "alpha"],
)
WRITING = (
    ["meet", "alpha", "alphb"],
    ["intro", "alpha", "alphb"],
    ["promise", "it", "--to", "alpha"],
    ["reach", "alpha"],
    ["reach", "me", "--by", "alpha"],
    ["thank", "alpha"],
    ["apologize", "me", "--by", "alphb"],
    ["problem", "e2", "rude", "--with", "alphb"],
    ["check", "e2", "--silent"],
    ["check", "e2", "--responded"],
    ["check", "e2", "--happy"],
    ["done", "13"],
    ["broken", "5"],
    ["waive", "6"],
)
REFUSED = (
    ["report", "alph"],
    ["report", "alpah"],
    ["meet", "alph"],
    ["meet", "alpah"],
    ["person", "alpha", "--alias", "alphb"],
    ["intro", "me", "alpha", "--by", "alphb", "--replaces", "e2"],
    ["check", "e1", "--happy"],
)


def fill(ledger: Path, text: str) -> None:
    """Put a text into every field, past the commands that would refuse it."""
    for table, columns in TEXTS.items():
        for column in columns:
            rows(ledger, f"UPDATE {table} SET {column} = ? WHERE {column} <> ''", text)
    rows(ledger, "UPDATE contact SET name = ? || ' ' || id WHERE NOT is_me", text[:190])
    take_as_told(ledger)


WORST = "\x1b]8;;http://x\x1b\\[/x]\u202e\r\n\\"


def examples(of_a_hundred: int) -> settings:
    """As many examples as a slow property can afford; a sweep takes more."""
    return settings(max_examples=max(1, settings().max_examples * of_a_hundred // 100))


@examples(20)
@hypothesis_given(HOSTILE)
@example(WORST)
def test_reading_leaks_nothing_and_loses_nothing(netlog: Netlog, ledger: Path, text: str) -> None:
    given(netlog, ledger, LEDGER)
    fill(ledger, text)
    name = rows(ledger, "SELECT name FROM contact WHERE key = 'alpha'")[0][0]
    for line in READING:
        assert not leaks(netlog(*line).text)
        assert not leaks(netlog(*line, "--json").out)
    assert netlog("report", "alpha").out.startswith(visible(name))
    report = netlog("report", "alpha", "--json").json
    assert report["name"] == name
    assert {one["about"] for one in report["evidence"]} <= {text, ""}
    items = netlog("due", "--all", "--json").json["items"]
    assert {item["debtor"] for item in items} >= {"me", name}
    assert {item["about"] for item in items} == {text, ""}
    for line in REFUSED:
        assert not leaks(netlog(*line, code=3).text)


@examples(2)
@hypothesis_given(HOSTILE)
@example(WORST)
def test_receipts_leak_nothing(netlog: Netlog, ledger: Path, text: str) -> None:
    given(netlog, ledger, LEDGER)
    fill(ledger, text)
    for line in WRITING:
        assert not leaks(netlog(*line).text)
        assert not leaks(netlog("undo").text)
        assert not leaks(netlog("redo", "--json").text)
        netlog("undo", "--quiet")


@examples(20)
@hypothesis_given(HOSTILE)
def test_what_is_typed_comes_back_harmless(netlog: Netlog, text: str) -> None:
    for line in (
        ["report", "--", text],
        ["thank", "me", "--by", text],
        ["done", "--", text],
        ["meet", "Lee", "--on", text],
        ["due", "--within", text],
        ["intro", "Lee", "Kim", "--fee", text],
        ["intro", "Lee", "Kim", "--replaces", text],
        ["promise", "x", "--to", "Lee", "--times", text],
        ["report", "--limit", text],
        ["--" + text],
        ["x" + text],
        ["due", "--" + text],
    ):
        ended = netlog(*line, code=None)
        assert not leaks(ended.text)
        assert "Traceback" not in ended.text


def test_bytes_that_are_no_text_are_no_traceback(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)
    rows(ledger, "UPDATE contact SET name = CAST(x'ff41' AS TEXT) WHERE key = 'alpha'")
    for line in (["due"], ["report"], ["meet", "alpha"]):
        assert netlog(*line, code=4).err.startswith("netlog: ")


SGR = re.compile(r"\x1b\[[0-9;]*m")
WIDE = "Maximilian von und zu Hohenstaufen-Wittelsbach 張偉張偉張偉張偉張偉 " + "x" * 90


def on_terminal(
    ledger: Path, *argv: str, columns: int = 80, more: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Run a command line on a terminal of its own; its exit code and all that it showed."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "netlog", *argv],
        env={**environment(ledger), "TERM": "xterm-256color", **(more or {})},
        stdin=subprocess.DEVNULL,  # nobody is there to answer a question
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b"".join(_until_closed(ours))
    return process.returncode, shown.decode().replace("\r\n", "\n")


def _until_closed(handle: int) -> Iterator[bytes]:
    with closing(os.fdopen(handle, "rb", buffering=0)) as terminal:
        while True:
            try:
                read = terminal.read(65_536)
            except OSError:  # how Linux says that the other side is closed
                return
            if not read:
                return
            yield read


@pytest.mark.parametrize("columns", [20, 40, 80, 100])
@pytest.mark.parametrize(
    "line",
    [["due"], ["report"], ["report", "alpha"], ["report", "alpha", "--chronology"]],
    ids=" ".join,
)
def test_no_line_is_longer_than_the_terminal(
    netlog: Netlog, ledger: Path, line: list[str], columns: int
) -> None:
    given(netlog, ledger, LEDGER)
    fill(ledger, WIDE)
    code, shown = on_terminal(ledger, *line, columns=columns)
    assert code == 0
    assert max(cell_len(SGR.sub("", one)) for one in shown.splitlines()) <= columns


@pytest.mark.parametrize(
    ("more", "styled"), [({}, "38"), ({"NO_COLOR": "1"}, ""), ({"TERM": "dumb"}, "")], ids=str
)
def test_colour(netlog: Netlog, ledger: Path, more: dict[str, str], styled: str) -> None:
    given(netlog, ledger, LEDGER)
    _, shown = on_terminal(ledger, "due", more=more)
    codes = {code for match in SGR.findall(shown) for code in match[2:-1].split(";")}
    assert styled in codes or not styled
    assert bool({code for code in codes if code[:1] in "349" and len(code) == 2}) is bool(styled)


def test_off_a_terminal_there_is_none(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)
    assert "\x1b" not in run_process(ledger, "due", TERM="xterm-256color").stdout


@pytest.mark.parametrize(
    "more",
    [{"LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}],
    ids=str,
)
@pytest.mark.parametrize("line", [["due"], ["report", "alpha"], ["meet", "alpha"], ["report", "x"]])
def test_poor_locales(netlog: Netlog, ledger: Path, line: list[str], more: dict[str, str]) -> None:
    given(netlog, ledger, LEDGER)
    fill(ledger, "José 張偉")
    ended = run_process(ledger, *line, **more)
    assert ended.returncode == (3 if line == ["report", "x"] else 0)
    assert "Traceback" not in ended.stderr


def shell(ledger: Path, line: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of bash in which $netlog is the program."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        env={**environment(ledger), "netlog": f"{sys.executable} -m netlog"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("line", ["due --all", "due --all --json", "report alpha", "reach alpha"])
def test_a_reader_that_has_seen_enough(netlog: Netlog, ledger: Path, line: str) -> None:
    given(netlog, ledger, LEDGER)
    ended = shell(ledger, f"$netlog {line} | head -c 1")
    assert (ended.returncode, ended.stderr) == (0, "")
    ended = shell(ledger, f"$netlog {line} | true")
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("line", ["due", "due --json", "report", "report alpha --json"])
def test_output_on_a_full_disk(netlog: Netlog, ledger: Path, line: str) -> None:
    given(netlog, ledger, LEDGER)
    ended = shell(ledger, f"$netlog {line} > /dev/full")
    assert ended.returncode == 4
    assert ended.stderr.startswith("netlog: the output cannot be written")
    assert "Traceback" not in ended.stderr


def test_a_receipt_that_is_lost_is_recorded_all_the_same(netlog: Netlog, ledger: Path) -> None:
    assert shell(ledger, "$netlog meet alpha > /dev/full").returncode == 4
    assert netlog("report", "alpha", "--json", today=TODAY).json["record"]


@pytest.mark.parametrize("where", ["2>/dev/full", "2>&-"])
def test_errors_that_nobody_can_read_keep_their_code(ledger: Path, where: str) -> None:
    assert shell(ledger, f"$netlog report Nobody --json {where}").returncode == 0
    assert shell(ledger, f"$netlog done x {where}").returncode == 2
