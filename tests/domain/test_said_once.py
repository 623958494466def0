"""An organisation of which one has all the record: one line of the ranking for both."""

import pytest

from tests.cli.looking import Netlog


@pytest.fixture(autouse=True)
def _people(netlog: Netlog) -> None:
    for name in ("Ola", "Rob"):
        netlog("person", name, "--org", "Nys", "--new")
    netlog("person", "Nys", "--skill", "tax")
    netlog("promise", "x", "--by", "Rob", "--on", "2026-10-01")


def names(netlog: Netlog, *options: str) -> list[str]:
    """Who has a line on a screen: the first column, which ends where two blanks are."""
    lines = netlog("report", *options).out.splitlines()
    return [line.partition("  ")[0] for line in lines if line[:1].strip()]


def test_one_line_stands_for_both(netlog: Netlog) -> None:
    assert names(netlog) == ["who", "Rob · Nys"]
    listed = [one["name"] for one in netlog("report", "--json").json["items"]]
    assert sorted(listed) == ["Nys", "Rob"], "a script adds up what it likes"


def test_where_several_have_a_record_the_organisation_has_a_line(netlog: Netlog) -> None:
    netlog("promise", "y", "--by", "Ola", "--on", "2026-10-01")
    assert sorted(names(netlog)) == ["Nys", "Ola", "Rob", "who"]


def test_where_it_was_in_touch_itself_it_has_a_line(netlog: Netlog) -> None:
    netlog("reach", "me", "--by", "Nys")
    assert sorted(names(netlog)) == ["Nys", "Rob", "who"]


def test_where_the_one_is_not_listed_the_organisation_is(netlog: Netlog) -> None:
    assert names(netlog, "--for", "tax") == ["Nys"]
