"""One screen before a coffee: what is told of a contact, and how much of it."""

from pathlib import Path
from typing import Any

import pytest

from netlog.domain.report.brief import LATEST
from tests.cli.looking import Netlog, given
from tests.cli.test_hostile import SGR, on_terminal

STORY = """
2026-10-01 person Dana --org Acme --skill HR --need tax --email dana@example.com --every 6w
2026-10-01 person Dana --phone 1 --alias Dee
2026-10-02 person Kim --org Acme --skill law --need "a shop"
2026-10-02 meet Dana Sam --at Club
2026-10-03 intro Dana Bob --for tax
2026-10-04 intro Ann Dana
2026-10-05 reach Dana --about "a talk"
2026-10-06 thank me --by Dana
2026-10-07 meet Kim
2026-10-08 promise a --to Dana
2026-10-08 promise b --to Dana
2026-10-08 promise c --by Dana
2026-10-09 intro Ann Dana
2026-10-10 intro me Zed --by Dana
2026-10-11 intro Bob Dana
2026-10-12 intro Cid Dana
2026-10-13 intro Cid Sam
2026-10-13 problem e2 late --with Bob
2026-10-14 note Dana "likes tea"
2026-10-15 note Kim "runs"
2026-10-15 note Dana "climbs" --on 2026-10-01
2026-10-16 talk Kim --via phone
"""


@pytest.fixture(autouse=True)
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)


def briefed(netlog: Netlog, who: str) -> dict[str, Any]:
    return dict(netlog("brief", who, "--json").json)


def test_of_a_person(netlog: Netlog) -> None:
    told = briefed(netlog, "Dee")
    assert (told["name"], told["org"], told["people"]) == ("Dana", "Acme", [])
    assert (told["skills"], told["aliases"], told["every"]) == (["HR"], ["Dee"], "every 6 weeks")
    needs = [(need["name"], need["need"]) for need in told["needs"]]
    assert needs == [("Dana", "tax")], "the introduction for it went wrong"
    assert told["touch_due_on"] == "2026-11-16"
    assert [note["text"] for note in told["notes"]] == ["likes tea", "climbs"]
    words = [(word["id"], word["text"]) for word in told["last_words"]]
    assert words == [
        ("a1", "Dana thanked you"),
        ("e4", 'You reached out to Dana about "a talk"'),
        ("e1", "You met Dana and Sam · at Club"),
    ]


def test_the_verdict_is_the_one_of_the_report(netlog: Netlog) -> None:
    for who in ("Dana", "Kim", "Acme", "Zed"):
        told, report = briefed(netlog, who), netlog("report", who, "--json").json
        assert (told["verdict"], told["score"]) == (report["verdict"], report["score"])
        for way in ("to_them", "by_them"):
            assert told["introductions"][way] == report["introductions"][way]
        assert told["introduced"] == report["introduced"][:LATEST]


def test_what_is_open_is_what_due_says(netlog: Netlog) -> None:
    for who in ("Dana", "Kim", "Acme", "Bob"):
        told = [(item["id"], item["side"]) for item in briefed(netlog, who)["open"]]
        items = netlog("due", who, "--all", "--json").json["items"]
        assert told == [(item["id"], item["side"]) for item in items]


def test_of_an_organisation(netlog: Netlog) -> None:
    told = briefed(netlog, "Acme")
    assert told["people"] == [
        {"name": "Dana", "skills": ["HR"]},
        {"name": "Kim", "skills": ["law"]},
    ]
    assert [(need["name"], need["need"]) for need in told["needs"]] == [
        ("Dana", "tax"),
        ("Kim", "a shop"),
    ]
    assert {item["who"] for item in told["open"]} >= {"Dana", "Kim"}
    assert [word["id"] for word in told["last_words"]] == ["e18", "e5", "a1", "e4", "e1"]
    assert [(note["name"], note["text"]) for note in told["notes"]] == [
        ("Kim", "runs"),
        ("Dana", "likes tea"),
        ("Dana", "climbs"),
    ]
    assert "Kim: thanks for the meeting" in netlog("brief", "Acme").out
    assert "  Kim: runs\n" in netlog("brief", "Acme").out
    assert "  runs\n" in netlog("brief", "Kim").out


def test_the_people_of_an_organisation_are_told_by_name(netlog: Netlog) -> None:
    netlog("person", "cem", "--org", "Acme")
    assert [person["name"] for person in briefed(netlog, "Acme")["people"]] == [
        *("cem", "Dana", "Kim"),
    ]


def test_an_organisation_is_in_touch_by_its_own_interval(netlog: Netlog) -> None:
    assert briefed(netlog, "Acme")["touch_due_on"] is None, "that of Dana is hers"
    netlog("meet", "Acme", "--on", "2026-10-17", today="2026-10-17")
    netlog("person", "Acme", "--every", "12w", today="2026-10-17")
    told = briefed(netlog, "Acme")
    assert (told["every"], told["touch_due_on"]) == ("every 12 weeks", "2027-01-09")


def test_of_who_is_archived(netlog: Netlog) -> None:
    assert briefed(netlog, "Dana")["archived_on"] is None
    netlog("person", "Dana", "--archive")
    assert briefed(netlog, "Dana")["archived_on"] == "2026-11-21"
    assert "archived since 21 Nov" in " ".join(netlog("brief", "Dana").out.split())


def test_it_fits_a_screen(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Dana", "--note", "she climbs, and her daughter goes to the university now")
    netlog("person", "Dana", "--need", "a bookkeeper")
    shown = SGR.sub("", on_terminal(ledger, "brief", "Dana", columns=80)[1]).splitlines()
    assert len(shown) <= 24
    assert "more)" in "\n".join(shown)
    assert "more)" not in netlog("brief", "Kim").out


def test_two_introductions_are_told_apart_by_who_is_to_be_asked(netlog: Netlog) -> None:
    netlog("intro", "Cara", "Nina")
    netlog("intro", "Cara", "Otto")
    told = netlog("brief", "Cara").out
    assert "Cara and Nina: ask whether both are happy" in told
    assert "Cara and Otto: ask whether both are happy" in told


def test_what_is_snoozed_is_told_as_that(netlog: Netlog) -> None:
    promise, *_ = (item for item in briefed(netlog, "Dana")["open"] if item["text"] == '"a"')
    netlog("snooze", str(promise["id"]), "--until", "2027-01-02")
    when = {item["id"]: item["when"] for item in briefed(netlog, "Dana")["open"]}
    assert when[promise["id"]] == f"{promise['when']}, snoozed until 2 Jan 2027"
    assert sum("snoozed" in each for each in when.values()) == 1
