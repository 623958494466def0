"""Colours can be read on white and on black, and there are no others."""

import re
from pathlib import Path

import pytest
from rich.color import Color

from netlog.render.tones import TONES
from tests.cli.looking import Netlog, given
from tests.cli.test_hostile import on_terminal

LEDGER = """
2026-10-01 promise "the slides" --to Dana --due 2026-11-01
2026-10-01 promise "a word" --to Dana --due 2026-11-21
2026-10-01 promise "two referrals" --by Rob --due 2026-10-08
2026-10-02 promise "a list" --by Sam --times 6 --due 2026-11-01
2026-10-03 done 4 --note "all of it"
2026-10-03 promise "a card" --by Sam
2026-10-04 done 5
"""
LINES = (["due"], ["report"], ["report", "Rob"], ["report", "Sam"], ["history"], ["config"])
SGR = re.compile(r"\x1b\[([0-9;]*)m")
LEAST = 4.0


def luminance(number: int) -> float:
    """Relative luminance of a colour of the 256, as WCAG 2 defines it."""
    weights = (0.2126, 0.7152, 0.0722)
    channels = (value / 255 for value in Color.from_ansi(number).get_truecolor())
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * channel for weight, channel in zip(weights, linear, strict=True))


@pytest.mark.parametrize("name", TONES)
def test_a_tone_is_legible_on_white_and_on_black(name: str) -> None:
    light = luminance(TONES[name])
    assert min(1.05 / (light + 0.05), (light + 0.05) / 0.05) >= LEAST


def test_a_terminal_gets_those_colours_alone(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)
    drawn = "".join(on_terminal(ledger, *line)[1] for line in LINES)
    tones = {f"38;5;{number}" for number in TONES.values()}
    used = set(SGR.findall(drawn))
    assert used <= {"0", "1", *tones, *(f"1;{tone}" for tone in tones)}
    assert tones <= {style.removeprefix("1;") for style in used}, "each is used"


def test_where_there_are_few_colours_the_theme_of_the_terminal_decides(
    netlog: Netlog, ledger: Path
) -> None:
    given(netlog, ledger, LEDGER)
    assert {"36", "31", "2"} <= set(
        SGR.findall(on_terminal(ledger, "due", more={"TERM": "xterm"})[1])
    )
