"""Problems, and what makes them good: on whom they reflect, and until when."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.looking import closed, given, refused
from tests.support.program import Result

Netlog = Callable[..., Result]
PROBLEM = """\
2026-11-01 intro me Jo --by Amy
2026-11-02 problem e1 "rude" --with Jo
"""  # 4 Amy's apology, 5 her replacement


def against(netlog: Netlog, who: str) -> list[str]:
    """What counts against somebody."""
    evidence: list[dict[str, Any]] = netlog("report", who, "--json").json["evidence"]
    return [one["kind"] for one in evidence if one["against"]]


def told(netlog: Netlog, who: str) -> dict[str, Any]:
    return dict(netlog("report", who, "--json").json["introductions"])


@pytest.mark.parametrize(
    "lines",
    [
        '2026-11-01 intro me Jo --by Amy\n2026-11-02 problem e1 "I was late" --with me --no-due',
        '2026-11-01 intro Jo Max --by Amy\n2026-11-02 problem e1 "rude" --with Jo',
        '2026-11-01 intro me Jo --by Amy\n2026-11-02 problem e1 "rude" --with Jo --no-due',
    ],
)
def test_without_amends_it_does_not_reflect(netlog: Netlog, ledger: Path, lines: str) -> None:
    given(netlog, ledger, lines)
    assert against(netlog, "Amy") == []
    assert told(netlog, "Amy")["problems"] == 1


def test_until_amends_are_made_it_does(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PROBLEM)
    assert "problem" in against(netlog, "Amy")
    netlog("apologize", "me", "--by", "Amy")
    assert "problem" in against(netlog, "Amy")
    netlog("done", "5")
    assert "problem" not in against(netlog, "Amy")
    assert told(netlog, "Amy")["recovered"] == 1


def test_waived_amends_leave_no_trace(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PROBLEM)
    netlog("waive", "4", "5")
    assert against(netlog, "Amy") == []
    assert told(netlog, "Amy")["recovered"] == 0
    assert "made up for" not in netlog("report", "Amy").out


def test_the_culprit_is_no_replacement(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PROBLEM)
    refused(netlog, ledger, "intro", "me", "Jo", "--by", "Amy", "--replaces", "e1")


def test_one_better_introduction_makes_up_for_all(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PROBLEM + '2026-11-03 problem e1 "and late" --with Jo')
    netlog("intro", "me", "Lee", "--by", "Amy", "--replaces", "e1")
    assert {5, 7} <= set(closed(ledger))


def test_of_two_who_both_did_wrong_each_is_owed_somebody_better(
    netlog: Netlog, ledger: Path
) -> None:
    given(
        netlog,
        ledger,
        "2026-11-01 intro Ann Bob\n2026-11-02 problem e1 rude --with Bob\n"
        "2026-11-03 problem e1 late --with Ann",
    )  # 7 somebody better for Ann, 9 for Bob
    refused(netlog, ledger, "intro", "Ann", "Bob", "--replaces", "e1")
    netlog("intro", "Ann", "Cid", "--replaces", "e1")
    assert (7 in closed(ledger), 9 in closed(ledger)) == (True, False)
    netlog("intro", "Dan", "Bob", "--replaces", "e1")
    assert 9 in closed(ledger)


def test_parts_entered_out_of_order_close_on_the_latest_day(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 promise r --by Dana --times 2")
    netlog("done", "1", "--times", "1", today="2026-11-21")
    receipt = netlog("done", "1", "--times", "1", "--on", "2026-11-01", today="2026-11-21")
    assert "13 days late" in receipt.out
    evidence = netlog("report", "Dana", "--json").json["evidence"]
    assert (evidence[0]["standing"], evidence[0]["settled_on"]) == ("late", "2026-11-21")


def test_the_rest_is_what_was_open_on_its_day(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 promise r --by Dana --times 2")
    netlog("done", "1", "--times", "1", today="2026-11-21")
    netlog("done", "1", "--on", "2026-11-01", today="2026-11-21")
    evidence = netlog("report", "Dana", "--json").json["evidence"]
    assert (evidence[0]["standing"], evidence[0]["settled_on"]) == ("kept", "2026-11-01")


def test_a_reply_that_was_given_up_waits_no_longer(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        "2026-11-01 reach Rob --via phone\n2026-11-05 reach Rob --via email",
    )
    before = netlog("report", "Rob", "--json").json["attempts"]
    netlog("broken", "1")
    after = netlog("report", "Rob", "--json").json["attempts"]
    assert (before["unanswered"], before["channels"]) == (2, {"phone": 1, "email": 1})
    assert (after["unanswered"], after["channels"]) == (0, {})


def test_an_introducer_with_nothing_but_a_problem_is_ranked(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, '2026-11-01 intro Jo Max --by Cy\n2026-11-02 problem e1 "x" --with Jo')
    assert "Cy" in {one["name"] for one in netlog("report", "--json").json["items"]}


def test_who_has_the_skill_is_listed_without_a_record(netlog: Netlog) -> None:
    netlog("person", "Dana", "--skill", "law")
    assert [one["name"] for one in netlog("report", "--for", "LAW", "--json").json["items"]] == [
        "Dana"
    ]
    assert 'Nobody is known for "tax"' in netlog("report", "--for", "tax", code=3).err


@pytest.mark.parametrize(
    ("due", "day"), [("fri", "2026-11-06"), ("10 nov", "2026-11-10"), ("2026-11-30", "2026-11-30")]
)
def test_a_promise_of_before_is_due_from_its_own_day(netlog: Netlog, due: str, day: str) -> None:
    netlog("promise", "x", "--to", "Dana", "--on", "2026-11-02", "--due", due)
    assert netlog("due", "--all", "--json").json["items"][0]["due_on"] == day
