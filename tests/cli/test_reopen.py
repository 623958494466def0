"""A word on an item is taken back, although other commands came since."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given, refused, rows
from tests.support.ledgers import dump, faults

STORY = """\
2026-11-02 meet Dana
2026-11-02 intro Dana Sam
2026-11-03 promise refs --by Dana --times 3
"""


def test_it_is_as_if_that_had_not_been_said(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    before = dump(ledger)
    given(netlog, ledger, "2026-11-04 thank me --by Dana\n2026-11-05 person Lee")
    told = netlog("reopen", "2", "--json").json
    assert told["reopened"] == [2, 3], "one thank-you closed both"
    after = dump(ledger)
    assert {**after, "contact": []} == {**before, "contact": []}
    assert faults(ledger) == []
    netlog("undo")
    assert rows(ledger, "SELECT count(*) FROM settlement") == [(2,)]
    assert faults(ledger) == []


def test_a_part_of_a_promise(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        f"{STORY}2026-11-04 done 8 --times 1\n2026-11-05 done 8 --times 2\n2026-11-06 meet Lee",
    )
    assert netlog("reopen", "8", "--json").json["reopened"] == [8]
    assert "2 of 3 left" not in netlog("reopen", "8").out
    assert rows(ledger, "SELECT * FROM settlement") == []
    assert "open" in refused(netlog, ledger, "reopen", "8").err


def test_a_check_goes_with_all_that_it_said(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)
    before = dump(ledger)
    given(netlog, ledger, "2026-11-04 check e2 --happy\n2026-11-05 meet Lee")
    netlog("reopen", "6")
    assert dump(ledger)["introduction_outcome"] == before["introduction_outcome"] == []
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
        ("2026-11-04 reach me --by Sam\n2026-11-05 reach Sam", "reopen 9", "closed by e5"),
        (
            "2026-11-04 thank Dana\n2026-11-05 edit e1 --on 2026-11-01",
            "reopen 1",
            "changed by a later command",
        ),
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
