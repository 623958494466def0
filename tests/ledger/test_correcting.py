"""Taking something out takes all of it that the file holds, and undo gives all of it back."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given, rows
from tests.support.ledgers import dump, faults

PLACES = """
2026-11-02 meet Ada Bea Zoe
2026-11-03 edit e1 --remove Bea
2026-11-04 person Bea --every 4w --skill law --archive
"""


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ("e1", {"event": 0, "party": 0, "former_party": 0, "contact": 4}),
        (
            "Bea",
            {"contact": 3, "detail": 0, "interval": 0, "archival": 0, "former_party": 0},
        ),
    ],
)
def test_who_was_in_an_event_once_goes_with_it_or_with_the_contact(
    netlog: Netlog, ledger: Path, gone: str, left: dict[str, int]
) -> None:
    given(netlog, ledger, PLACES)
    before = dump(ledger)
    netlog("delete", gone)
    assert {table: len(dump(ledger)[table]) for table in left} == left
    assert faults(ledger) == []
    netlog("undo")
    assert (dump(ledger), faults(ledger)) == (before, [])


def test_who_leaves_twice_has_the_last_place_only(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PLACES)
    netlog("edit", "e1", "--replace", "Zoe", "Bea")
    netlog("edit", "e1", "--remove", "Bea")
    assert rows(ledger, "SELECT id, contact_id FROM former_party") == [(4, 3)]


def test_who_leaves_keeps_the_place_beside_those_of_others(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 meet Ada Bea Zoe\n2026-11-03 edit e1 --remove Bea")
    netlog("edit", "e1", "--remove", "Ada")
    assert rows(ledger, "SELECT id, contact_id FROM former_party") == [(2, 2), (3, 3)]


def test_a_need_that_is_noted_again_is_as_new_as_that(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 person Ada --need tax\n2026-11-05 person Ada --need TAX")
    assert rows(ledger, "SELECT value, noted_on FROM detail") == [("tax", "2026-11-05")]
    netlog("undo")
    assert rows(ledger, "SELECT value, noted_on FROM detail") == [("tax", "2026-11-02")]


def test_what_goes_before_an_event_goes_behind_what_was_archived_before_it(
    netlog: Netlog, ledger: Path
) -> None:
    given(
        netlog,
        ledger,
        """
        2026-11-02 talk Ada
        2026-11-02 person Ada --archive
        2026-11-02 talk Bea
        2026-11-02 edit e1 --before e2
        """,
    )
    assert netlog("people", "--archived", "--json").json["items"] == []
    assert faults(ledger) == []


def test_thanks_for_an_item_that_is_gone_are_not_offered_for_another(
    netlog: Netlog, ledger: Path
) -> None:
    given(
        netlog,
        ledger,
        """
        2026-11-02 meet Ada
        2026-11-02 thank Ada --for 1
        2026-11-02 delete e1
        """,
    )
    assert "a1 of that day" not in netlog("meet", "Ada", "--on", "2026-11-02").out
    netlog("thank", "Bea", "--new", "--on", "2026-11-02")
    assert "a2 of that day" in netlog("meet", "Bea", "--on", "2026-11-02").out
