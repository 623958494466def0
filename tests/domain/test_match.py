"""Whom to introduce to whom: what meets a need, and whom one puts forward."""

import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netlog.domain.people.needs import Need
from netlog.domain.records import Contact, Detail
from netlog.domain.report.match import can_be_introduced, in_order, meets
from tests.cli.looking import Netlog, given, refused

STORY = """
2026-10-01 person Dana --org "Acme HR" --need "tax advice" --need "a web shop"
2026-10-01 person Rob --need law
2026-10-02 person "Kim Ode" --org "Numbers Ltd" --skill tax --skill bookkeeping
2026-10-02 person "Lee Chan" --skill "tax advice"
2026-10-02 person "Amy Ruiz" --org "Acme HR" --skill tax
2026-10-02 person "Jo Young" --skill "employment law"
2026-10-02 person "Bad Guy" --skill tax --need law
2026-10-02 person "Pat Cole" --skill tax
2026-10-02 person "New One" --skill tax
2026-10-02 person Gone --skill tax
2026-10-02 person me --skill tax --need law
2026-10-03 promise a --by "Kim Ode"
2026-10-03 promise b --by "Kim Ode"
2026-10-03 promise a --by "Bad Guy"
2026-10-03 promise b --by "Bad Guy"
2026-10-03 promise a --by "Lee Chan"
2026-10-04 done 1 2
2026-10-04 broken 3 4
2026-10-04 intro Dana "Pat Cole" --for lunch --no-due
2026-10-14 done 5
2026-10-14 person Gone --archive
"""


def contact(key: int, organisation: int | None = None) -> Contact:
    return Contact(key, f"c{key}", f"c{key}", "person", False, organisation)


@pytest.mark.parametrize(
    ("skill", "need", "expected"),
    [
        ("tax", "tax", True),
        ("tax", "tax advice", True),
        ("employment law", "law", True),
        ("tax advice", "advice tax", True),
        ("tax law", "tax advice", False),
        ("tax", "taxes", False),
        ("flat hunting", "a flat", True),
        ("flats", "flat", True),
        ("flat", "help with the flats", True),
        ("law", "lawn", False),
        ("flats", "flatter", False),
        ("a", "a flat", False),
        ("-", "tax", False),
        ("tax", "-", False),
    ],
)
def test_what_meets_a_need(skill: str, need: str, expected: bool) -> None:
    assert meets(skill, need) is expected


def test_who_can_be_introduced() -> None:
    assert can_be_introduced(contact(1), contact(2))
    assert can_be_introduced(contact(1, 8), contact(2, 9))
    assert not can_be_introduced(contact(1), contact(1))
    assert not can_be_introduced(contact(1, 9), contact(2, 9))
    assert not can_be_introduced(contact(1, 9), contact(9))
    assert not can_be_introduced(contact(9), contact(1, 9))


def test_the_longest_open_come_first() -> None:
    contacts = {1: contact(1), 2: contact(2)}

    def noted(key: str, contact_id: int, day: int, answered_by: int | None = None) -> Need:
        on = date(2026, 1, day)
        return Need(Detail(0, contact_id, "need", key, key, on), answered_by)

    needs = [
        noted("b", 2, 1),
        noted("b", 1, 1),
        noted("c", 1, 1, answered_by=7),
        noted("d", 3, 1),
        noted("z", 2, 2),
        noted("a", 1, 1),
    ]
    order = [(need.detail.contact_id, need.text) for need in in_order(needs, contacts)]
    assert order == [(1, "a"), (1, "b"), (2, "b"), (2, "z")]


def matched(netlog: Netlog, *who: str) -> list[tuple[Any, ...]]:
    items = netlog("match", *who, "--json").json["items"]
    return [(one["client"], one["need"], one["provider"], one["verdict"]) for one in items]


