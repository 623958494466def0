"""The page of a chronology in a real browser: on a screen, and printed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser import looking
from tests.cli.looking import Netlog, given, rows
from tests.cli.test_hostile import LEDGER as HOSTILE_LEDGER
from tests.cli.test_hostile import WORST, fill
from tests.domain.test_extract import CLAIM, TODAY
from tests.render.pages.test_markup import ATTACKS
from tests.support.browser import Browser

IN_A_STYLE = ('"} body { display: none } "', "\\", "*/", "a\\22 b", "url(http://x)", "@import 'x'")
_RULES = "[...document.styleSheets].flatMap(one => [...one.cssRules]).length"
HEADINGS = ("Promises", "Fees", "Introductions", "Replies", "Day by day", "Open on")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where the page is written."""
    return tmp_path / "page.html"


def printed(browser: Browser, page: Path) -> list[list[str]]:
    """The lines of each printed page, read by a program that did not write them."""
    if shutil.which("pdftotext") is None:
        pytest.skip("there is no pdftotext: apt-get install poppler-utils")
    paper = page.with_suffix(".pdf")
    paper.write_bytes(browser.paper())
    ended = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True
    )
    pages = ended.stdout.removesuffix("\f").split("\f")
    return [[line.strip() for line in one.splitlines() if line.strip()] for one in pages]


def test_it_fits_and_loads_nothing(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, CLAIM)
    netlog("report", "Lead Co", "--chronology", "--html", str(page), today=TODAY)
    colours = []
    for scheme in ("light", "dark"):
        for width in (1280, 390, 320):
            browser.look(width, scheme)
            browser.open(page)
            assert browser.complaints() == []
            assert browser.requests() == [page.as_uri()]
            assert looking.width(browser) <= width
        colours.append(browser.run("getComputedStyle(document.documentElement).backgroundColor"))
    light, dark = (sum(map(int, one[4:-1].split(","))) for one in colours)
    assert light > 700
    assert dark < 100


@pytest.mark.parametrize("more", range(0, 24, 3))
def test_printed_pages_have_a_name_a_number_and_no_lonely_heading(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, more: int
) -> None:
    given(netlog, ledger, CLAIM)
    for number in range(more):
        about = f"attempt {number}" if number % 2 else f"a longer topic, of its own, {number} " * 4
        netlog("reach", "Lead Co", "--about", about, today="2026-02-25")
    netlog("report", "Lead Co", "--chronology", "--html", str(page), today=TODAY)
    browser.open(page)
    pages = printed(browser, page)
    assert len(pages) > 1
    for number, lines in enumerate(pages, 1):
        assert lines[0] == "Chronology: Lead Co"
        assert lines[-1] == f"{number} of {len(pages)}"
        assert not lines[-2].startswith((*HEADINGS, "Day Entry"))
        assert not re.fullmatch(r"(In all|By|To|For) .*", lines[-2]), lines[-2]
        if re.match(r"\w{3} \d+ \w{3} \d{4} +e?\d+ ", lines[1]):
            pytest.fail(f"page {number} goes on without the heads of its columns")


@pytest.mark.parametrize(
    "text", [*ATTACKS[:-1], *IN_A_STYLE, WORST, "עמוס שלום", "x" * 190], ids=ascii
)
def test_a_name_is_only_a_name_in_the_style_as_well(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, text: str
) -> None:
    given(netlog, ledger, HOSTILE_LEDGER)
    line = ("--chronology", "--html", str(page), "--force")
    netlog("report", "alpha", *line)
    browser.look(390)
    browser.open(page)
    rules = browser.run(_RULES)
    fill(ledger, text)
    name = rows(ledger, "SELECT name FROM contact WHERE key = 'alpha'")[0][0]
    assert text[:190] in name
    netlog("report", "alpha", *line)
    browser.open(page)
    assert browser.run(_RULES) == rules
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]
    assert looking.active_attributes(browser) == []
    assert looking.width(browser) <= 390
