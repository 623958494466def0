"""The sink: whatever goes in, nothing comes out that moves a cursor or turns a line around."""

import io
import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from netlog.errors import NetlogError
from netlog.render.harmless import visible
from netlog.render.sink import (
    console,
    document,
    say,
    say_json,
    show,
    tell,
    without_trailing_blanks,
)
from tests.cli.hostile import HOSTILE, leaks


@given(HOSTILE)
def test_nothing_harmful_is_visible(text: str) -> None:
    shown = visible(text)
    assert not leaks(shown)
    assert "\n" not in shown
    assert visible(shown) == shown


ESCAPES = ("\\x%02x", "\\u%04x", "\\U%08x")


@given(st.characters())
def test_what_is_hidden_is_told_by_its_number(character: str) -> None:
    assert visible(character) in (character, *(form % ord(character) for form in ESCAPES))


HONEST = [
    "Dana Park",
    "José",
    "עמוס",
    "مريم",
    "張偉",
    "👨‍👩‍👧",
    "❤️",
    "क्षि",
    "[/x] :smile: \\",
    "a\u200cb",
]


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb\nc\td", "a\\x0db\\x0ac\\x09d"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\u2028", "\\u2028"),
        ("\u00ad\ufeff\u200b", "\\xad\\ufeff\\u200b"),
        ("\U000e0041", "\\U000e0041"),
        ("\udcff", "\\udcff"),
    ],
)
def test_the_rest_becomes_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(HOSTILE)
def test_every_way_out_goes_through_it(capsys: pytest.CaptureFixture[str], text: str) -> None:
    capsys.readouterr()
    say(text, text)
    tell(text)
    printed = capsys.readouterr()
    assert printed.out == f"{visible(text)}\n" * 2
    assert printed.err == f"{visible(text)}\n"


@given(st.dictionaries(HOSTILE, st.lists(HOSTILE, max_size=3), max_size=3))
def test_json_is_harmless_and_exact(capsys: pytest.CaptureFixture[str], value: object) -> None:
    capsys.readouterr()
    say_json(document(value=value))
    out = capsys.readouterr().out
    assert not leaks(out)
    assert json.loads(out) == {"schema": 1, "value": value}


@given(HOSTILE.filter(str.strip))
def test_tables_are_literal_and_without_filling_blanks(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    table = Table(box=None)
    table.add_column("who")
    table.add_column("what")
    table.add_row(Text(visible(text)), Text("x"))
    capsys.readouterr()
    show(table, Text("end   "))
    out = capsys.readouterr().out
    assert visible(text).strip() in out
    assert not leaks(out)
    assert not re.search(r"[ ]$", out, re.MULTILINE)


PIECES = (" ", "   ", "x", "\n", "\r", "\x0b", "\u2028", "\x1b[0m", "\x1b[1;31m", "\x1b", "[", "m")


def plainly_without_trailing_blanks(line: str) -> str:
    """What is left of one line: its colours at the end stay, the blanks before them go."""
    text, colours = line, ""
    while ending := re.search(r"\x1b\[[0-9;]*m\Z", text):
        text, colours = text[: ending.start()], ending[0] + colours
    return text.rstrip(" ") + colours


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_only_blanks_at_the_ends_of_lines_go(text: str) -> None:
    lines = [plainly_without_trailing_blanks(line) for line in text.split("\n")]
    assert without_trailing_blanks(text) == "\n".join(lines)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8", "utf-16"])
def test_any_encoding(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding, newline="\n"))
    text = "é 張偉 · \udcff 🦊 \x1b"
    say_json(text)
    say(text)
    show(Text(visible(text)))
    told, plain, drawn = written.getvalue().decode(encoding).splitlines()
    assert json.loads(told) == text
    assert plain == drawn == visible(text).encode(encoding, "backslashreplace").decode(encoding)


def test_a_full_disk_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(NetlogError, match="No space left on device") as caught:
            say("text")
        assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    "text",
    [
        "名前" * 40,
        "a" + "名前" * 40,
        "a" + "名前" * 14 + "b" * 40,
        "名前 " * 40,
        "\x1b[2J" * 12,
        "a\u202eb " * 20,
        "e\u0301" * 60,
        "\ue000名" * 9,
    ],
)
def test_no_line_is_wider_than_a_terminal(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    say(f"2026-11-21 09:30  {text}", f"  · {text}")
    said = capsys.readouterr().out
    assert all(cell_len(line) <= 40 for line in said.splitlines())
    assert visible(text).replace(" ", "") in "".join(said.split())


def test_nobody_is_told_that_nobody_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stderr", full)
        tell("text")


def test_closed_streams_are_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    say("text")
    tell("text")
    say_json("text")
    show(Text("text"))


def test_off_a_terminal_there_is_no_limit(capsys: pytest.CaptureFixture[str]) -> None:
    assert console().width == 10_000
    show(Text("x" * 9_000))
    assert capsys.readouterr().out == "x" * 9_000 + "\n"


def test_a_plain_string_is_literal_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    show("[/x] :smile: [bold]31[/bold]")
    assert capsys.readouterr().out == "[/x] :smile: [bold]31[/bold]\n"


def test_bidirectional_controls_are_all_known() -> None:
    every = map(chr, range(0x110000))
    controls = {one for one in every if unicodedata.bidirectional(one) in BIDI_CONTROLS}
    assert all(visible(one) != one for one in controls)


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
