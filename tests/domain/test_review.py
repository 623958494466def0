"""A week beside the one before: which days, and what each figure counts."""

import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netlog.domain.report.review import FIGURES, Period, period
from netlog.ledger.read import review as read
from tests.cli.looking import Netlog, given, refused

TODAY = date(2026, 11, 21)
# Each line is typed on its day, so that `due` of that day is what was open then.
STORY = """
2026-11-02 meet Ann Bob
2026-11-03 promise "the slides" --to Ann --due 2026-11-06
2026-11-04 intro Ann Cid --for law
2026-11-05 thank Ann
2026-11-09 done 5
2026-11-09 intro me Dot --by Bob
2026-11-10 thank Bob
2026-11-10 thank Bob
2026-11-11 promise "three names" --by Bob --times 3
2026-11-12 done 14 --times 1
2026-11-12 check e3 --worth 200
2026-11-16 done 14 --times 1
2026-11-16 thank me --by Ann
2026-11-17 meet Ann
2026-11-17 talk Dot
2026-11-18 waive 10
2026-11-18 check e3 --happy
2026-11-19 intro Bob Cid
2026-11-19 broken 14
2026-11-19 check e4 --worth 99 --on 2026-11-16
2026-11-19 check e4 --worth 0 --on 2026-11-17
2026-11-19 check e4 --worth 750 --on 2026-11-18
2026-11-19 check e4 --worth 20.50
2026-11-19 check e3 --worth 100
"""


def figures(netlog: Netlog, *options: str) -> dict[str, Any]:
    """The items of a review, by figure."""
    items = netlog("review", *options, "--json").json["items"]
    return {item["figure"]: item for item in items}


def texts(item: dict[str, Any]) -> list[str]:
    return [entry["text"] for entry in item["entries"]]


@pytest.mark.parametrize(
    ("since", "until", "expected", "before"),
    [
        (None, None, ("2026-11-15", "2026-11-21"), ("2026-11-08", "2026-11-14")),
        ("2026-11-01", None, ("2026-11-01", "2026-11-21"), ("2026-10-11", "2026-10-31")),
        (None, "2026-03-01", ("2026-02-23", "2026-03-01"), ("2026-02-16", "2026-02-22")),
        ("2026-11-21", "2026-11-21", ("2026-11-21",) * 2, ("2026-11-20",) * 2),
        ("1900-01-01", None, ("1900-01-01", "2026-11-21"), ("1773-02-09", "1899-12-31")),
    ],
)
def test_the_period_and_the_one_before(
    since: str | None, until: str | None, expected: tuple[str, str], before: tuple[str, str]
) -> None:
    first, last = (None if day is None else date.fromisoformat(day) for day in (since, until))
    days = period(TODAY, first, last)
    assert days == Period(*map(date.fromisoformat, expected))
    assert days.before == Period(*map(date.fromisoformat, before))
    assert days.has(days.since)
    assert days.has(days.until)
    assert not days.has(days.before.until)


