"""The picture in the README is what the program prints."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from tests.support.program import Result

PICTURE = Path(__file__).parents[2] / "docs" / "due.svg"
TODAY = "2026-11-21"
HISTORY = (
    ("2026-11-16", ("meet", "Dana Park", "Sam Lee", "--at", "Chamber breakfast")),
    ("2026-11-16", ("intro", "Dana", "Acme HR", "--for", "employee handbook", "--via", "email")),
    ("2026-11-12", ("promise", "two referrals", "--by", "Rob Ellis", "--times", "2")),
    ("2026-11-17", ("promise", "days for a coffee", "--to", "Lee Chan", "--due", "2026-11-21")),
    ("2026-11-10", ("reach", "Lead Co", "--via", "phone")),
    ("2026-11-13", ("reach", "Lead Co", "--via", "email")),
    ("2026-11-18", ("thank", "Sam", "--via", "card")),
    ("2026-11-20", ("reach", "me", "--by", "Sam", "--about", "the proposal")),
)
# Rich's own frame, without the web fonts that it would load: the picture loads nothing.
FRAME = """\
<svg viewBox="-16 -16 {width} {height}" xmlns="http://www.w3.org/2000/svg" xml:space="preserve">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
 font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>{lines}</defs>
<rect x="-16" y="-16" width="100%" height="100%" rx="8" fill="#000000"/>
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</svg>
"""


def _drawn(ansi: str) -> str:
    lines = ansi.splitlines()
    texts = [Text.from_ansi(line) for line in lines]
    width = max(text.cell_len for text in texts) + 2
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True)
    for text in texts:
        console.print(text)
    svg = console.export_svg(theme=MONOKAI, code_format=FRAME, unique_id="due")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def test_the_picture_is_what_due_prints(
    netlog: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    for today, argv in HISTORY:
        netlog(*argv, today=today)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    now = _drawn(netlog("due", today=TODAY).out)
    if request.config.getoption("--update-transcripts"):
        PICTURE.write_text(now, encoding="utf-8")
    assert now == PICTURE.read_text(encoding="utf-8")
