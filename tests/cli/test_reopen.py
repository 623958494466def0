"""A word on an item is taken back, although other commands came since."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, closed, given, refused, rows
from tests.laws.saying import typed
from tests.support.ledgers import Dump, dump, faults

STORY = """\
2026-11-02 meet Dana
2026-11-02 intro Dana Sam
2026-11-03 promise refs --by Dana --times 3
"""


POSTINGS = ("obligation", "settlement", "attempt", "introduction_outcome")


def postings(ledger: Path) -> Dump:
    found = dump(ledger)
    return {table: found[table] for table in POSTINGS}


def test_it_is_as_if_that_had_not_been_said(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    before = dump(ledger)
    given(netlog, ledger, "2026-11-04 thank me --by Dana\n2026-11-05 person Lee --new")
    assert netlog("reopen", "2", "3", "--json").json["reopened"] == [2, 3]
    assert postings(ledger) == {table: before[table] for table in POSTINGS}
    assert faults(ledger) == []
    netlog("undo")
    assert rows(ledger, "SELECT count(*) FROM settlement") == [(2,)]
    assert faults(ledger) == []


def test_each_item_alone(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{STORY}2026-11-04 thank me --by Dana")
    assert set(closed(ledger)) == {2, 3}, "one thank-you closed both"
    assert netlog("reopen", "2", "--json").json["reopened"] == [2]
    assert set(closed(ledger)) == {3}


@pytest.mark.parametrize(
    ("said", "item", "again"),
    [
        ("thank Dana --on 2026-11-04", 1, "thank Dana --on 2026-11-05"),
        ("done 1 --on 2026-11-04", 1, "done 1 --on 2026-11-05"),
        ("meet Sam Lee --on 2026-11-10", 9, "reach Sam --on 2026-11-11"),
        ("reach Sam --on 2026-11-10", 9, "meet Sam --on 2026-11-11"),
        ("check e2 --responded --on 2026-11-03", 5, "check e2 --responded --on 2026-11-04"),
        ("broken 6 --on 2026-11-04", 5, "done 5 --on 2026-11-05"),
    ],
)
def test_that_one_did_not_close_it_and_a_later_one_can(
    netlog: Netlog, ledger: Path, said: str, item: int, again: str
) -> None:
    given(netlog, ledger, f"{STORY}2026-11-09 reach me --by Sam")
    netlog(*said.split())
    _, day = closed(ledger)[item]
    assert item in netlog("reopen", str(item), "--json").json["reopened"]
    assert item not in closed(ledger)
    netlog(*again.split())
    assert closed(ledger)[item][1] > day
    assert faults(ledger) == []


def test_a_word_that_did_not_close_it_stays_a_word(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{STORY}2026-11-09 reach me --by Sam\n2026-11-10 reach Sam")
    netlog("reopen", "9")
    netlog("edit", "e5", "--note", "about something else")
    assert 9 not in closed(ledger)
    netlog("edit", "e5", "--on", "2026-11-11")
    assert 9 not in closed(ledger)
    netlog("undo")
    netlog("undo")
    netlog("undo")
    assert 9 in closed(ledger)


def test_one_that_was_told_already_takes_its_place(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{STORY}2026-11-04 thank me --by Dana\n2026-11-06 thank me --by Dana")
    told = netlog("reopen", "2", "--json").json
    assert (told["reopened"], told["changed"]) == ([], [2])
    assert closed(ledger)[2] == ("kept", "2026-11-06")


def test_whatever_was_corrected_since(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{STORY}2026-11-04 thank Dana\n2026-11-05 edit e1 --on 2026-11-01")
    assert netlog("reopen", "1", "--json").json["reopened"] == [1]
    assert faults(ledger) == []


def test_a_part_of_a_promise(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        f"{STORY}2026-11-04 done 8 --times 1\n2026-11-05 done 8 --times 2\n2026-11-06 meet Lee",
    )
    told = netlog("reopen", "8").out
    assert told.startswith('Reopened 8: Dana owes you "refs" (1 of 3)\n  reopens 8  Dana owes you')
    told = netlog("reopen", "8").out
    assert told.startswith('Took back a part of 8: Dana owes you "refs" (0 of 3)\n  now     8')
    assert netlog("undo", "--list").out.splitlines()[0].endswith('"refs" (0 of 3)')
    assert rows(ledger, "SELECT * FROM settlement") == []
    assert "open" in refused(netlog, ledger, "reopen", "8").err


@pytest.mark.parametrize(
    ("items", "outcomes"),
    [
        ("6", ["happy"]),
        ("5", ["happy"]),
        ("7", ["responded"]),
        ("5 6 7", []),
    ],
)
def test_what_came_of_an_introduction_goes_with_the_item_that_asked_for_it(
    netlog: Netlog, ledger: Path, items: str, outcomes: list[str]
) -> None:
    given(netlog, ledger, STORY)
    before = postings(ledger)
    given(netlog, ledger, "2026-11-04 check e2 --happy\n2026-11-05 person Lee --new")
    netlog("reopen", *items.split())
    open_again = set(map(int, items.split()))
    assert set(closed(ledger)) == ({7} - open_again if open_again & {5, 6} else {5, 6})
    found = rows(ledger, "SELECT outcome FROM introduction_outcome ORDER BY outcome DESC")
    assert [outcome for (outcome,) in found] == outcomes
    assert outcomes or postings(ledger) == before
    assert faults(ledger) == []


def test_it_finds_what_was_put_back(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{STORY}2026-11-04 thank Dana")
    netlog("undo")
    netlog("redo")
    assert netlog("reopen", "1", "--json").json["reopened"] == [1]


@pytest.mark.parametrize(
    ("more", "line", "why"),
    [
        ("", "reopen 1", "nothing of it is settled"),
        ("", "reopen 99", "There is no due item 99"),
        ("2026-11-04 thank Dana", "reopen 1 99", "There is no due item 99"),
        ("2026-11-04 thank Dana", "reopen 1 2", "2 is open: nothing of it is settled"),
    ],
)
def test_what_cannot_be_taken_back_is_said(
    netlog: Netlog, ledger: Path, more: str, line: str, why: str
) -> None:
    given(netlog, ledger, STORY + more)
    assert why in refused(netlog, ledger, *line.split()).err


def test_an_event_is_no_item(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    refused(netlog, ledger, "reopen", "e1", code=2)


@pytest.mark.parametrize("line", ["meet Ann --by Bob --on 6", "waive 3 --on 6", "waive 4 --on 6"])
@pytest.mark.parametrize("ids", ["3", "4", "4 3"])
def test_a_response_and_the_question_for_it_go_together(
    netlog: Netlog, ledger: Path, line: str, ids: str
) -> None:
    typed(netlog, "intro Ann Bob --for law --on 3")
    before = postings(ledger)
    typed(netlog, line)
    assert set(closed(ledger)) == {3, 4}
    typed(netlog, f"reopen {ids}")
    assert postings(ledger) == before
    assert faults(ledger) == []