def test_what_each_figure_counts(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    known = figures(netlog)
    assert list(known) == list(FIGURES)
    assert {name: (item["number"], item["before"]) for name, item in known.items()} == {
        "met": (2, 0),
        "given": (1, 0),
        "received": (0, 1),
        "you_kept": (1, 3),  # asked whether Cid answered; before, the slides and two thank-yous
        "you_kept_late": (1, 2),
        "they_kept": (4, 1),  # a name, two thank-yous, an answer; before, a name
        "you_broke": (0, 0),
        "they_broke": (1, 0),
        "problems": (0, 0),
        "you_thanked": (0, 1),  # twice, but one
        "they_thanked": (1, 0),
        "worth_to_you": (1, 0),
        "worth_to_others": (1, 1),
        "you_owe": (2, 1),
        "check_ins": (2, 2),
        "owes_you": (5, 6),
    }
    assert texts(known["met"]) == ["Ann", "Dot"]  # and talked with
    assert "\nmet or talked " in netlog("review").out
    assert known["given"]["entries"] == [{"id": "e8", "text": "Bob to Cid"}]
    assert texts(known["you_kept_late"]) == ["Ann: ask whether Cid answered, 10 days late"]
    assert texts(known["they_kept"])[0] == 'Bob: "three names" (2 of 3)'
    assert known["received"]["entries"] == []
    assert known["met"]["amount"] is None
    to_you, to_others = known["worth_to_you"], known["worth_to_others"]
    assert (to_you["amount"], to_you["amount_before"]) == ("770.50", "0")
    assert (to_others["amount"], to_others["amount_before"]) == ("100", "200")
    assert texts(to_you) == ["Dot, by Bob, 770.50"]
    assert texts(to_others) == ["Ann to Cid, 100"]


def test_what_went_wrong_is_told_and_closes_questions_without_keeping_them(
    netlog: Netlog, ledger: Path
) -> None:
    given(
        netlog,
        ledger,
        "2026-11-16 intro Ann Cid\n2026-11-16 promise x --to Ann\n"
        '2026-11-20 problem e1 "never there" --with Cid\n2026-11-20 broken 6\n'
        "2026-11-20 intro Bob Dot --by Eve\n2026-11-20 problem e4 rude --with Dot",
    )
    known = figures(netlog)
    assert (known["you_kept"]["number"], known["you_kept_late"]["number"]) == (0, 0)
    assert texts(known["you_broke"]) == ['Ann: "x"']
    assert known["problems"]["entries"] == [{"id": "e3", "text": 'Cid: "never there"'}]


def test_what_was_late_is_told_from_the_latest_on(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    late = figures(netlog, "--until", "2026-11-14")["you_kept_late"]
    assert texts(late) == [
        "Bob: thanks for the meeting, 6 days late",
        'Ann: "the slides", 3 days late',
    ]


def test_what_was_open_on_a_day_is_what_due_said_then(netlog: Netlog) -> None:
    sides = {"mine": "you_owe", "check-in": "check_ins", "theirs": "owes_you"}
    known: dict[str, dict[str, list[str]]] = {}
    for line in STORY.strip().splitlines():
        day, *argv = shlex.split(line)
        netlog(*argv, today=day)
        known[day] = {figure: [] for figure in sides.values()}
        for item in netlog("due", "--all", "--json", today=day).json["items"]:
            known[day][sides[item["side"]]].append(item["id"])
    for day, expected in known.items():
        told = figures(netlog, "--until", day)
        for figure, ids in expected.items():
            assert [entry["id"] for entry in told[figure]["entries"]] == ids, (day, figure)
            assert told[figure]["number"] == len(ids)


def test_who_is_archived_owes_nothing_in_sight(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    earlier = figures(netlog, "--until", "2026-11-12")
    netlog("person", "Bob", "--archive")
    told = figures(netlog)
    names = [text for figure in ("you_owe", "owes_you") for text in texts(told[figure])]
    assert names
    assert not [name for name in names if name.startswith("Bob")]
    assert figures(netlog, "--until", "2026-11-12") == earlier


def test_the_order_of_telling_does_not_matter(netlog: Netlog, ledger: Path) -> None:
    lines = [
        "meet Zoe --on 2026-11-17",
        "meet Amy --on 2026-11-17",
        "promise x --to Zoe --on 2026-11-16",
        "thank Zoe --on 2026-11-18",
        "thank Amy --on 2026-11-18",
    ]
    told = []
    for order in (lines, [*lines[3:], *lines[2:3], *lines[:2]]):
        for line in order:
            netlog(*shlex.split(line))
        told.append(netlog("review").out)
        ledger.unlink()
    assert told[0] == told[1]
    assert "·  Amy · Zoe" in told[0]


def test_refusals(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    backwards = ("--since", "2026-11-10", "--until", "2026-11-09")
    for options in (backwards, ("--since", "soonish"), ("--force",), ("--html", "-", "--json")):
        refused(netlog, ledger, "review", *options, code=2)
    refused(netlog, ledger, "review", "--until", "2026-11-22")


def test_where_nothing_happened_it_says_so(netlog: Netlog, ledger: Path) -> None:
    assert "nothing is recorded yet" in netlog("review").err
    assert netlog("review", "--json").json == {"schema": 1, "items": []}
    assert not ledger.exists()
    given(netlog, ledger, STORY)
    told = netlog("review", "--since", "2026-01-01", "--until", "2026-01-31")
    assert (told.out, told.err) == ("", "Nothing happened from 1 Jan to 31 Jan.\n")
    one_day = ("--since", "2026-01-02", "--until", "2026-01-02")
    assert netlog("review", *one_day).err == "Nothing happened on 2 Jan.\n"


def test_many_settlements_are_counted_alike(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(netlog, ledger, STORY)
    few = figures(netlog)
    monkeypatch.setattr(read, "_MANY", 1)  # they are read as they are stored, not by their day
    assert figures(netlog) == few
