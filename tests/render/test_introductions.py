"""What a report says of introductions: each figure over those that it speaks of, and none lost."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.looking import Netlog, given
from tests.cli.test_hostile import SGR, on_terminal
from tests.ledger.generated import whatever_happened

TODAY = "2026-11-22"
BOTH_WAYS = """
2026-09-01 intro Ann Dee
2026-09-02 intro Bob Dee
2026-09-03 intro me Cy --by Dee
2026-09-04 intro me Eve --by Dee
2026-09-05 check e1 --happy
2026-09-06 problem e2 late --with Dee
2026-09-06 apologize Bob
2026-09-07 intro Bob Fay --replaces e2
2026-09-08 problem e3 rude --with Cy
2026-09-09 problem e4 rude --with me
"""


def lines(netlog: Netlog, who: str) -> list[str]:
    """The lines between the heading and the list."""
    told = netlog("report", who, "--evidence", today=TODAY).out.partition("\nIntroductions\n")[2]
    return [line for line in told.split("\n\n")[0].splitlines() if line[0] != "e"]


def each_way(netlog: Netlog, who: str) -> dict[str, Any]:
    known = netlog("report", who, "--json", today=TODAY).json["introductions"]
    return dict(known["each_way"])


@pytest.fixture
def _both_ways(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, BOTH_WAYS)


@pytest.mark.usefixtures("_both_ways")
def test_each_figure_is_over_one_direction(netlog: Netlog) -> None:
    assert lines(netlog, "Dee")[:2] == [
        "2 by them: no answer noted, 2 problems",
        "2 to them: 1 answered, 1 happy, 1 problem with them (the introducer made up for it)",
    ]
    assert lines(netlog, "me")[:2] == [
        "3 by you: 1 answered, 1 happy, 1 problem (made up for)",
        "2 to you: no answer noted, 1 problem with you, 1 problem with the other side",
    ]
    assert lines(netlog, "Cy")[:1] == ["1 to them: no answer noted, 1 problem with them"]


@pytest.mark.usefixtures("_both_ways")
def test_who_made_up_for_what_one_gave_the_other_is_said(netlog: Netlog) -> None:
    given_them = "2 introductions, 1 answered, 1 happy, 1 problem (you made up for it)"
    assert f"You gave them: {given_them}" in lines(netlog, "Dee")
    netlog("apologize", "me", "--by", "Dee", today=TODAY)
    netlog("intro", "me", "Gus", "--by", "Dee", "--replaces", "e3", today=TODAY)
    assert any(
        line.startswith("They gave you") and line.endswith("problems (they made up for 1)")
        for line in lines(netlog, "Dee")
    )


@whatever_happened
def test_the_two_directions_add_up(netlog: Netlog, ledger: Path, lines: Any) -> None:
    lines(netlog, ledger)
    for who in ("me", "Amy", "Rob", "Kim", "Peak"):
        result = netlog("report", who, "--json", today="2026-06-01", code=None)
        if result.code:
            continue
        told = result.json["introductions"]
        ways = told["each_way"]
        assert told["by_them"] == ways["by_them"]["introductions"]
        assert told["to_them"] == ways["to_them"]["introductions"]
        for key in ("responded", "happy", "problems", "recovered"):
            assert told[key] == ways["by_them"][key] + ways["to_them"][key]
        assert ways["by_them"]["others_problems"] == 0
        for way in ways.values():
            assert way["recovered"] <= way["problems"]
            assert way["others_recovered"] <= way["others_problems"]
            assert way["happy"] <= way["responded"] <= way["introductions"]


def test_all_are_listed_in_a_pipe_and_the_latest_on_a_screen(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        "\n".join(f"2026-09-{day:02} intro Ann{day} 'Dee Bo' --no-due" for day in range(1, 14)),
    )
    piped = netlog("report", "Dee Bo", "--evidence", today=TODAY).out
    assert "more:" not in piped
    assert all(f"\ne{number} " in piped for number in range(1, 14))
    shown = SGR.sub("", on_terminal(ledger, "report", "Dee Bo", "--evidence")[1])
    assert 'and 3 more: netlog report "Dee Bo" --evidence | less' in shown
    assert "\ne13 " in shown
    assert "\ne3 " not in shown


@pytest.mark.usefixtures("_both_ways")
@pytest.mark.parametrize("who", ["me", "Dee"])
def test_forty_columns_are_enough_for_every_line(netlog: Netlog, ledger: Path, who: str) -> None:
    netlog("person", "Dee", "--org", "Peak", today=TODAY)
    wide = SGR.sub("", on_terminal(ledger, "report", who, "--evidence", columns=120)[1])
    narrow = SGR.sub("", on_terminal(ledger, "report", who, "--evidence", columns=40)[1])
    assert max(map(len, narrow.splitlines())) <= 40
    assert "…" not in narrow
    flat = " ".join(narrow.split())
    for kind in ("thanks", "asking whether both are happy") if who == "me" else ("thanks",):
        assert kind in wide
        assert kind.capitalize() in flat
    ends = ("happy", "recovered", "problem") if who == "me" else ("happy", "problem")
    assert all(f" Sep, {state}" in flat for state in ends)
    known = netlog("report", who, "--json").json["record"]
    record = narrow.partition("\nRecord")[2].partition("\nIntroductions")[0].splitlines()
    told = [line.strip() for line in record if line.startswith("  ")]
    names = {"on_time": "on time"}
    assert told == [
        ", ".join(f"{n} {names.get(key, key)}" for key, n in standings.items() if n)
        for standings in known.values()
    ]
