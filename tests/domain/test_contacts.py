"""What is kept of a contact, through `netlog person`."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, files, names, refused

DETAILS = ["--skill", "HR", "--email", "d@x.example", "--phone", "+1 555", "--alias", "DP"]


def test_a_card_holds_what_was_said_of_a_contact(netlog: Netlog) -> None:
    netlog("person", "Dana Park", *DETAILS)
    card = netlog("person", "dana", "--skill", "law", "--org", "Peak", "--json").json
    assert card == {
        "schema": 1,
        "name": "Dana Park",
        "kind": "person",
        "org": "Peak",
        "skills": ["HR", "law"],
        "emails": ["d@x.example"],
        "phones": ["+1 555"],
        "aliases": ["DP"],
        "every_days": None,
        "created": ["Peak"],
    }


def test_what_is_known_already_is_not_written_again(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Dana Park", *DETAILS)
    before = files(ledger)
    again = [word.swapcase() if not word.startswith("--") else word for word in DETAILS]
    card = netlog("person", "Dana Park", *again, *again, "--json").json
    assert files(ledger) == before
    assert card["skills"] == ["HR"]


def test_an_organisation_is_one_that_somebody_belongs_to(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Acme")
    netlog("person", "Dana Park", "--org", "acme")
    assert netlog("person", "Acme", "--json").json["kind"] == "organisation"
    assert names(ledger) == ["Acme", "Dana Park"]


@pytest.mark.parametrize("address", ["dana", "a b@c.d", "@x", "x@", "", "a@b@c", "x" * 300 + "@y"])
def test_what_is_no_address(netlog: Netlog, ledger: Path, address: str) -> None:
    refused(netlog, ledger, "person", "Dana Park", "--email", address)
    assert not ledger.exists()
