"""One contact has the same figures wherever they are shown."""

import re

import pytest

from tests.cli.looking import Netlog
from tests.support.pages import parsed

FIGURES = re.compile(r"(\d+)% in time, likely (\d+)% to (\d+)%")


@pytest.mark.parametrize("today", ["2026-03-22", "2026-04-25", "2026-08-14", "2026-08-15"])
def test_a_terminal_and_a_page_show_the_same(netlog: Netlog, today: str) -> None:
    """On the first three days a figure is so near a half that four decimals show the half."""
    for promise in ("plan", "price"):
        netlog("promise", promise, "--by", "Dana Park", "--due", "2026-01-10", today="2026-01-05")
    netlog("done", "1", "2", today="2026-01-08")
    page = parsed(netlog("report", "Dana", "--html", "-", today=today).out)
    shown = [
        netlog("report", "Dana", today=today).out,
        netlog("brief", "Dana", today=today).out,
        "".join(page.itertext()),
    ]
    assert len({FIGURES.search(text).group() for text in shown}) == 1  # type: ignore[union-attr]
