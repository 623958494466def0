"""Putting the past right: edit, delete, merge and rename leave what a flawless record would."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.looking import given, refused, rows
from tests.support.program import Result

Netlog = Callable[..., Result]


def facts(netlog: Netlog, *who: str, today: str = "2026-11-21") -> list[Any]:
    """What `due` and the reports say, without the ids, which a mistake uses up."""
    told: list[Any] = [
        {key: value for key, value in item.items() if key not in ("id", "event")}
        for item in netlog("due", "--all", "--json", today=today).json["items"]
    ]
    for name in who:
        report = netlog("report", name, "--json", today=today).json
        report["evidence"] = [
            {key: value for key, value in one.items() if key not in ("id", "event")}
            for one in report["evidence"]
        ]
        told.append(report)
    return told


FLAWLESS = """\
2026-11-02 meet "Dana Park"
2026-11-02 meet "Sam Lee"
2026-11-03 intro "Dana Park" "Acme HR" --for handbook --via email
2026-11-04 promise "two referrals" --by "Dana Park" --times 2 --due 2026-11-10
2026-11-05 reach "Sam Lee" --via phone
2026-11-06 done 10 --times 1
"""
MISTAKEN = {
    "wrong person": (
        FLAWLESS.replace('intro "Dana Park"', 'intro "Dan Brown"'),
        'edit e3 --replace "Dan Brown" "Dana Park"',
    ),
    "wrong date": (
        FLAWLESS.replace("handbook --via email", "handbook --via email --on 2026-10-30"),
        "edit e3 --on 2026-11-03",
    ),
    "wrong words": (FLAWLESS.replace("handbook", "hundbook"), "edit e3 --about handbook"),
    "wrong channel": (FLAWLESS.replace("--via phone", "--via fax"), "edit e5 --via phone"),
    "wrong due date": (
        FLAWLESS.replace("--due 2026-11-10", "--due 2026-12-10"),
        "edit e4 --due 2026-11-10",
    ),
    "wrong number": (FLAWLESS.replace("--times 2", "--times 3"), "edit e4 --times 2"),
    "twice recorded": (FLAWLESS + '2026-11-06 meet "Sam Lee" --no-due\n', "delete e6"),
    "somebody else altogether": (
        FLAWLESS.replace('reach "Sam Lee"', 'reach "Dana Park"'),
        'edit e5 --replace "Dana Park" "Sam Lee"',
    ),
    "two who are one": (
        FLAWLESS.replace('2026-11-05 reach "Sam Lee"', '2026-11-05 reach "S. Lee" --new'),
        'merge "Sam Lee" "S. Lee"',
    ),
    "wrong name": (FLAWLESS.replace("Sam Lee", "Sam Lie"), 'person "Sam Lie" --rename "Sam Lee"'),
}


@pytest.mark.parametrize("mistake", MISTAKEN)
def test_afterwards_it_is_as_if_no_mistake_had_been_made(
    netlog: Netlog, ledger: Path, mistake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, mend = MISTAKEN[mistake]
    people = ("Dana Park", "Sam Lee", "Acme HR", "me")
    given(netlog, ledger, lines)
    given(netlog, ledger, f"2026-11-07 {mend}")
    mended = facts(netlog, *people)

    other = ledger.with_name("flawless.db")
    monkeypatch.setenv("NETLOG_LEDGER", str(other))
    given(netlog, other, FLAWLESS)
    assert mended == facts(netlog, *people)


def test_settlements_stay_where_they_make_sense(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana\n2026-11-03 thank Dana")
    netlog("edit", "e1", "--on", "2026-11-01")
    assert rows(ledger, "SELECT opened_on, due_on, closed_on FROM obligation WHERE id = 1") == [
        ("2026-11-01", "2026-11-03", "2026-11-03")
    ]
    told = netlog("edit", "e1", "--on", "2026-11-10").out
    assert "1 settlement of before it went with the change" in told
    assert rows(ledger, "SELECT closed_on FROM obligation WHERE id = 1") == [(None,)]


def test_what_an_event_answered_is_open_again_without_it(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 reach me --by Com\n2026-11-03 reach Com")
    assert netlog("delete", "e2", "--json").json["reopened"] == [1]
    assert [one["id"] for one in netlog("due", "--json").json["items"]] == [1]


def test_a_later_attempt_inherits_what_an_earlier_opened(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 reach Com\n2026-11-05 reach Com --via phone")
    netlog("delete", "e1")
    (item,) = netlog("due", "--json").json["items"]
    assert (item["event"]["id"], item["opened_on"], item["due_on"], item["attempts"]) == (
        "e2",
        "2026-11-05",
        "2026-11-08",
        1,
    )


def test_what_others_are_about_stays(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 intro me Jo --by Amy\n2026-11-04 problem e1 rude --with Jo")
    assert "e2 is about e1" in refused(netlog, ledger, "delete", "e1").err
    refused(netlog, ledger, "edit", "e1", "--on", "2026-11-05")
    netlog("delete", "e2")
    netlog("delete", "e1")
    assert rows(ledger, "SELECT * FROM event") == []


def test_no_due_stays_no_due(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana --no-due")
    netlog("edit", "e1", "--on", "2026-11-01", "--note", "by chance")
    assert rows(ledger, "SELECT happened_on, note FROM event") == [("2026-11-01", "by chance")]
    assert rows(ledger, "SELECT * FROM obligation") == []


def test_an_empty_text_takes_it_off(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana --note x --at home")
    netlog("edit", "e1", "--note", "")
    assert rows(ledger, "SELECT note, place FROM event") == [("", "home")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("edit e1", 2),
        ("edit e1 --fee 3", 2),
        ("edit e1 --due fri", 2),
        ("edit e1 --on tomorrow", 3),
        ("edit e1 --on 3/4", 2),
        ("edit e1 --replace Zed Sam", 3),
        ("edit e1 --replace Dana me", 3),
        ("edit e1 --replace Dana Dana", 3),
        ("edit e2 --about ''", 3),
        ("edit e2 --times 0", 3),
        ("edit e99 --on today", 3),
        ("edit 1 --on today", 2),
        ("delete e99", 3),
        ("delete 1", 2),
        ("merge Dana Dana", 3),
        ("merge me Dana", 3),
        ("merge Dana me", 3),
        ("merge Dana Zed", 3),
        ("person me --rename Ann", 3),
        ("person Dana --rename Lee", 3),
        ("person Zed --rename Ann", 3),
        ("person Dana --rename ''", 3),
        ("snooze 1 --until yesterday", 3),
        ("snooze 1 --until today", 3),  # it is not snoozed
        ("snooze 99 --until tomorrow", 3),
        ("snooze 1", 2),
    ],
)
def test_what_makes_no_sense_changes_nothing(
    netlog: Netlog, ledger: Path, line: str, code: int
) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana Sam\n2026-11-02 promise x --to Lee")
    refused(netlog, ledger, *shlex.split(line), code=code)


def test_merging_drops_what_one_would_owe_oneself(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        "2026-11-02 person 'Priya Nair' --email p@x.example\n"
        "2026-11-02 intro 'Priya Nair' Pri --new\n"
        "2026-11-02 person Pri --email p@y.example --skill law --new",
    )
    merged = netlog("merge", "Priya Nair", "Pri", "--json").json
    assert merged["dropped"] == [3], "the response"
    card = netlog("person", "Priya Nair", "--json").json
    assert (card["emails"], card["skills"]) == (["p@x.example", "p@y.example"], ["law"])
    assert "Pri" in card["aliases"]


def test_a_snoozed_item_can_be_shown_again(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana\n2026-11-03 snooze 1 2 --until 2026-11-20")
    shown = netlog("snooze", "1", "2", "--until", "today", "--json", today="2026-11-04").json
    assert shown["summary"] == (
        "No longer snoozed: you owe Dana thanks for the meeting, and 1 more item"
    )
    assert (shown["hidden"], shown["shown"]) == ([], [1, 2])
    assert [one["id"] for one in netlog("due", "--json", today="2026-11-04").json["items"]] == [1]
    netlog("undo")
    assert netlog("due", "--json", today="2026-11-04").json["items"] == []
    netlog("redo")
    netlog("snooze", "1", "--until", "today", today="2026-11-04", code=3)


def test_a_snoozed_item_comes_back_with_its_due_date(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana\n2026-11-03 snooze 1 --until 2026-11-20")

    def seen(today: str) -> list[tuple[int, str]]:
        items = netlog("due", "--mine", "--json", today=today).json["items"]
        return [(one["id"], one["due_on"]) for one in items]

    assert seen("2026-11-19") == []
    assert seen("2026-11-20") == [(1, "2026-11-04")]


def test_undo_list_tells_each_command_in_a_sentence(netlog: Netlog, ledger: Path) -> None:
    assert netlog("undo", "--list", "--json").json["items"] == []
    given(netlog, ledger, "2026-11-02 meet Dana\n2026-11-03 thank Dana\n2026-11-04 meet Sam")
    netlog("undo")
    summaries = [one["summary"] for one in netlog("undo", "--list", "--json").json["items"]]
    assert summaries == ["You thanked Dana", "You met Dana"]
    assert "You thanked Dana" in netlog("undo", "--list").out.splitlines()[0]
