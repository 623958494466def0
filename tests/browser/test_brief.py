"""The page of a brief, in a real browser."""

from pathlib import Path

import pytest

from tests.browser import looking
from tests.browser.test_person import ON_A_PAGE
from tests.cli.hostile import leaks
from tests.cli.looking import Netlog, given
from tests.cli.test_hostile import LEDGER as HOSTILE_LEDGER
from tests.cli.test_hostile import WORST, fill
from tests.domain.test_brief import STORY
from tests.render.pages.test_markup import ATTACKS
from tests.support.browser import Browser
from tests.support.pages import differences


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where the page is written."""
    return tmp_path / "page.html"


def drawn(netlog: Netlog, page: Path, browser: Browser, who: str) -> set[str | None]:
    """The page, open and held against its document; which values it shows."""
    document = netlog("brief", who, "--html", str(page), "--force", "--json").json
    browser.open(page)
    values = looking.values(browser)
    assert list(differences(values, document)) == []
    assert looking.stray_numbers(browser) == []
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]
    assert set(looking.elements(browser)) <= ON_A_PAGE | {"SVG", "LINE", "CIRCLE", "TEXT"}
    return {value["pointer"] for value in values}


def test_every_number_is_the_one_of_the_document(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, STORY)
    for scheme in ("light", "dark"):
        for width in (1280, 390, 320):
            browser.look(width, scheme)
            shown = drawn(netlog, page, browser, "Dana")
            assert looking.width(browser) <= width
    assert {"/name", "/org", "/emails/0", "/every", "/last_words/2/text", "/open/0/id"} <= shown
    assert {"/people/1/skills/0", "/needs/0/need"} <= drawn(netlog, page, browser, "Acme")
    netlog("person", "Pat", "--new")
    assert drawn(netlog, page, browser, "Pat") == {"/name", "/today", "/verdict"}


@pytest.mark.parametrize("text", [ATTACKS[0], WORST, "x" * 190], ids=ascii)
def test_hostile_names_are_only_texts(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, text: str
) -> None:
    given(netlog, ledger, HOSTILE_LEDGER)
    fill(ledger, text)
    browser.look(390)
    for who in ("alpha", "omega"):
        drawn(netlog, page, browser, who)
        assert looking.active_attributes(browser) == []
        assert not leaks(browser.run("document.body.textContent"))
        assert looking.width(browser) <= 390
