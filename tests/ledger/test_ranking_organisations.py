"""Organisations in the ranking: their people's record and contacts are theirs."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.program import Result

Netlog = Callable[..., Result]


def item(netlog: Netlog, who: str, *options: str) -> dict[str, Any]:
    items = netlog("report", "--json", *options).json["items"]
    return dict(next(one for one in items if one["name"] == who))


@pytest.fixture(autouse=True)
def _people(netlog: Netlog) -> None:
    for name in ("Ola", "Rob"):
        netlog("person", name, "--org", "Nys", "--new")
    netlog("person", "Nys", "--skill", "tax")


def test_the_last_contact_is_that_with_any_of_its_people(netlog: Netlog) -> None:
    assert item(netlog, "Nys", "--for", "tax")["last_contact"] is None
    netlog("meet", "Ola", "--on", "2026-11-03")
    netlog("meet", "Rob", "--on", "2026-11-01")
    assert item(netlog, "Nys", "--for", "tax")["last_contact"] == "2026-11-03"
    assert "last contact 3 Nov" in netlog("report", "--for", "tax").out
    netlog("meet", "Nys", "--on", "2026-11-04")
    assert item(netlog, "Nys")["last_contact"] == "2026-11-04"
    assert item(netlog, "Rob")["last_contact"] == "2026-11-01"


RECORDS = {
    "a promise": ["promise x --by Rob --on 2026-10-01"],
    "a problem with them": ["intro Al Rob --by Bea", "problem e1 rude --with Rob"],
    "a problem with whom they introduced": ["intro Al Ci --by Rob", "problem e1 rude --with Ci"],
}


@pytest.mark.parametrize("lines", RECORDS.values(), ids=RECORDS)
def test_it_is_listed_as_soon_as_one_of_its_people_has_a_record(
    netlog: Netlog, lines: list[str]
) -> None:
    names = {one["name"] for one in netlog("report", "--json").json["items"]}
    assert not names
    for line in lines:
        netlog(*line.split(), "--new" if line.startswith("intro") else "--quiet")
    assert item(netlog, "Nys")["score"] == netlog("report", "Nys", "--json").json["score"]
    assert item(netlog, "Nys")["why"] == item(netlog, "Rob")["why"]


def test_whose_people_have_none_is_not_listed(netlog: Netlog) -> None:
    netlog("person", "Cy", "--org", "Peak", "--new")
    netlog("promise", "x", "--by", "Rob")
    assert {one["name"] for one in netlog("report", "--json").json["items"]} == {"Nys", "Rob"}
