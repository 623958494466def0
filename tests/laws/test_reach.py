"""Corrections that reach further than the fact which they change: the tables stay balanced."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.ledgers import faults
from tests.support.program import Result

Netlog = Callable[..., Result]
TODAY = "2026-03-20"

SOUND = {
    "the introducer of what was made up for changes": (
        "2 intro me Bob --by Xena",
        "3 problem e1 bad --with Bob",
        "4 intro me Dan --by Xena --replaces e1",
        "5 edit e1 --replace Xena Zoe --new",
    ),
    "my introduction was another's, and what made up for it": (
        "2 intro Amy Bob",
        "3 problem e1 bad --with Bob",
        "4 intro Amy Dan --replaces e1",
        "5 edit e1 --replace me Xena --new",
    ),
    "a problem with what made up for a problem": (
        "2 intro Amy Bob",
        "3 problem e1 bad --with Bob",
        "4 intro Amy Dan --replaces e1",
        "5 problem e3 worse --with Dan",
        "6 edit e1 --replace Amy Zoe --new",
        "6 person Amy --every 7d",
        "6 thank Amy --on 2026-03-01",
    ),
    "two of one day whose order was put right": (
        "2 intro me Bob --by Xena",
        "2 intro me Bob --by Yan",
        "2 edit e2 --before e1",
        "3 reach Bob",
    ),
    "the question of one introduction answers the other of another": (
        "2 intro Ann Cyd",
        "6 broken 4",
        "7 intro Cyd Peak --on 2026-03-03",
    ),
    "two of a group are one, so that no group met": (
        "2 meet Ann Bob Cyd Dan",
        "3 merge Ann Dan",
    ),
    "two of a group that somebody else named are one": (
        "2 meet me Ann Bob Cyd --by Dan",
        "3 merge Ann Dan",
    ),
    "what was checked is gone": ("2 intro Ann Cyd", "4 check e1 --happy", "5 delete e1"),
}

REFUSED = {
    "somebody else is harmed": (
        ("2 intro Amy Bob", "3 problem e1 bad --with Bob"),
        ("edit e2 --replace Amy me", "edit e2 --replace Amy Zoe --new"),
    ),
    "thanks among others": (
        ("2 meet Amy Bob", "3 thank Amy"),
        ("edit a1 --replace me Zoe --new", "edit a1 --replace me Bob"),
    ),
    "a problem before its introduction": (
        ("2 intro Amy Bob", "2 problem e1 bad --with Bob"),
        ("edit e2 --before e1",),
    ),
    "an introduction after what came of it": (
        ("2 intro Amy Bob", "2 check e1 --responded", "2 meet Cyd", "2 meet Dan"),
        ("edit e1 --before e3",),
    ),
    "a problem after what made up for it": (
        (
            "2 intro Amy Bob",
            "3 problem e1 bad --with Bob",
            "3 intro Amy Dan --replaces e1",
            "3 meet Cyd",
        ),
        ("edit e2 --before e4",),
    ),
}


def type_in(netlog: Netlog, lines: tuple[str, ...]) -> None:
    for line in lines:
        day, typed = line.split(" ", 1)
        netlog(*shlex.split(typed), today=f"2026-03-{int(day):02}")


@pytest.mark.parametrize("what", SOUND)
def test_the_tables_are_as_the_facts_have_them(what: str, netlog: Netlog, ledger: Path) -> None:
    type_in(netlog, SOUND[what])
    assert faults(ledger) == []
    netlog("undo", today=TODAY)
    assert faults(ledger) == []


@pytest.mark.parametrize("what", REFUSED)
def test_what_could_never_be_cannot_be_made_so(what: str, netlog: Netlog, ledger: Path) -> None:
    lines, mends = REFUSED[what]
    type_in(netlog, lines)
    for mend in mends:
        netlog(*shlex.split(mend), today=TODAY, code=3)
    assert faults(ledger) == []


def items(netlog: Netlog) -> str:
    return netlog("history", today=TODAY).out


def test_a_thank_you_for_an_item_of_the_place_that_goes_stays_with_its_twin(
    netlog: Netlog, ledger: Path
) -> None:
    type_in(netlog, ("2 meet Amy Bob", "3 thank Bob --for 3", "4 merge Amy Bob"))
    assert re.search(r"you owed Amy thanks for the meeting · kept in time on 3 Mar", items(netlog))
    assert faults(ledger) == []


def test_what_was_said_of_a_touch_of_the_place_that_goes_is_said_of_the_one_that_stays(
    netlog: Netlog, ledger: Path
) -> None:
    type_in(netlog, ("2 meet Amy Bob", "2 person Bob --every 7d", "3 done 1 3", "9 broken 5"))
    type_in(netlog, ("9 merge Amy Bob",))
    assert "you owed Amy a word, to keep in touch · broken on 9 Mar" in items(netlog)
    assert faults(ledger) == []
    netlog("undo", today=TODAY)
    assert faults(ledger) == []


def test_who_comes_back_gets_the_last_of_the_old_places(netlog: Netlog, ledger: Path) -> None:
    type_in(
        netlog,
        (
            "2 meet Amy Bob Cyd",
            "2 edit e1 --remove Amy",
            "2 edit e1 --replace Bob Amy",
            "2 done 3",
            "2 edit e1 --remove Amy",
            "2 edit e1 --add Amy",
        ),
    )
    assert "3  you owed Amy thanks for the meeting · kept in time on 2 Mar" in items(netlog)
    assert faults(ledger) == []


def test_who_stays_gets_back_the_places_of_who_was_merged(netlog: Netlog, ledger: Path) -> None:
    type_in(
        netlog,
        (
            "2 meet Amy Bob Cyd",
            "2 edit e1 --remove Amy",
            "2 meet Dan",
            "2 merge Dan Amy",
            "2 edit e1 --add Dan",
        ),
    )
    assert "1  you owe Dan thanks for the meeting" in items(netlog)
    assert faults(ledger) == []


def test_before_counts_what_was_heard_on_that_day(netlog: Netlog) -> None:
    type_in(
        netlog,
        (
            "2 intro Amy Bob",
            "8 meet Cyd",
            "8 check e1 --responded --on 2026-03-07",
            "8 problem e1 bad --with Bob",
            "8 meet Dan",
        ),
    )
    before = items(netlog)
    type_in(netlog, ("8 edit e4 --before e3", "8 edit e3 --before e4"))
    question = r"4  ask Amy whether Bob answered.*"
    assert re.findall(question, items(netlog)) == re.findall(question, before)


def test_the_same_day_keeps_the_place_in_it(netlog: Netlog) -> None:
    type_in(netlog, ("2 meet Amy", "2 thank Amy", "2 edit a1 --before e1"))
    before = items(netlog)
    netlog("edit", "a1", "--on", "2026-03-02", today=TODAY, code=3)
    assert items(netlog) == before


def test_what_was_done_beside_an_item_stays_when_that_is_open_again(
    netlog: Netlog, ledger: Path
) -> None:
    type_in(netlog, ("2 intro Amy Bob", "3 done 5"))
    reopened = netlog("reopen", "5", "--json", today="2026-03-04").json
    assert reopened["reopened"] == [5]
    assert "Bob answered Amy · 3 Mar" in items(netlog)
    assert faults(ledger) == []


def test_a_word_on_the_day_of_the_last_one_is_none_however_it_came_there(
    netlog: Netlog, ledger: Path
) -> None:
    type_in(
        netlog,
        ("2 person Bob --every 7d --new", "2 meet Bob", "5 done 3", "6 edit e1 --on 2026-03-05"),
    )
    touches = [line for line in items(netlog).splitlines() if "keep in touch" in line]
    assert len(touches) == 1, touches
    assert "open, due 12 Mar" in touches[0] or "overdue by 8 days, due 12 Mar" in touches[0]
    assert faults(ledger) == []
