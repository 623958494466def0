"""The page of one contact, opened from its file in a real browser."""

from pathlib import Path

import pytest

from tests.browser import looking
from tests.cli.hostile import leaks
from tests.cli.looking import Netlog, given, rows
from tests.cli.test_hostile import LEDGER as HOSTILE_LEDGER
from tests.cli.test_hostile import WORST, fill
from tests.render.pages.story import MAYA, TODAY
from tests.render.pages.test_markup import ATTACKS
from tests.support.browser import Browser
from tests.support.pages import differences

ON_A_PAGE = {
    *("BDI", "BODY", "DATA", "DIV", "EM", "H1", "H2", "H3", "HEAD", "HEADER", "HTML", "LI", "MAIN"),
    *("META", "OL", "P", "SECTION", "SPAN", "STRONG", "STYLE", "TABLE", "TBODY", "TD", "TH"),
    *("THEAD", "TIME", "TITLE", "TR", "UL", "circle", "line", "path", "svg", "text"),
}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where the page is written."""
    return tmp_path / "page.html"


@pytest.mark.parametrize("who", ["Maya", "me", "Omar", "Ines", "Lind Design"])
def test_every_number_is_the_one_of_the_document(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, who: str
) -> None:
    given(netlog, ledger, MAYA)
    netlog("report", who, "--html", str(page), today=TODAY)
    document = netlog("report", who, "--json", today=TODAY).json
    browser.open(page)
    values = looking.values(browser)
    assert list(differences(values, document)) == []
    assert looking.stray_numbers(browser) == []
    shown = {one["pointer"] for one in values}
    assert {f"/reasons/{n}" for n in range(len(document["reasons"]))} <= shown
    assert {f"/evidence/{n}/weight" for n in range(len(document["evidence"]))} <= shown
    assert {f"/obligations/{n}/due_on" for n in range(len(document["obligations"]))} <= shown
    assert {f"/introduced/{n}/state" for n in range(len(document["introduced"]))} <= shown
    ways = {"by_them", "to_them"} if document["introduced"] else set[str]()
    assert {
        f"/introductions/each_way/{way}/introductions"
        for way in ways
        if document["introductions"][way]
    } <= shown
    if document["referrer"] is not None and who in ("Maya", "Lind Design"):
        assert {"/referrer/came_well", "/referrer/leads", "/referrer/score/low"} <= shown
        assert "/reciprocity/received/fees" in shown
    contacts = range(len(document["reciprocity"]["contacts"]))
    assert {f"/reciprocity/contacts/{n}/given/introductions" for n in contacts} <= shown


def test_it_loads_nothing_and_complains_of_nothing(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, MAYA)
    netlog("report", "Maya", "--html", str(page), today=TODAY)
    for scheme in ("light", "dark"):
        for width in (1280, 390, 320):
            browser.look(width, scheme)
            browser.open(page)
            assert browser.complaints() == []
            assert browser.requests() == [page.as_uri()]
            assert looking.width(browser) <= width
    assert set(looking.elements(browser)) <= ON_A_PAGE


def test_dark_is_dark(netlog: Netlog, ledger: Path, page: Path, browser: Browser) -> None:
    given(netlog, ledger, MAYA)
    netlog("report", "Maya", "--html", str(page), today=TODAY)
    papers = []
    for scheme, media in (("light", ""), ("dark", ""), ("dark", "print")):
        browser.look(1280, scheme, media)
        browser.open(page)
        papers.append(browser.run("getComputedStyle(document.documentElement).backgroundColor"))
    light, dark, printed = (sum(map(int, one[4:-1].split(","))) for one in papers)
    assert light > 700
    assert dark < 100
    assert printed == 3 * 255


def test_it_prints(netlog: Netlog, ledger: Path, page: Path, browser: Browser) -> None:
    given(netlog, ledger, MAYA)
    netlog("report", "Maya", "--html", str(page), today=TODAY)
    browser.open(page)
    paper = browser.paper()
    assert paper.startswith(b"%PDF")
    assert len(paper) > 10_000


@pytest.mark.parametrize("text", [*ATTACKS[:-1], WORST, "عמוس שלום", "x" * 190], ids=ascii)
def test_hostile_texts_are_only_texts(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, text: str
) -> None:
    given(netlog, ledger, HOSTILE_LEDGER)
    fill(ledger, text)
    browser.look(390)
    for key in ("alpha", "alphb", "omega"):
        name = rows(ledger, "SELECT name FROM contact WHERE key = ?", key)[0][0]
        del name
        netlog("report", key, "--html", str(page), "--force")
        document = netlog("report", key, "--json").json
        browser.open(page)
        assert browser.complaints() == []
        assert browser.requests() == [page.as_uri()]
        assert set(looking.elements(browser)) <= ON_A_PAGE
        assert looking.active_attributes(browser) == []
        assert not leaks(browser.run("document.body.textContent"))
        assert list(differences(looking.values(browser), document)) == []
        assert looking.width(browser) <= 390
