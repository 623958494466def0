"""Small inputs from real use that once went wrong: names, and what is said of people."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.looking import names, rows
from tests.support.program import Result

Netlog = Callable[..., Result]
TODAY = "2026-11-16"


def typed(netlog: Netlog, lines: str, today: str = TODAY) -> Result:
    """Type command lines one after the other, and return what the last one answered."""
    return [netlog(*shlex.split(line), today=today) for line in lines.split("; ")][-1]


@pytest.fixture
def known(netlog: Netlog, ledger: Path) -> list[str]:
    """Some who are known, one of them an organisation, and their names."""
    typed(netlog, "meet 'Sam Fox' Dana \"O'Brien\"; person Kim --org 'Acme Inc' --new")
    return names(ledger)


@pytest.mark.parametrize(
    "line",
    [
        *("meet 'Sam Fox' --new", "person Dana --new"),
        *("meet 'Dana Park'", "meet 'Dana M. Park'", "meet 'Dana Park-Lee'", "meet 'D. Park'"),
        *("meet 'Fox, Sam'", "meet 'Dr Sam Fox'", "meet 'Sam Fox <s@example.com>'"),
        *("meet 'Acme, Inc.'", "meet 'O Brien'", "person Zed"),
        *("meet e1", "meet 31", "meet -- -", "meet -- -x"),
    ],
)
def test_what_is_no_new_name_makes_nobody(
    line: str, netlog: Netlog, ledger: Path, known: list[str]
) -> None:
    refused = netlog(*shlex.split(line), today=TODAY, code=3)
    assert refused.err.startswith("netlog: ")
    assert "\n  " in refused.err, "what to do now"
    assert names(ledger) == known


def test_a_former_name_is_taken_as_well(netlog: Netlog, ledger: Path, known: list[str]) -> None:
    typed(netlog, "person 'Sam Fox' --rename 'Sam Wolf'")
    netlog("meet", "Sam Fox", "--new", today=TODAY, code=3)
    assert len(names(ledger)) == len(known)


def test_of_a_name_with_an_address_both_are_taken(netlog: Netlog) -> None:
    assert typed(netlog, "meet 'Eve Ode <eve@example.com>' --json").json["created"] == ["Eve Ode"]
    assert typed(netlog, "person eve@example.com --json").json["name"] == "Eve Ode"


def test_words_begin_after_any_mark(netlog: Netlog, ledger: Path) -> None:
    typed(netlog, "meet 'William \"Bill\" Hart'; due bill; meet Bill")
    assert names(ledger) == ['William "Bill" Hart']


def test_equal_figures_have_equal_verdicts(netlog: Netlog) -> None:
    typed(netlog, "promise ref --by Priya --on '2 nov' --due 2026-11-06; broken 1 --on '11 nov'")
    typed(netlog, "promise ref --by Zoe; broken 2")
    one, other = (typed(netlog, f"report {who} --json").json for who in ("Priya", "Zoe"))
    figures = [
        [round(100 * report["score"][figure]) for figure in ("mean", "low", "high")]
        for report in (one, other)
    ]
    assert figures[0] == figures[1]
    assert one["verdict"] == other["verdict"]


def test_who_gave_much_and_thanked_for_no_coffee_is_not_held_off(netlog: Netlog) -> None:
    coffees = "; ".join(f"meet Gil --on '{day} nov'" for day in (1, 2, 3, 4))
    typed(netlog, f"{coffees}; promise referrals --by Gil --times 2 --on '2 nov' --due '10 nov'")
    typed(netlog, "intro me Ann --by Gil --on '4 nov'; intro me Bob --by Gil --on '5 nov'")
    typed(netlog, "check e6 --responded --on '5 nov'; check e7 --responded --on '6 nov'")
    promise = next(
        item["id"]
        for event in typed(netlog, "history Gil --json").json["items"]
        for item in event["items"]
        if item["kind"] == "promise"
    )
    typed(netlog, f"done {promise} --on '8 nov'")
    typed(netlog, "promise slides --by Hal --on '1 nov' --due '8 nov'; thank me --by Hal")
    ranking = typed(netlog, "report --json").json["items"]
    gil = next(item for item in ranking if item["name"] == "Gil")
    assert gil["verdict"] in ("with care", "refer")
    order = ("refer", "with care", "unknown", "hold off")
    places = [order.index(item["verdict"]) for item in ranking if not item["only_a_lead"]]
    assert places == sorted(places)


def test_parts_count_up(netlog: Netlog) -> None:
    typed(netlog, "promise refs --by Dana --times 2; done 1 --times 1; done 1 --times 1")
    told = typed(netlog, "history").out
    assert "1 of 2 kept" in told
    assert "2 of 2 kept" in told


def test_what_somebody_was_in_is_found(netlog: Netlog) -> None:
    typed(netlog, "meet 'Dana Park'")
    assert "You met Dana Park" in typed(netlog, "find dana").out


def test_a_late_check_says_how_to_date_it(netlog: Netlog, ledger: Path) -> None:
    typed(netlog, "intro Ann Bob --on '1 nov'")
    told = typed(netlog, "check e1 --responded").out
    assert "if Bob answered before today: netlog undo, then netlog check e1 --responded" in told
    assert rows(ledger, "SELECT count(*) FROM statement") == [(1,)]


def test_new_speaks_of_the_names_that_mean_nobody(netlog: Netlog) -> None:
    netlog("meet", "Dana Park")
    assert "You introduced Dana Park to Lee" in netlog("intro", "Dana", "Lee", "--new").out
    assert "  new     Dana\n" in netlog("meet", "Dana", "--new").out
