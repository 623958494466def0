"""What business came of introductions, as far as it was said."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.records import Statement
from netlog.domain.worth import counted, in_all
from tests.cli.looking import Netlog
from tests.laws.saying import typed


def said(told: int, day: int, worth: str) -> Statement:
    return Statement(told, "worth", date(2026, 1, day), event_id=1, worth=worth, told=told)


@given(st.permutations([said(1, 3, "500"), said(2, 1, "20"), said(3, 2, "0"), said(4, 2, "7.50")]))
def test_amounts_add_up_since_they_were_taken_back(statements: list[Statement]) -> None:
    assert [each.worth for each in counted(statements)] == ["7.50", "500"]
    assert in_all(statements) == "507.50"


def test_nothing_said_and_all_taken_back_are_no_amount() -> None:
    assert in_all([]) == ""
    assert in_all([said(1, 1, "20"), said(2, 1, "0")]) == ""


def test_it_is_reported_each_way_and_taken_back_by_undo(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --on 5; check e1 --worth 500 --on 8; check 5 --worth 20.50")
    for who, way in (("Ann", "to_them"), ("me", "by_them")):
        introductions = netlog("report", who, "--json").json["introductions"]
        worth = (introductions["worth"], introductions["each_way"][way]["worth"])
        assert worth == ("520.50", "520.50")
    typed(netlog, "undo")
    (event,) = netlog("history", "e1", "--json").json["items"]
    assert [one["amount"] for one in event["worth"]] == ["500"]
    typed(netlog, "check e1 --worth 0")
    assert netlog("report", "Ann", "--json").json["introductions"]["worth"] == "0"


def test_it_never_was_before_the_introduction(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --on 5; check e1 --worth 5 --on 8")
    netlog("check", "e1", "--worth", "5", "--on", "2026-01-04", today="2026-01-16", code=3)
    netlog("edit", "e1", "--on", "2026-01-09", today="2026-01-16", code=3)
    netlog("check", "e1", "--worth", "-5", today="2026-01-16", code=2)
    netlog("check", "e1", "--worth", "5", "--happy", today="2026-01-16", code=2)


def refused(netlog: Netlog, *argv: str, code: int = 3) -> str:
    return str(netlog(*argv, today="2026-01-16", code=code).err)


def test_a_receipt_says_what_is_taken_back(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --on 5")
    assert "nothing to take back" in refused(netlog, "check", "e1", "--worth", "0")
    typed(netlog, "check e1 --worth 500 --on 6; check e1 --worth 250 --on 10")
    refused(netlog, "check", "e1", "--worth", "0", "--on", "2026-01-05")
    assert "  takes back 500\n  in all  250\n" in typed(netlog, "check e1 --worth 0 --on 8").out
    told = typed(netlog, "check e1 --worth 5 --on 7").out
    assert "it counts for nothing: what came up to Thu 8 Jan was taken back\n  in all" in told


def test_only_what_counts_says_since_when_something_came(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --on 5; check e1 --worth 500 --on 6; check e1 --worth 9 --on 10")
    typed(netlog, "check e1 --worth 0 --on 8; edit e1 --on 9")
    assert "since 2026-01-10" in refused(netlog, "edit", "e1", "--on", "2026-01-11")


def test_a_hint_names_what_was_typed(netlog: Netlog) -> None:
    for more in ([], ["--worth", "5", "--happy"], ["--silent", "--happy"]):
        assert "netlog check e3 --happy" in refused(netlog, "check", "e3", *more, code=2)


def test_what_was_said_goes_idle_with_the_introduction_and_comes_back(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --on 5; check e1 --worth 5; delete e1; undo")
    (event,) = netlog("history", "e1", "--json").json["items"]
    assert [one["amount"] for one in event["worth"]] == ["5"]


def test_a_receipt_asks_whether_both_are_happy_while_that_is_open(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --on 5")
    told = typed(netlog, "check e1 --worth 500 --on 8").out
    hint = "whether both are happy is not on record; if they are: netlog check e1 --happy\n"
    assert hint in told
    assert hint not in typed(netlog, "check e1 --worth 0 --on 9").out
    typed(netlog, hint.partition(": netlog ")[2])
    assert "on record" not in typed(netlog, "check e1 --worth 20").out
    typed(netlog, "intro me Bob --by Amy --on 5")
    assert "on record" not in typed(netlog, "check e2 --worth 20").out, "mine is never asked for"
