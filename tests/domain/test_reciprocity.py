"""Introductions given and received, and with whom that is one-sided."""

from pathlib import Path
from typing import Any

import pytest

from netlog.domain.records import Contact
from netlog.domain.report.reciprocity import with_each
from netlog.ledger.file.access import reading
from netlog.ledger.read.records import me, select
from netlog.ledger.read.report import dossier
from tests.cli.looking import Netlog, given
from tests.ledger.generated import whatever_happened

TODAY = "2026-03-20"
STORY = """
2026-01-02 intro Amy Rob
2026-01-03 intro Amy Kim
2026-01-04 check e1 --happy
2026-01-05 intro me Zoe --by Rob
2026-01-06 problem e3 rude --with Zoe
2026-01-06 apologize me --by Rob
2026-01-07 intro me Yan --by Rob --replaces e3
2026-01-08 intro Cy me --by "Lead Co" --fee 75
2026-01-08 intro Di me --by "Lead Co" --fee 75
2026-01-08 intro Ed me --by "Lead Co" --fee 75
2026-01-09 intro Amy me --by Tim
2026-01-10 intro Amy Rob --by Tim
"""
NONE = {
    "introductions": 0,
    "responded": 0,
    "happy": 0,
    "problems": 0,
    "recovered": 0,
    "paid": 0,
    "fees": "0",
}


@pytest.fixture
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)


def told(netlog: Netlog, who: str) -> dict[str, Any]:
    return dict(netlog("report", who, "--json", today=TODAY).json["reciprocity"])


WITH: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "Amy": ({"introductions": 2, "responded": 1, "happy": 1}, {}),
    "Rob": (
        {"introductions": 1, "responded": 1, "happy": 1},
        {"introductions": 2, "problems": 1, "recovered": 1},
    ),
    "Zoe": ({}, {}),  # somebody else introduced us
    "Lead Co": ({}, {"introductions": 3, "paid": 3, "fees": "225"}),
    "Tim": ({}, {"introductions": 1}),  # of two, one was none of mine
    "me": (
        {"introductions": 2, "responded": 1, "happy": 1},
        {"introductions": 6, "problems": 1, "recovered": 1, "paid": 3, "fees": "225"},
    ),
}


@pytest.mark.usefixtures("_story")
@pytest.mark.parametrize("who", WITH)
def test_what_is_counted(netlog: Netlog, who: str) -> None:
    found = told(netlog, who)
    given_to_them, received = WITH[who]
    assert found["given"] == {**NONE, **given_to_them}
    assert found["received"] == {**NONE, **received}
    assert bool(found["contacts"]) == (who == "me")


@pytest.mark.usefixtures("_story")
def test_with_each_the_most_one_sided_first(netlog: Netlog) -> None:
    contacts = told(netlog, "me")["contacts"]
    # Amy owes me two, Rob gave one more than he got, Kim and Tim are even less; leads are bought.
    assert [one["name"] for one in contacts] == ["Amy", "Rob", "Kim", "Tim", "Lead Co"]
    for one in contacts:
        with_them = told(netlog, one["name"])
        assert (one["given"], one["received"]) == (with_them["given"], with_them["received"])


@pytest.mark.usefixtures("_story")
def test_what_others_did_for_others_is_one_sided_with_nobody(ledger: Path) -> None:
    with reading(ledger) as connection:
        (tim,) = select(connection, Contact, "WHERE t.name = ?", ["Tim"])
        of_tim = dossier(connection, tim).introductions
        owner = me(connection)
    assert len(of_tim) == 2
    ((contact_id, with_tim),) = with_each(of_tim, owner)
    assert (contact_id, with_tim.received.introductions) == (tim.id, 1)


@pytest.mark.usefixtures("_story")
def test_an_organisation_counts_an_introduction_of_two_of_its_people_once(netlog: Netlog) -> None:
    for name in ("Amy", "Rob", "me"):
        netlog("person", name, "--org", "Peak")
    found = told(netlog, "Peak")
    assert found["given"]["introductions"] == 2
    assert found["received"]["introductions"] == 2  # by Rob; I am of Peak, and gave myself nothing


@pytest.mark.usefixtures("_story")
def test_in_words(netlog: Netlog) -> None:
    out = netlog("report", "Rob", "--evidence", today=TODAY).out
    assert "\nYou gave them: 1 introduction, 1 answered, 1 happy\n" in out
    received = "2 introductions, no answer noted, 1 problem (they made up for it)"
    assert f"\nThey gave you: {received}\n" in out
    assert "They gave you" not in netlog("report", "Zoe", "--evidence", today=TODAY).out
    mine = (
        netlog("report", "me", "--evidence", today=TODAY)
        .out.split("Given and received\n")[1]
        .split("\n\n")[0]
    )
    assert mine.splitlines()[1].split("  ")[0] == "Amy"
    assert "3 introductions, no answer noted, fees 225" in mine


@whatever_happened
def test_what_i_gave_and_what_each_received_agree(netlog: Netlog, ledger: Path, lines: Any) -> None:
    lines(netlog, ledger)
    mine = netlog("report", "me", "--json", today="2026-06-01").json
    found = mine["reciprocity"]
    received = sum(one["received"]["introductions"] for one in found["contacts"])
    given_twice = sum(one["given"]["introductions"] for one in found["contacts"])
    assert received == found["received"]["introductions"]
    assert given_twice == 2 * found["given"]["introductions"]  # to both whom I introduced
    by_me = [one for one in mine["introduced"] if one["introducer"] == "me"]
    assert found["given"]["introductions"] == len(by_me)
