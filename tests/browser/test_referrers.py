"""The page of those who gave introductions, in a real browser."""

from pathlib import Path
from typing import Any

import pytest

from tests.bench.generate import generate
from tests.browser import looking
from tests.browser.test_person import ON_A_PAGE
from tests.browser.test_ranking import column, tab_to
from tests.cli.hostile import leaks
from tests.cli.looking import Netlog, given, refused
from tests.cli.test_hostile import LEDGER as HOSTILE_LEDGER
from tests.cli.test_hostile import WORST, fill
from tests.domain.test_referrers import STORY, TODAY
from tests.render.pages.test_markup import ATTACKS
from tests.support.browser import Browser
from tests.support.pages import differences

MORE = {"BUTTON", "INPUT", "LABEL", "SCRIPT"}
COUNTS = ("introductions", "responded", "happy", "problems", "recovered", "came_well", "came_badly")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where the page is written."""
    return tmp_path / "page.html"


@pytest.fixture
def drawn(netlog: Netlog, ledger: Path, page: Path, browser: Browser) -> Path:
    """The page of a ledger with an organisation and paid leads, open."""
    given(netlog, ledger, STORY)
    netlog("person", "Broker", "--org", "Lead Co")
    told = netlog("report", "--referrers", "--html", str(page), today=TODAY)
    assert told.out == f"The page is in {page}.\n"
    browser.open(page)
    return page


def items(netlog: Netlog) -> list[dict[str, Any]]:
    return list(netlog("report", "--referrers", "--json", today=TODAY).json["items"])


def test_every_number_is_the_one_of_the_document(
    netlog: Netlog, drawn: Path, browser: Browser
) -> None:
    both = ("--html", str(drawn), "--force", "--json")
    document = netlog("report", "--referrers", *both, today=TODAY).json
    assert document["items"] == items(netlog)
    values = looking.values(browser)
    assert list(differences(values, document)) == []
    assert looking.stray_numbers(browser) == []
    shown = {one["pointer"] for one in values}
    for n, item in enumerate(document["items"]):
        assert {f"/items/{n}/{count}" for count in COUNTS} <= shown
        assert (f"/items/{n}/score/low" in shown) == bool(item["came_well"] + item["came_badly"])
        assert (f"/items/{n}/fees" in shown) == (item["leads"] > 0)
        assert {f"/items/{n}/people/{k}" for k in range(len(item["people"]))} <= shown
        cost = item["cost_per_answered_lead"]
        assert (f"/items/{n}/cost_per_answered_lead" in shown) == (cost is not None)


def test_it_loads_nothing_and_complains_of_nothing(drawn: Path, browser: Browser) -> None:
    for scheme in ("light", "dark"):
        for width in (1280, 390, 320):
            browser.look(width, scheme)
            browser.open(drawn)
            assert browser.complaints() == []
            assert browser.requests() == [drawn.as_uri()]
            assert looking.width(browser) <= width
    assert set(looking.elements(browser)) <= ON_A_PAGE | MORE


@pytest.mark.usefixtures("drawn")
def test_the_table_sorts_by_keyboard(netlog: Netlog, browser: Browser) -> None:
    known = items(netlog)
    assert column(browser, 0, "given") == [one["name"] for one in known]
    assert browser.run("document.querySelector('#given th[aria-sort]').textContent") == "likely"
    tab_to(browser, "given")
    browser.press("Enter")
    counts = [int(one) for one in column(browser, 2, "given")]
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) > 1
    tab_to(browser, "paid leads")
    browser.press("Enter")
    fees = [float(one) for one in column(browser, 9, "given") if one]
    assert fees == [251.25, 101.25]
    tab_to(browser, "per answer")
    browser.press("Enter")
    costs = column(browser, 10, "given")
    assert costs[:3] == ["50.62", "125.62", ""]
    assert browser.complaints() == []


@pytest.mark.usefixtures("drawn")
def test_the_filter_keeps_an_organisation_with_its_people(browser: Browser) -> None:
    browser.run("document.querySelector('#referrers input').focus()")
    browser.type("lead co")
    assert column(browser, 0, "given") == ["Broker", "Lead Co"]
    browser.press("Escape")
    browser.type("BROKER")
    assert column(browser, 0, "given") == ["Broker", "Lead Co"]


def test_without_leads_there_is_no_column_of_them(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, "2026-01-02 intro me Jo --by Amy")
    netlog("report", "--referrers", "--html", str(page), today=TODAY)
    browser.open(page)
    heads = browser.run("[...document.querySelectorAll('th')].map(one => one.textContent)")
    assert "given" in heads
    assert "paid leads" not in heads


def test_without_a_script_and_on_paper_everything_is_there(drawn: Path, browser: Browser) -> None:
    browser.open(drawn, scripts=False)
    text = browser.run("document.body.innerText")
    for word in ("Amy", "Lead Co", "with Broker", "251.25", "125.62"):
        assert word in text
    assert "Filter" not in text
    assert browser.paper().startswith(b"%PDF")


def test_where_nobody_gave_any_it_says_so(netlog: Netlog, page: Path) -> None:
    told = netlog("report", "--referrers", "--html", str(page))
    assert "nothing is recorded yet" in told.err
    assert not page.exists()
    netlog("person", "Amy", "--new")
    netlog("report", "--referrers", "--html", str(page))
    assert "Nobody has given an introduction yet." in page.read_text()


def test_options_beside_it(netlog: Netlog, ledger: Path, page: Path) -> None:
    given(netlog, ledger, STORY)
    page.write_text("mine")
    refused(netlog, ledger, "report", "--referrers", "--html", str(page))
    refused(netlog, ledger, "report", "--referrers", "--force", code=2)
    refused(netlog, ledger, "report", "--referrers", "--html", "-", "--json", code=2)
    few = ("report", "--referrers", "--html", str(page), "--force", "--json", "--limit", "2")
    document = netlog(*few, today=TODAY).json
    assert document.pop("file") == str(page)
    assert (document["today"], len(document["items"])) == (TODAY, 2)
    printed = netlog("report", "--referrers", "--limit", "2", "--html", "-", today=TODAY)
    assert printed.out.encode() == page.read_bytes()


@pytest.mark.parametrize("text", [*ATTACKS[:-1], WORST, "x" * 190], ids=ascii)
def test_hostile_names_are_only_texts(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, text: str
) -> None:
    given(netlog, ledger, HOSTILE_LEDGER)
    netlog("intro", "me", "Zed", "--by", "alpha", "--fee", "75", "--new")
    netlog("intro", "me", "Yan", "--by", "omega", "--new")
    netlog("person", "alpha", "--org", "omega")
    fill(ledger, text)
    browser.look(390)
    document = netlog("report", "--referrers", "--html", str(page), "--json").json
    assert any(one["people"] for one in document["items"])
    browser.open(page)
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]
    assert set(looking.elements(browser)) <= ON_A_PAGE | MORE
    assert looking.active_attributes(browser) == []
    assert not leaks(browser.run("document.body.textContent"))
    assert list(differences(looking.values(browser), document)) == []
    assert looking.width(browser) <= 390


def test_a_large_page_is_the_document(netlog: Netlog, page: Path, browser: Browser) -> None:
    large = page.with_name("large.db")
    generate(large, 20 * 560)
    asked = ("report", "--ledger", str(large), "--referrers")
    document = netlog(*asked, "--html", str(page), "--json").json
    assert len(document["items"]) > 100
    for width in (1280, 390):
        browser.look(width)
        browser.open(page)
        assert browser.complaints() == []
        assert looking.width(browser) <= width
    assert list(differences(looking.values(browser), document)) == []
    assert looking.stray_numbers(browser) == []
