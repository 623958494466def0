"""The currency: set once, accepted when typed, and behind every amount that a person reads."""

from pathlib import Path

import pytest

from netlog.domain.money import total
from tests.cli.looking import Netlog
from tests.cli.test_hostile import on_terminal
from tests.support.pages import parsed


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


def test_it_stands_behind_what_is_found(netlog: Netlog) -> None:
    netlog("config", "set", "currency", "EUR")
    netlog("intro", "Ann", "me", "--by", "Lead Co", "--for", "tiles", "--fee", "80")
    assert "fee 80 EUR" in netlog("find", "tiles").out


def test_without_one_amounts_stand_alone(netlog: Netlog) -> None:
    told = netlog("intro", "Ann", "me", "--by", "Lead Co", "--fee", "80")
    assert told.out.splitlines()[0].endswith("fee 80")
    assert netlog("report", "Lead Co", "--chronology", "--json").json["currency"] is None
    refusal = netlog("intro", "Bob", "me", "--by", "Lead Co", "--fee", "80€", code=2)
    assert "netlog config set currency EUR" in refusal.err


PAID = (
    *(("intro", "Ann", "me", "--by", "Lead Co", "--fee", "80"), ("reach", "me", "--by", "Ann")),
    *(("intro", "Bob", "me", "--by", "Lead Co", "--fee", "20"), ("reach", "me", "--by", "Bob")),
)


def told(netlog: Netlog, *line: str) -> str:
    """What a report says, as text or as the text of its page."""
    out = netlog("report", *line).out
    return " ".join(("".join(parsed(out).itertext()) if "--html" in line else out).split())


@pytest.mark.parametrize("form", [(), ("--html", "-")], ids=str)
@pytest.mark.parametrize("currency", ["", " EUR"])
def test_it_stands_behind_every_amount_of_a_report(
    netlog: Netlog, form: tuple[str, ...], currency: str
) -> None:
    for line in PAID:
        netlog(*line)
    if currency:
        netlog("config", "set", "currency", currency.strip())
    for who, amounts in {
        ("Lead Co", "--evidence"): ("2 paid leads, 100{} in all", "fees 100{}", ", 50{} each"),
        ("me", "--evidence"): ("2 answered, fees 100{}",),
        ("--referrers",): ("100{} for 2", "50{}"),
    }.items():
        report = told(netlog, *who, *form)
        for amount in amounts:
            assert amount.format(currency) in report
        assert currency or "EUR" not in report


def test_the_lines_for_a_narrow_screen_have_it(netlog: Netlog, ledger: Path) -> None:
    for line in PAID:
        netlog(*line)
    netlog("config", "set", "currency", "EUR")
    for who in (["--referrers"], ["me", "--evidence"], ["Lead Co", "--evidence"]):
        _, screen = on_terminal(ledger, "report", *who, columns=40)
        assert "100 EUR" in " ".join(screen.split())


def test_a_script_gets_plain_amounts(netlog: Netlog) -> None:
    for line in PAID:
        netlog(*line)
    for currency in (None, "EUR"):
        found = netlog("report", "Lead Co", "--json").json
        everybody = netlog("report", "--referrers", "--json").json
        assert found["currency"] == everybody["currency"] == currency
        assert found["introductions"]["fees"] == everybody["items"][0]["fees"] == "100"
        assert found["referrer"]["cost_per_answered_lead"] == "50"
        netlog("config", "set", "currency", "EUR")
