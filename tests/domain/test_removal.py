"""Taking a contact out that is in no event, and finding out that there is one."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, files, given, names, refused


@pytest.fixture(autouse=True)
def _known(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 reach Gilles\n2026-11-03 reach Gils --new")


def test_delete_names_who_is_left_with_nothing(netlog: Netlog, ledger: Path) -> None:
    deleted = netlog("delete", "e2").out
    assert "  left    Gils, in nothing else; to take the contact out: netlog delete Gils" in deleted
    netlog("undo")
    assert netlog("delete", "e2", "--json").json["left"] == ["Gils"]
    assert netlog("delete", "Gils").out.startswith("Deleted the contact Gils\n")
    assert names(ledger) == ["Gilles"]
    netlog("undo")
    assert names(ledger) == ["Gilles", "Gils"]


def test_so_does_edit(netlog: Netlog) -> None:
    assert netlog("edit", "e2", "--replace", "Gils", "Gilles", "--json").json["left"] == ["Gils"]


@pytest.mark.parametrize(
    "card", [["--skill", "law"], ["--org", "Acme"], ["--every", "6w"], ["--alias", "G"]]
)
def test_somebody_of_whom_more_is_known_is_not_left(netlog: Netlog, card: list[str]) -> None:
    netlog("person", "Gils", *card)
    assert netlog("delete", "e2", "--json").json["left"] == []


def test_somebody_in_another_event_is_not_left(netlog: Netlog) -> None:
    netlog("reach", "Gils")
    assert netlog("delete", "e3", "--json").json["left"] == []


def test_the_card_goes_too(netlog: Netlog) -> None:
    netlog("person", "Ann", "--org", "Acme", "--skill", "law", "--email", "a@x.example")
    assert netlog("delete", "Ann", "--json").json == {
        "schema": 1,
        "summary": "Deleted the contact Ann",
        "event": None,
        "name": "Ann",
        "kind": "person",
        "details": ["a@x.example", "law"],
    }
    assert netlog("delete", "Acme", "--json").json["kind"] == "organisation"
    assert netlog("delete", "Acme", code=3).err.startswith("netlog: Nobody")


def test_history_stays(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Ann", "--org", "Acme")
    assert (
        "Gils is in 1 event; only a contact in none"
        in refused(netlog, ledger, "delete", "Gils").err
    )
    assert "A contact belongs to Acme" in refused(netlog, ledger, "delete", "Acme").err
    netlog("person", "Bea", "--org", "Acme")
    assert "2 contacts belong to Acme" in refused(netlog, ledger, "delete", "Acme").err
    assert "You cannot be taken out" in refused(netlog, ledger, "delete", "me").err


def test_quiet(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Ann", "--new")
    before = files(ledger)
    assert netlog("delete", "Ann", "-q").text == ""
    assert files(ledger) != before
