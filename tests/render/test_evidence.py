"""What a report says of the lines that a score is the sum of."""

from collections.abc import Callable

import pytest

from netlog.render import evidence
from tests.support.program import Result

Netlog = Callable[..., Result]


def test_what_one_thank_you_settled_is_told_as_one_deed(netlog: Netlog) -> None:
    netlog("meet", "Ann", "--on", "2026-10-01", "--new")
    netlog("meet", "Ann", "--on", "2026-10-05")
    netlog("thank", "me", "--by", "Ann", "--on", "2026-10-11")

    report = netlog("report", "Ann", "--evidence", today="2026-10-12")

    told = report.out.partition("Evidence\n")[2].splitlines()
    assert [" ".join(line.split()) for line in told] == [
        "4 thanks for the meeting kept 11 Oct, due 12 Oct +0.5",
        "2 thanks for the meeting late 11 Oct, due 8 Oct, one deed with 4 -0.2",
    ]


def test_one_line_is_one(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> None:
    netlog("meet", "Ann", "--on", "2026-10-01", "--new")
    netlog("meet", "Ann", "--on", "2026-10-05")
    monkeypatch.setattr(evidence, "on_terminal", lambda: True)
    monkeypatch.setattr(evidence, "MOST_ON_A_TERMINAL", 1)
    report = netlog("report", "Ann", "--evidence", today="2026-10-20")
    assert report.out.splitlines()[-1] == "1 line more: --json has all"
