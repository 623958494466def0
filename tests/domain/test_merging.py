"""Making one contact of two: what moves, what goes, and what cannot be."""

import shlex
from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given, names, owed, refused, rows

TWO = """\
2026-11-02 person "Ada King" --email a@x.example --phone 1
2026-11-02 person "A. King" --new --email a@y.example --phone 1 --skill law
"""


@pytest.fixture(autouse=True)
def _two(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, TWO)


def test_it_tells_what_moved(netlog: Netlog, ledger: Path) -> None:
    netlog("promise", "x", "--to", "A. King")
    netlog("meet", "A. King")
    merged = netlog("merge", "Ada King", "A. King", "--json").json
    assert merged["moved"] == {
        "events": 2,
        "items": 3,
        "details": 2,
        "people": 0,
        "acknowledgements": 0,
    }
    assert (merged["shared"], merged["dropped"], merged["kind"]) == ([], [], "person")
    card = netlog("person", "Ada King", "--json").json
    assert (card["emails"], card["skills"]) == (["a@x.example", "a@y.example"], ["law"])
    assert card["aliases"] == ["A. King"]
    assert {one.creditor for one in owed(ledger)} == {"Ada King", "me"}
    netlog("undo")
    told = netlog("merge", "Ada King", "A. King").out
    assert "  moves   2 events, 3 due items and 2 details\n" in told


def test_nothing_but_a_name_moves(netlog: Netlog) -> None:
    netlog("person", "Adda", "--new")
    assert "moves   nothing but the name" in netlog("merge", "Ada King", "Adda").out


@pytest.mark.parametrize(
    "line",
    [
        ["intro", "Ada King", "A. King"],
        ["intro", "A. King", "Ada King", "--by", "Zoe"],
        ["intro", "Zoe", "A. King", "--by", "Ada King"],
        ["meet", "A. King", "--by", "Ada King"],
    ],
    ids=" ".join,
)
def test_nobody_is_on_both_sides_of_an_event(netlog: Netlog, ledger: Path, line: list[str]) -> None:
    netlog(*line)
    told = refused(netlog, ledger, "merge", "Ada King", "A. King").err
    assert "on different sides of e1" in told
    assert "netlog delete e1" in told
    assert 'netlog edit e1 --replace "A. King" NAME' in told
    netlog("delete", "e1")
    netlog("merge", "Ada King", "A. King")
    assert "A. King" not in names(ledger)


def test_the_last_of_several_events_is_named_to_go_first(netlog: Netlog, ledger: Path) -> None:
    netlog("intro", "Ada King", "A. King")
    netlog("problem", "e1", "rude", "--with", "A. King")
    told = refused(netlog, ledger, "merge", "Ada King", "A. King").err
    assert "sides of e1, e2" in told
    assert "netlog delete e2" in told


class TestAMeetingWithBoth:
    @pytest.fixture(autouse=True)
    def _met(self, netlog: Netlog, _two: None) -> None:
        netlog("meet", "Ada King", "A. King")

    def test_one_party_and_one_thank_you_each_way_stay(self, netlog: Netlog, ledger: Path) -> None:
        merged = netlog("merge", "Ada King", "A. King", "--json").json
        assert (merged["shared"], merged["dropped"]) == (["e1"], [3, 4])
        assert [(one.debtor, one.creditor) for one in owed(ledger)] == [
            ("me", "Ada King"),
            ("Ada King", "me"),
        ]
        assert rows(ledger, "SELECT count(*) FROM party") == [(2,)]

    def test_it_is_told(self, netlog: Netlog) -> None:
        told = netlog("merge", "Ada King", "A. King").out
        assert "  note    e1 had both; Ada King is in it once now\n" in told
        assert "  drops   3  you owe A. King thanks for the meeting\n" in told

    @pytest.mark.parametrize(
        ("settled", "dropped", "stay"),
        [
            ("thank 'A. King' --via card", [3, 4], [(1, 1), (2, 0)]),
            ("done 1", [3, 4], [(1, 1), (2, 0)]),
            ("done 3", [1, 2], [(3, 1), (4, 0)]),
        ],
    )
    def test_what_was_settled_stays_whoever_it_was_with(
        self,
        netlog: Netlog,
        ledger: Path,
        settled: str,
        dropped: list[int],
        stay: list[tuple[int, int]],
    ) -> None:
        netlog(*shlex.split(settled))
        assert netlog("merge", "Ada King", "A. King", "--json").json["dropped"] == dropped
        found = rows(ledger, "SELECT id, closed_on NOTNULL FROM obligation ORDER BY id")
        assert found == stay
        netlog("undo")
        assert len(owed(ledger)) == 4

    def test_undo_gives_both_again(self, netlog: Netlog, ledger: Path) -> None:
        before = owed(ledger)
        netlog("merge", "Ada King", "A. King")
        netlog("undo")
        assert owed(ledger) == before


