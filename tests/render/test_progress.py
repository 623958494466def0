"""A bar shows on a terminal that a long answer comes, and is gone before it does."""

import io
import sys
import time

import pytest

from netlog.render import progress as module
from netlog.render.progress import progress

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