class TestOfAStory:
    @pytest.fixture(autouse=True)
    def _story(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, STORY)

    def test_the_best_first_and_nobody_to_hold_off(self, netlog: Netlog) -> None:
        assert matched(netlog) == [
            ("Dana", "a web shop", None, None),
            ("Dana", "tax advice", "Kim Ode", "refer"),
            ("Dana", "tax advice", "Lee Chan", "with care"),
            ("Dana", "tax advice", "New One", "unknown"),
            ("Rob", "law", "Jo Young", "unknown"),
            ("Bad Guy", "law", None, None),
        ]
        items = netlog("match", "--json").json["items"]
        assert [one["client"] for one in items if one["held_off"]] == ["Bad Guy"]

    def test_a_need_is_open_again_where_it_went_wrong(self, netlog: Netlog, ledger: Path) -> None:
        given(
            netlog,
            ledger,
            """
            2026-10-20 intro Dana "New One" --for "tax advice"
            2026-10-21 intro Rob "Jo Young" --for law
            2026-10-22 problem e7 rude --with "New One"
            2026-10-22 problem e8 rude --with Rob
            """,
        )
        assert {need for _, need, *_ in matched(netlog, "Dana")} == {"a web shop", "tax advice"}
        assert matched(netlog, "Rob") == []

    def test_what_makes_up_for_one_that_went_wrong_says_so(
        self, netlog: Netlog, ledger: Path
    ) -> None:
        given(
            netlog,
            ledger,
            """
            2026-10-20 intro Dana "New One" --for "tax advice"
            2026-10-22 problem e7 rude --with "New One"
            """,
        )
        items = netlog("match", "Dana", "--json", today="2026-10-23").json["items"]
        (line,) = {one["command"] for one in items if one["provider"] == "Lee Chan"}
        assert line.endswith(" --replaces e7")
        typed = [*shlex.split(line)[1:], "--json"]
        assert netlog(*typed, today="2026-10-23").json["closed"], "it keeps the replacement"
        items = netlog("match", "Dana", "--json", today="2026-10-23").json["items"]
        assert not [one for one in items if "--replaces" in (one["command"] or "")]

    def test_in_the_order_of_the_ranking(self, netlog: Netlog) -> None:
        order = [one["name"] for one in netlog("report", "--for", "tax", "--json").json["items"]]
        told = [provider for _, _, provider, _ in matched(netlog, "Dana") if provider in order]
        assert told == [name for name in order if name in told]

    def test_what_somebody_needs_or_can_meet(self, netlog: Netlog) -> None:
        assert matched(netlog, "Kim") == [("Dana", "tax advice", "Kim Ode", "refer")]
        assert matched(netlog, "Numbers Ltd") == matched(netlog, "Kim")
        assert matched(netlog, "Acme HR") == matched(netlog, "Dana")
        assert len(matched(netlog, "Dana")) == 4
        assert matched(netlog, "Amy") == []  # a colleague
        assert matched(netlog, "Pat") == []  # introduced before

    def test_a_limit_counts_the_needs_that_are_told(self, netlog: Netlog) -> None:
        netlog("person", "Rob", "--need", "tax papers", today="2026-10-15")
        one = ("match", "Pat", "--limit", "1")  # whom Dana, who needed it first, knows already
        assert matched(netlog, *one[1:]) == [("Rob", "tax papers", "Pat Cole", "unknown")]
        assert "more" not in netlog(*one).text
        assert "more" not in netlog("match", "Jo", "--limit", "1").err, "Bad Guy is held off"
        netlog("person", "Ann", "--need", "tax", "--new", today="2026-10-16")
        assert netlog(*one).err.startswith("1 more need; --limit")

    def test_what_it_prints_answers_the_need(self, netlog: Netlog) -> None:
        first = netlog("match", "Rob", "--json").json["items"][0]
        assert first["command"] == 'netlog intro Rob "Jo Young" --for law'
        netlog("intro", "Rob", "Jo Young", "--for", "law")
        assert "no open need" in netlog("match", "Rob").err

    def test_the_text(self, netlog: Netlog, ledger: Path) -> None:
        told = netlog("match")
        assert 'Dana needs "tax advice", since 1 Oct\n  Kim Ode · Numbers Ltd  refer' in told.out
        assert '  netlog intro Dana "Kim Ode" --for "tax advice"\n\nRob needs' in told.out
        assert 'Nobody to introduce yet: Dana, "a web shop".' in told.err
        assert 'to be held off: Bad Guy, "law".' in told.err
        assert "3 more needs" in netlog("match", "--limit", "1").err
        assert "more needs" not in told.text
        assert "all words of the one are in the other" in netlog("match", "--html", "-").out
        refused(netlog, ledger, "match", "me")
        refused(netlog, ledger, "match", "Zed")


def test_where_nobody_needs_anything(netlog: Netlog, ledger: Path) -> None:
    assert "nothing is recorded yet" in netlog("match").err
    assert netlog("match", "--json").json == {"schema": 1, "items": []}
    netlog("person", "Dana", "--new")
    assert "There is no open need.\n" in netlog("match").err
    assert "no open need that Dana has" in netlog("match", "Dana").err
    assert netlog("match", "--json").json["items"] == []
