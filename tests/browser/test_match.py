"""The page of whom to introduce to whom, in a real browser."""

from pathlib import Path

import pytest

from tests.browser import looking
from tests.browser.test_person import ON_A_PAGE
from tests.cli.hostile import leaks
from tests.cli.looking import Netlog, given, refused
from tests.cli.test_hostile import LEDGER as HOSTILE_LEDGER
from tests.cli.test_hostile import WORST, fill
from tests.domain.test_match import STORY
from tests.render.pages.test_markup import ATTACKS
from tests.support.browser import Browser
from tests.support.pages import differences

MATCHED = "2026-10-04 person gamma --need s\n2026-10-04 person delta --org epsilon --skill s\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where the page is written."""
    return tmp_path / "page.html"


def drawn(netlog: Netlog, page: Path, browser: Browser) -> set[str | None]:
    """The page, open and held against its document; which values it shows."""
    document = netlog("match", "--html", str(page), "--force", "--json").json
    browser.open(page)
    values = looking.values(browser)
    assert list(differences(values, document)) == []
    assert looking.stray_numbers(browser) == []
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]
    assert set(looking.elements(browser)) <= ON_A_PAGE
    return {value["pointer"] for value in values}


def test_every_match_is_on_the_page(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, STORY)
    for scheme in ("light", "dark"):
        for width in (1280, 390, 320):
            browser.look(width, scheme)
            shown = drawn(netlog, page, browser)
            assert looking.width(browser) <= width
    assert {f"/items/{n}/provider" for n in (1, 2, 3, 4)} <= shown
    assert {"/items/0/need", "/items/1/command", "/items/4/why", "/items/5/client"} <= shown
    text = browser.run("document.body.innerText")
    assert "Nobody to introduce yet." in text
    assert "to be held off" in text
    refused(netlog, ledger, "match", "--html", str(page))


def test_without_a_need_it_says_so(netlog: Netlog, page: Path, browser: Browser) -> None:
    netlog("person", "Dana", "--new")
    assert drawn(netlog, page, browser) == {"/today"}
    assert "There is no open need." in browser.run("document.body.innerText")


@pytest.mark.parametrize("text", [ATTACKS[0], WORST, "x" * 190], ids=ascii)
def test_hostile_names_are_only_texts(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, text: str
) -> None:
    given(netlog, ledger, HOSTILE_LEDGER + MATCHED)
    fill(ledger, text)
    browser.look(390)
    assert "/items/0/command" in drawn(netlog, page, browser)
    assert looking.active_attributes(browser) == []
    assert not leaks(browser.run("document.body.textContent"))
    assert looking.width(browser) <= 390
