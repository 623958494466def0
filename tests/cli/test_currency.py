"""The currency: set once, accepted when typed, and behind every amount that a person reads."""

from netlog.domain.money import total
from tests.cli.looking import Netlog


def test_it_stands_behind_amounts_and_json_stays(netlog: Netlog) -> None:
    netlog("config", "set", "currency", "EUR")
    told = netlog("intro", "Ann", "me", "--by", "Lead Co", "--fee", "80€")
    assert "fee 80 EUR" in told.out
    netlog("intro", "Bob", "me", "--by", "Lead Co", "--fee", "0.50 eur")
    netlog("edit", "e1", "--fee", "80.50 EUR")
    assert "fee 80.50 EUR" in netlog("history", "Ann").out
    assert netlog("history", "e1", "--json").json["items"][0]["fee"] == "80.50"
    for form in ([], ["--markdown"], ["--html", "-"]):
        assert "81 EUR" in netlog("report", "Lead Co", "--chronology", *form).out
    found = netlog("report", "Lead Co", "--chronology", "--json").json
    assert found["currency"] == "EUR"
    assert found["given"]["fees"] == total(["80.50", "0.50"]) == "81"


def test_without_one_amounts_stand_alone(netlog: Netlog) -> None:
    told = netlog("intro", "Ann", "me", "--by", "Lead Co", "--fee", "80")
    assert told.out.splitlines()[0].endswith("fee 80")
    assert netlog("report", "Lead Co", "--chronology", "--json").json["currency"] is None
    refusal = netlog("intro", "Bob", "me", "--by", "Lead Co", "--fee", "80€", code=2)
    assert "netlog config set currency EUR" in refusal.err
