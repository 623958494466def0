"""The page of a week beside the one before, in a real browser."""

from pathlib import Path

import pytest

from tests.browser import looking
from tests.browser.test_person import ON_A_PAGE
from tests.cli.hostile import leaks
from tests.cli.looking import Netlog, given
from tests.cli.test_hostile import LEDGER as HOSTILE_LEDGER
from tests.cli.test_hostile import WORST, fill
from tests.domain.test_review import STORY
from tests.render.pages.test_markup import ATTACKS
from tests.support.browser import Browser
from tests.support.pages import differences


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where the page is written."""
    return tmp_path / "page.html"


def drawn(netlog: Netlog, page: Path, browser: Browser, *options: str) -> None:
    """The page, open and held against its document."""
    document = netlog("review", *options, "--html", str(page), "--json").json
    browser.open(page)
    values = looking.values(browser)
    assert list(differences(values, document)) == []
    assert looking.stray_numbers(browser) == []
    shown = {value["pointer"] for value in values}
    for n, item in enumerate(document["items"]):
        is_told = bool(item["number"] or item["before"])
        figure = "number" if item["amount"] is None else "amount"
        assert (f"/items/{n}/{figure}" in shown) == is_told
        for k in range(len(item["entries"][:12])):
            assert f"/items/{n}/entries/{k}/text" in shown


def test_every_number_is_the_one_of_the_document(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, STORY)
    drawn(netlog, page, browser)
    for scheme in ("light", "dark"):
        for width in (1280, 390, 320):
            browser.look(width, scheme)
            browser.open(page)
            assert browser.complaints() == []
            assert browser.requests() == [page.as_uri()]
            assert looking.width(browser) <= width
    assert set(looking.elements(browser)) <= ON_A_PAGE
    assert browser.paper().startswith(b"%PDF")


def test_many_are_counted_and_the_first_named(netlog: Netlog, page: Path, browser: Browser) -> None:
    netlog("meet", *(f"Contact {name}" for name in "ABCDEFGHIJKLMNO"))
    drawn(netlog, page, browser)
    text = browser.run("document.body.innerText")
    assert "Contact L" in text
    assert "Contact M" not in text
    assert "3 more" in text


def test_days_without_anything(netlog: Netlog, ledger: Path, page: Path, browser: Browser) -> None:
    told = netlog("review", "--html", str(page))
    assert "nothing is recorded yet" in told.err
    assert not page.exists()
    given(netlog, ledger, STORY)
    drawn(netlog, page, browser, "--until", "2020-01-01")
    assert "Nothing happened in these days." in browser.run("document.body.innerText")


@pytest.mark.parametrize("text", [*ATTACKS[:-1], WORST, "x" * 190], ids=ascii)
def test_hostile_names_are_only_texts(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, text: str
) -> None:
    given(netlog, ledger, HOSTILE_LEDGER)
    fill(ledger, text)
    browser.look(390)
    drawn(netlog, page, browser, "--since", "2026-10-01")
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]
    assert set(looking.elements(browser)) <= ON_A_PAGE
    assert looking.active_attributes(browser) == []
    assert not leaks(browser.run("document.body.textContent"))
    assert looking.width(browser) <= 390
