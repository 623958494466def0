"""An introduction that is one part of what its introducer had promised."""

import pytest

from tests.cli.looking import Netlog
from tests.laws.saying import became, is_open, typed

TWO = "promise referrals --by Dana --times 2 --on 2"


def test_each_is_one_part_whatever_was_told_first(netlog: Netlog) -> None:
    typed(netlog, f"{TWO}; intro me Kim --by Dana --keeps 1 --on 9")
    assert is_open(netlog, "promise") == ["Dana > me promise: since 2 Jan, due 9 Jan, 1 of 2"]
    typed(netlog, "intro Bo me --by Dana --keeps 1 --on 5")
    assert became(netlog, "e1", "promise") == [
        "Dana > me promise: kept 5 Jan by e3, kept 9 Jan by e2"
    ]


def test_it_goes_with_the_introduction(netlog: Netlog) -> None:
    typed(netlog, f"{TWO}; intro me Kim --by Dana --keeps 1 --on 9; edit e2 --on 5")
    assert became(netlog, "e1", "promise") == ["Dana > me promise: kept 5 Jan by e2"]
    typed(netlog, "edit e2 --on 6; delete e2; undo")
    assert became(netlog, "e1", "promise") == ["Dana > me promise: kept 6 Jan by e2"]
    typed(netlog, "reopen 1")
    assert became(netlog, "e1", "promise") == ["Dana > me promise: open"]


KEPT = f"{TWO}; intro me Kim --by Dana --keeps 1 --on 5"


@pytest.mark.parametrize(
    "edit", ["--on 2026-01-01", "--replace Dana Eve --new", "--replace Dana Kim"]
)
def test_what_was_not_promised_is_not_kept_later_either(netlog: Netlog, edit: str) -> None:
    typed(netlog, KEPT)
    netlog("edit", "e2", *edit.split(), today="2026-01-16", code=3)
    assert became(netlog, "e1", "promise") == ["Dana > me promise: kept 5 Jan by e2"]


def test_what_closed_it_can_move(netlog: Netlog) -> None:
    typed(netlog, "promise help --by Dana --on 2; intro me Kim --by Dana --keeps 1 --on 5")
    typed(netlog, "edit e2 --on 8")
    assert became(netlog, "e1", "promise") == ["Dana > me promise: kept 8 Jan by e2"]


@pytest.mark.parametrize(
    "mend", ["edit e1 --on 8", "edit e1 --replace Dana Zoe --new", "delete e1"]
)
def test_that_it_counts_no_more_is_told(netlog: Netlog, mend: str) -> None:
    told = typed(netlog, f"{KEPT}; {mend}").out
    idle = "Dana introduced you to Kim · as promised in 1 (not counted)"
    assert f"now     e2  {idle}" in told
    assert f"e2  5 Jan  {idle}" in typed(netlog, "history e2").out
    assert f"e2  5 Jan  {idle}\n" in typed(netlog, "find kim").out
    assert typed(netlog, f"undo; {mend} --json").json["uncounted"] == ["e2"]
    assert "(not counted)" not in typed(netlog, "undo; history e2").out


def test_said_anew_it_counts_again(netlog: Netlog) -> None:
    typed(netlog, f"{KEPT}; reopen 1")
    assert "(not counted)" in typed(netlog, "history e2").out
    typed(netlog, 'edit e2 --keeps ""; edit e2 --keeps 1')
    assert became(netlog, "e1", "promise") == ["Dana > me promise: kept 5 Jan by e2"]