@pytest.mark.parametrize(("keep", "other"), [("Ada King", "Acme"), ("Acme", "Ada King")])
def test_a_person_and_an_organisation_are_told_and_become_an_organisation(
    netlog: Netlog, ledger: Path, keep: str, other: str
) -> None:
    netlog("person", "Zoe", "--org", "Acme")
    netlog("merge", keep, other, "--quiet")
    netlog("undo")
    told = netlog("merge", keep, other).out
    assert "Acme was an organisation, Ada King a person" in told
    assert f"{keep} is an organisation now" in told
    assert netlog("person", keep, "--json").json["kind"] == "organisation"
    assert netlog("people", "--org", keep, "--json").json["items"][0]["name"] == "Zoe"


@pytest.mark.parametrize(("keep", "other"), [("Ada King", "Acme"), ("Acme", "Ada King")])
def test_a_member_is_not_the_organisation(
    netlog: Netlog, ledger: Path, keep: str, other: str
) -> None:
    netlog("person", "Ada King", "--org", "Acme")
    told = refused(netlog, ledger, "merge", keep, other).err
    assert "Ada King belongs to Acme" in told
    assert 'netlog person "Ada King" --org ""' in told


def test_the_later_touch_stays(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Ada King", "--every", "6w")
    netlog("person", "A. King", "--every", "2w")
    netlog("meet", "Ada King", "A. King", "--on", "2026-11-03")
    netlog("reach", "A. King", "--on", "2026-11-05")
    netlog("merge", "Ada King", "A. King")
    open_touches = "SELECT opened_on FROM obligation WHERE kind = 'touch' AND closed_on IS NULL"
    assert rows(ledger, open_touches) == [("2026-11-05",)]


def test_words_with_both_are_told_as_one_conversation(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-10 reach Dana\n2026-11-12 reach 'Dee Park' --via phone")
    told = netlog("merge", "Dana", "Dee Park", "--json").json
    assert (told["dropped"], told["changed"]) == ([2], [1])
    (item,) = netlog("due", "--json").json["items"]
    assert (item["id"], item["attempts"], item["due_on"]) == (1, 2, "2026-11-13")


@pytest.mark.parametrize("order", [("Dana", "Dee Park"), ("Dee Park", "Dana")])
def test_keeping_in_touch_counts_from_the_last_word_with_either(
    netlog: Netlog, ledger: Path, order: tuple[str, str]
) -> None:
    given(
        netlog,
        ledger,
        "2026-09-01 person Dana --every 4w\n2026-09-01 meet Dana\n2026-11-15 meet 'Dee Park'",
    )
    netlog("merge", *order)
    items = netlog("due", "--all", "--json").json["items"]
    assert [one["opened_on"] for one in items if one["kind"] == "touch"] == ["2026-11-15"]


def test_an_interval_begins_with_the_words_of_the_other(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-15 meet 'Dee Park'\n2026-11-16 person Dana --every 4w")
    netlog("merge", "Dana", "Dee Park")
    items = netlog("due", "--all", "--json").json["items"]
    assert [one["opened_on"] for one in items if one["kind"] == "touch"] == ["2026-11-15"]


def test_no_two_belong_to_each_other(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-15 person Aorg --org Xorg\n2026-11-15 person Xorg --org Borg")
    netlog("merge", "Aorg", "Borg")
    people = {one["name"]: one["org"] for one in netlog("people", "--json").json["items"]}
    assert (people["Aorg"], people["Xorg"]) == (None, "Aorg")


def test_what_is_no_two_contacts(netlog: Netlog, ledger: Path) -> None:
    told = refused(netlog, ledger, "merge", "Ada King", "a@x.example").err
    assert "Ada King is one contact already." in told
    for order in (("me", "Ada King"), ("Ada King", "me")):
        assert "You cannot be merged" in refused(netlog, ledger, "merge", *order).err
