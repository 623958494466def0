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
        ("edit e2 --add Sam", 3),
        ("edit e1 --replace Dana Dana", 3),
        ("edit e2 --about ''", 3),
        ("edit e2 --times 0", 2),
        ("edit e99 --on today", 3),
        ("edit 1 --on today", 2),
        ("edit e99 --add Sam", 3),
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


LATER = """\
2026-10-13 meet Ann
2026-10-14 reach Ann --on 2026-10-02 --via phone
2026-10-15 reach me --by Sam --on 2026-10-10
2026-10-15 reach Sam --on 2026-10-11 --expect-reply
2026-10-16 reach Dana --on 2026-10-01 --via phone
2026-10-16 reach Dana --on 2026-10-05 --via email
2026-10-17 done 6 --on 2026-10-06
2026-10-18 person Dana --every 6w
2026-10-18 meet Dana --no-due
"""


def test_other_words_change_nothing_but_the_words(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LATER)
    tables = ("obligation", "settlement", "attempt", "party", "introduction_outcome")

    def others() -> list[Any]:
        return [rows(ledger, f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]

    before = others()
    for (number,) in rows(ledger, "SELECT id FROM event"):
        told = netlog("edit", f"e{number}", "--note", "hello", "--json").json
        assert not any(told[key] for key in ("changed", "closed", "dropped", "opened", "reopened"))
    assert others() == before
    assert rows(ledger, "SELECT DISTINCT note FROM event") == [("hello",)]


def test_the_same_again_is_refused(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana --note x")
    assert "recorded so already" in refused(netlog, ledger, "edit", "e1", "--note", "x").err


def test_what_a_later_word_said_counts_once_the_one_before_is_gone(
    netlog: Netlog, ledger: Path
) -> None:
    given(
        netlog, ledger, "2026-11-02 reach me --by Com\n2026-11-03 reach Com\n2026-11-03 reach Com"
    )
    assert netlog("delete", "e2", "--json").json["dropped"] == [2]
    assert netlog("due", "--json").json["items"] == []


def test_an_introduction_is_not_moved_past_what_came_of_it(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 intro Cara Web\n2026-11-05 check e1 --happy")
    assert (
        "known since 2026-11-05" in refused(netlog, ledger, "edit", "e1", "--on", "2026-11-10").err
    )
    netlog("edit", "e1", "--on", "2026-11-03")


JO = "2026-11-01 intro me Jo --by Amy\n2026-11-03 problem e1 rude --with Jo\n"


def test_a_problem_goes_with_whom_it_was_with(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, JO)
    netlog("edit", "e1", "--replace", "Jo", "Joan Webb", "--new")
    assert netlog("report", "Joan Webb", "--json").json["verdict"] == "hold off"
    assert netlog("report", "Jo", "--json").json["verdict"] == "unknown"
    netlog("edit", "e2", "--note", "y")
    netlog("edit", "e1", "--replace", "Amy", "Bea")
    assert netlog("report", "Bea", "--json").json["record"]["apology"]["overdue"] == 1


def test_a_problem_that_was_made_up_for_stays(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{JO}2026-11-08 intro me Lee --by Amy --replaces e1")
    assert "netlog delete e3" in refused(netlog, ledger, "delete", "e2").err
    assert "e2, e3 are about e1" in refused(netlog, ledger, "delete", "e1").err
    refused(netlog, ledger, "edit", "e2", "--on", "2026-11-10")
    netlog("edit", "e3", "--note", "x")
    assert netlog("delete", "e3", "--json").json["reopened"] == [5]
    netlog("delete", "e2")


def test_a_promise_of_the_usual_term_moves_whole(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-15 promise slides --to Dana\n2026-11-15 promise x --to Dana")
    netlog("edit", "e1", "--on", "2026-11-10")
    assert rows(ledger, "SELECT due_on FROM obligation WHERE id = 1") == [("2026-11-17",)]
    netlog("edit", "e2", "--on", "2026-11-12", "--due", "fri")
    assert rows(ledger, "SELECT due_on FROM obligation WHERE id = 2") == [("2026-11-13",)]


def test_fewer_than_came_were_not_promised(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        "2026-11-01 promise refs --by Rob --times 3\n2026-11-05 done 1 --times 2\n"
        "2026-11-06 promise slides --to Rob --no-due",
    )
    assert "2 of 3 came already" in refused(netlog, ledger, "edit", "e1", "--times", "1").err
    netlog("edit", "e1", "--times", "2")
    assert rows(ledger, "SELECT closed_on FROM obligation") == [("2026-11-05",)]
    assert "--no-due" in refused(netlog, ledger, "edit", "e2", "--due", "2026-11-20").err


def test_who_was_there(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana Sam\n2026-11-03 thank Dana")
    told = netlog("edit", "e1", "--add", "Lee", "--remove", "Sam").out
    assert told.startswith("Changed e1: You met Dana and Lee · Mon 2 Nov\n  new     Lee\n")
    assert rows(ledger, "SELECT count(*) FROM obligation") == [(4,)]
    assert rows(ledger, "SELECT closed_on FROM obligation WHERE id = 1") == [("2026-11-03",)]
    refused(netlog, ledger, "edit", "e1", "--remove", "Sam")
    refused(netlog, ledger, "edit", "e1", "--remove", "Dana", "--remove", "Lee")


TURNED = [
    ("reach Sam", "reach me --by Sam", "me Sam"),
    ("promise slides --to Sam", "promise slides --by Sam", "Sam me"),
    ("intro Sam Lee --for tax", "intro Lee Sam --for tax", "Lee Sam"),
    ("intro Sam Lee --by Amy", "intro Sam Lee", "Amy me"),
    ("intro Sam Lee --by Amy", "intro Sam me --by Amy", "Lee me"),
]


@pytest.mark.parametrize(("wrong", "right", "swap"), TURNED)
def test_two_change_places(
    netlog: Netlog,
    ledger: Path,
    wrong: str,
    right: str,
    swap: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    everybody = "".join(f"2026-11-01 person {name} --new\n" for name in ("Sam", "Lee", "Amy"))
    given(netlog, ledger, f"{everybody}2026-11-02 {wrong}\n2026-11-03 edit e1 --replace {swap}")
    mended = facts(netlog, "Sam", "Lee", "me")
    other = ledger.with_name("flawless.db")
    monkeypatch.setenv("NETLOG_LEDGER", str(other))
    given(netlog, other, f"{everybody}2026-11-02 {right}")
    assert mended == facts(netlog, "Sam", "Lee", "me")


def test_an_item_is_named_with_its_event(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Dana\n2026-11-03 meet Sam")
    assert "It comes from e1" in refused(netlog, ledger, "delete", "2", code=2).err
    refused(netlog, ledger, "edit", "9", "--note", "x")