def test_to_whom_it_was_promised_need_not_be_introduced(netlog: Netlog) -> None:
    typed(netlog, "promise help --to Lee --on 2; intro Tom Zed --keeps 1 --on 5; meet Lee --on 8")
    assert became(netlog, "e1", "promise") == ["me > Lee promise: kept 5 Jan by e2"]
    typed(netlog, "edit e1 --on 3; merge Lee Tom; undo; edit e2 --on 6")
    assert became(netlog, "e1", "promise") == ["me > Lee promise: kept 6 Jan by e2"]
    typed(netlog, "undo; undo; undo")
    assert became(netlog, "e1", "promise") == ["me > Lee promise: kept 5 Jan by e2"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("intro me Kim --by Eve --keeps 1 --on 5", id="another's"),
        pytest.param("intro me Kim --by Dana --keeps 2 --on 5", id="no promise"),
        pytest.param("intro me Kim --by Dana --keeps 1 --on 1", id="before it was promised"),
        pytest.param("intro me Kim --by Dana --keeps 9 --on 5", id="there is none"),
    ],
)
def test_what_was_not_promised_is_not_kept(netlog: Netlog, lines: str) -> None:
    typed(netlog, f"{TWO}; reach Eve --on 3")
    netlog(*lines.replace("--on ", "--on 2026-01-0").split(), today="2026-01-16", code=3)


def test_what_was_closed_by_then_is_not_kept(netlog: Netlog) -> None:
    typed(netlog, f"{TWO}; broken 1 --on 5; intro me Kim --by Dana --on 6")
    netlog("edit", "e2", "--keeps", "1", today="2026-01-16", code=3)
    typed(netlog, "edit e2 --on 4; edit e2 --keeps 1")
    assert became(netlog, "e1", "promise") == ["Dana > me promise: kept 4 Jan by e2, broken 5 Jan"]


def test_the_receipt_says_how_to_tell_it(netlog: Netlog) -> None:
    typed(netlog, f"{TWO}; promise introduction --by Dana --due 2026-01-05 --on 3")
    told = typed(netlog, "intro me Kim --by Dana --on 4").text
    assert "netlog edit e3 --keeps 2" in told  # it is due first
    assert "--keeps" not in typed(netlog, "intro Kim Bo --by Dana --on 4").text
    assert "--keeps" not in typed(netlog, "intro me Bo --by Dana --keeps 1 --on 4").text


@pytest.mark.parametrize(
    ("promise", "may_be"),
    [
        ("deck", False),
        ("pleading", False),
        ("deck --times 2", True),
        ("two-referrals", True),
        ("Recommendation", True),
    ],
)
def test_the_receipt_asks_where_introductions_may_be_meant(
    netlog: Netlog, promise: str, may_be: bool
) -> None:
    typed(netlog, f"promise {promise} --by Dana --on 2")
    assert ("--keeps" in typed(netlog, "intro me Kim --by Dana --on 4").text) is may_be


def test_a_chronology_names_no_promise_that_it_does_not_show(netlog: Netlog) -> None:
    typed(netlog, f"{TWO}; intro me Kim --by Dana --keeps 1 --on 9")
    asked = ("report", "Dana", "--chronology")
    assert "as promised in 1" in netlog(*asked).text
    assert "as promised" not in netlog(*asked, "--without", "1").text
    assert "as promised" not in netlog("report", "Kim", "--chronology").text


REPLACES = "netlog undo, then the same with --replaces e1"


@pytest.mark.parametrize(
    ("line", "may_be"),
    [
        ("intro Cara Otto --for web --on 8", True),
        ("intro Otto Cara --for web --on 8", True),
        ("intro Cara Otto --for web --replaces e1 --on 8", False),
        ("intro Cara Nina --for tax --on 8", False),
        ("intro Cara Otto --for web --by Karin --on 8", False),
        ("intro Bo Otto --for web --on 8", False),
        ("intro Cara Otto --for web --on 4", False),
    ],
)
def test_an_introduction_that_may_be_somebody_better_is_hinted_at(
    netlog: Netlog, line: str, *, may_be: bool
) -> None:
    typed(netlog, "intro Cara Nina --for web --on 2; problem e1 rude --with Nina --on 6")
    told = typed(netlog, line).text
    assert (REPLACES in told) is may_be
    assert ("if it is to somebody better than Nina: " in told) is may_be
