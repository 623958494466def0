"""A bar shows on a terminal that a long answer comes, and is gone before it does."""

import io
import sys
import time

import pytest

from netlog.actions.importing.advance import Advance
from netlog.render import progress as module
from netlog.render.progress import progress, report

WORDS = "Going through the whole ledger"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(module, "_PATIENCE_SECONDS", 0.01)


def shown_on(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, seconds: float) -> str:
    """What standard error shows, after a block that took so long."""
    monkeypatch.setattr(sys, "stderr", stream)
    with progress():
        until = time.monotonic() + seconds
        while WORDS not in stream.getvalue() and time.monotonic() < until:
            time.sleep(0.01)
    return stream.getvalue()


def test_whoever_waits_sees_a_bar_that_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = shown_on(Terminal(), monkeypatch, 20.0)
    assert WORDS in drawn
    assert drawn.rindex("\x1b[2K") > drawn.rindex(WORDS)  # the line is wiped
    assert drawn.rindex("\x1b[?25h") > drawn.rindex("\x1b[?25l")  # the cursor is back


def test_how_far_it_is_is_shown_with_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress():
        for advance in (Advance("reading", 30, 100, 3_000), Advance("writing", 5, 10, 5)):
            until = time.monotonic() + 20.0
            words = {"reading": "Reading, 3,000 so far", "writing": "Writing 5 rows"}[advance.stage]
            while words not in terminal.getvalue() and time.monotonic() < until:
                report(advance)
                time.sleep(0.01)
            assert words in terminal.getvalue()
    assert "left" in terminal.getvalue()
    report(Advance("reading", 1, 2, 3))  # nobody waits any more


def test_what_is_quick_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE_SECONDS", 60.0)
    assert shown_on(Terminal(), monkeypatch, 0.0) == ""


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_nothing_where_nobody_looks(
    stream: io.StringIO, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert shown_on(stream, monkeypatch, 0.1) == ""


def test_an_error_comes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with pytest.raises(KeyError), progress():
        raise KeyError
