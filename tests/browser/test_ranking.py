"""The page of everybody in a real browser: the network, and the table that sorts and filters."""

import json
from pathlib import Path

import pytest

from netlog.render.ranking import LEADS
from tests.bench.generate import FEWEST, generate
from tests.browser import looking
from tests.browser.test_person import ON_A_PAGE
from tests.cli.hostile import leaks
from tests.cli.looking import Netlog, given
from tests.cli.test_hostile import LEDGER as HOSTILE_LEDGER
from tests.cli.test_hostile import WORST, fill
from tests.render.pages.story import MAYA, TODAY
from tests.render.pages.test_markup import ATTACKS
from tests.support.browser import Browser
from tests.support.pages import differences

MORE = {"A", "BUTTON", "G", "H3", "INPUT", "LABEL", "NAV", "OPTION", "SCRIPT", "SELECT", "g",
        "title"}  # fmt: skip
PEOPLE = 500


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where the page is written."""
    return tmp_path / "page.html"


@pytest.fixture
def drawn(netlog: Netlog, ledger: Path, page: Path, browser: Browser) -> Path:
    """The page of a small ledger, open."""
    given(netlog, ledger, MAYA)
    netlog("report", "--html", str(page), today=TODAY)
    browser.open(page)
    return page


def column(browser: Browser, number: int, table: str = "ranked", part: int = 0) -> list[str]:
    """What a column of the table shows, from above; in one of its parts, or (0) in all."""
    part_of = f"tbody:nth-of-type({part})" if part else "tbody"
    cells = (
        f"[...document.querySelectorAll('#{table} {part_of} tr')]"
        ".filter(one => !one.hidden && !one.querySelector('[scope=rowgroup]'))"
        f".map(one => (one.cells[{number}].querySelector('[data-json]') ?? one.cells[{number}])"
        ".textContent)"
    )
    return list(browser.run(cells))


def tab_to(browser: Browser, text: str) -> None:
    """Go by keyboard until the focus is on what is called so."""
    browser.run("document.activeElement.blur()")
    for _ in range(40):
        browser.press("Tab")
        if looking.focused(browser) == text:
            return
    pytest.fail(f"nobody comes to {text!r} by keyboard")


def test_every_number_is_the_one_of_the_document(
    netlog: Netlog, drawn: Path, browser: Browser
) -> None:
    document = netlog("report", "--html", str(drawn), "--force", "--json", today=TODAY).json
    ranking = netlog("report", "--json", today=TODAY).json
    assert document["items"] == ranking["items"]
    values = looking.values(browser)
    assert list(differences(values, document)) == []
    assert looking.stray_numbers(browser) == []
    shown = {one["pointer"] for one in values}
    for n, item in enumerate(ranking["items"]):
        assert f"/items/{n}/introductions_90d" in shown
        if item["verdict"] != "unknown":
            assert {f"/items/{n}/score/{end}" for end in ("mean", "low", "high")} <= shown
    assert {f"/introduced/{n}/on" for n in range(len(document["introduced"]))} <= shown


def test_the_network_counts_as_the_reports_do(netlog: Netlog, drawn: Path) -> None:
    document = netlog("report", "--html", str(drawn), "--force", "--json", today=TODAY).json
    assert {one["name"] for one in document["people"]} == {"Maya Lind", "Omar Reyes", "Ines Roth"}
    for one in document["people"]:
        counts = netlog("report", one["name"], "--json", today=TODAY).json["introductions"]
        assert (one["given"], one["received"]) == (counts["by_them"], counts["to_them"])
    states = [one["state"] for one in document["introduced"]]
    assert states == ["problem", "happy"]
    assert document["introductions"] == {
        "number": 2,
        **{state: states.count(state) for state in ("made", "responded", "happy", "problem",
                                                    "recovered")},
    }  # fmt: skip


def test_it_loads_nothing_and_complains_of_nothing(drawn: Path, browser: Browser) -> None:
    for scheme in ("light", "dark"):
        for width in (1280, 390, 320):
            browser.look(width, scheme)
            browser.open(drawn)
            assert browser.complaints() == []
            assert browser.requests() == [drawn.as_uri()]
            assert looking.width(browser) <= width
    assert set(looking.elements(browser)) <= ON_A_PAGE | MORE


def test_the_table_sorts_by_keyboard(drawn: Path, browser: Browser) -> None:
    names = column(browser, 0)
    assert browser.run("document.querySelector('#ranked th[aria-sort]').textContent") == "verdict"
    tab_to(browser, "who")
    browser.press("Enter")
    assert column(browser, 0) == sorted(names)
    heading = "document.querySelector('#ranked th').getAttribute('aria-sort')"
    assert browser.run(heading) == "ascending"
    browser.press(" ")
    assert column(browser, 0) == sorted(names, reverse=True)
    assert browser.run(heading) == "descending"
    assert browser.run("document.querySelectorAll('#ranked [aria-sort]').length") == 1
    tab_to(browser, "in time")
    browser.press("Enter")
    shares = [int(one.rstrip("%")) for one in column(browser, 2)]
    assert shares == sorted(shares, reverse=True)
    assert browser.complaints() == []


def test_leads_stay_below_their_heading(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, MAYA)
    for name in ("Abe Lead", "Zoe Lead"):
        netlog("intro", "me", name, "--by", "Maya Lind", "--fee", "75", "--on", "2026-09-01")
        netlog("reach", name, "--on", "2026-09-02", today=TODAY)
    netlog("report", "--html", str(page), today=TODAY)
    browser.open(page)
    shown = (
        "[...document.querySelectorAll('#ranked [scope=rowgroup]')]"
        ".filter(one => one.checkVisibility()).map(one => one.textContent)"
    )
    first = "document.querySelectorAll('#ranked tbody')[1].rows[0].textContent"
    others = column(browser, 0, part=1)
    assert sorted(others) == ["Ines Roth", "Lind Design", "Maya Lind", "Omar Reyes"]
    assert (browser.run(shown), browser.run(first)) == ([LEADS], LEADS)
    tab_to(browser, "who")
    for backwards in (False, True):
        browser.press("Enter")
        assert column(browser, 0, part=1) == sorted(others, reverse=backwards)
        assert column(browser, 0, part=2) == sorted(["Abe Lead", "Zoe Lead"], reverse=backwards)
        assert browser.run(first) == LEADS
    nodes = browser.ask("Accessibility.getFullAXTree")["nodes"]
    roles = [one["role"]["value"] for one in nodes if not one["ignored"]]
    assert roles.count("rowheader") == 6 + 1
    browser.run("document.querySelector('#ranking input').focus()")
    browser.type("lind")
    assert browser.run(shown) == []
    browser.press("Escape")
    browser.type("zoe")
    assert column(browser, 0) == ["Zoe Lead"]
    assert browser.run(shown) == [LEADS]


SECTIONS = "[...document.querySelectorAll('section, nav a')].map(one => one.id || one.hash)"
IN_ORDER = ["#ranking", "#net", "#list", "ranking", "net", "list"]


def test_the_ranking_comes_first(drawn: Path, browser: Browser) -> None:
    assert browser.run(SECTIONS) == IN_ORDER


def test_by_skill_the_answer_comes_first(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, MAYA)
    netlog("report", "--for", "design", "--html", str(page), today=TODAY)
    document = netlog("report", "--for", "design", "--json", today=TODAY).json
    browser.open(page)
    assert browser.run(SECTIONS) == IN_ORDER
    values = {one["pointer"]: one["text"] for one in looking.values(browser)}
    assert values["/items/0/why"] == document["items"][0]["why"]
    assert looking.stray_numbers(browser) == []


def test_the_focus_can_be_seen(drawn: Path, browser: Browser) -> None:
    tab_to(browser, "verdict")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert browser.run(outline) == "solid"


def test_the_table_filters(drawn: Path, browser: Browser) -> None:
    assert len(column(browser, 0)) == 4
    browser.run("document.querySelector('#ranking input').focus()")
    browser.type("LIND")
    assert column(browser, 0) == ["Lind Design", "Maya Lind"]
    assert browser.run("document.querySelector('#ranking [role=status]').textContent") == (
        "2 of 4 shown"
    )
    browser.press("Escape")
    assert len(column(browser, 0)) == 4
    browser.press("Tab")
    assert browser.run("document.activeElement.tagName") == "SELECT"
    verdicts = set()
    for word in ("refer", "with care", "unknown", "hold off"):
        browser.press("ArrowDown")
        assert set(column(browser, 1)) <= {word}
        verdicts |= set(column(browser, 1))
    assert verdicts


def test_somebody_is_chosen_by_keyboard(drawn: Path, browser: Browser) -> None:
    assert browser.run("document.querySelectorAll('.on').length") == 0
    browser.run("document.getElementById('chooser').focus()")
    for _ in range(2):
        browser.press("ArrowDown")
    assert browser.run("document.querySelector('#told h3').textContent") == "Maya Lind"
    told = browser.run("[...document.querySelectorAll('#told li')].map(one => one.textContent)")
    assert told == [
        "4 Sep · Omar Reyes to Maya Lind by you for a new logo · problem",
        "10 Nov 2025 · you to Ines Roth by Maya Lind for book keeping · happy",
    ]
    assert browser.run("document.querySelectorAll('.tie.on').length") == 2
    assert browser.run("document.querySelectorAll('.person.on').length") == 3
    assert browser.complaints() == []


def test_a_click_on_a_dot_chooses_and_one_beside_it_lets_go(drawn: Path, browser: Browser) -> None:
    middle = (
        "(() => { const dot = document.querySelector('.person circle');"
        " dot.scrollIntoView({block: 'center'}); const box = dot.getBoundingClientRect();"
        " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
    )
    x, y = browser.run(middle)
    for place, chosen in (((x, y), True), ((x + 40, y), False)):
        for kind in ("mousePressed", "mouseReleased"):
            browser.ask("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1],
                        button="left", clickCount=1)  # fmt: skip
        assert (browser.run("document.getElementById('chooser').value") != "") == chosen


@pytest.mark.parametrize("width", [1280, 390])
def test_a_screen_reader_meets_tables_however_they_are_laid_out(
    drawn: Path, browser: Browser, width: int
) -> None:
    browser.look(width)
    browser.open(drawn)
    nodes = browser.ask("Accessibility.getFullAXTree")["nodes"]
    roles = [one["role"]["value"] for one in nodes if not one["ignored"]]
    assert roles.count("table") == 2
    assert roles.count("row") == (1 + 4) + (1 + 2)
    assert roles.count("columnheader") == 6 + 5
    assert roles.count("rowheader") == 4
    named = {
        one["name"]["value"].strip()  # some versions keep the blank before what it names
        for one in nodes
        if not one["ignored"] and one["role"]["value"] in ("combobox", "searchbox", "checkbox")
    }
    assert named == {"Show", "full size", "Filter", "Verdict"}


def test_without_a_script_everything_is_there(drawn: Path, browser: Browser) -> None:
    browser.open(drawn, scripts=False)
    text = browser.run("document.body.innerText")
    for word in ("Maya Lind", "Ines Roth", "a new logo", "hold off"):
        assert word in text
    assert "Filter" not in text
    assert browser.run("document.querySelectorAll('th button').length") == 0


def test_it_prints(drawn: Path, browser: Browser) -> None:
    assert browser.paper().startswith(b"%PDF")
    browser.look(1280, "light", "print")
    assert browser.run("getComputedStyle(document.querySelector('.controls')).display") == "none"


@pytest.mark.parametrize("text", [*ATTACKS[:-1], WORST, "x" * 190], ids=ascii)
def test_hostile_texts_are_only_texts(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, text: str
) -> None:
    given(netlog, ledger, HOSTILE_LEDGER)
    fill(ledger, text)
    netlog("person", "--skill", text, "alphb", code=None)
    browser.look(390)
    document = netlog("report", "--html", str(page), "--json").json
    browser.open(page)
    for number in range(3):
        browser.run(
            "(() => { const chooser = document.getElementById('chooser');"
            f" chooser.selectedIndex = {number};"
            " chooser.dispatchEvent(new Event('input', {bubbles: true})); })()"
        )
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]
    assert set(looking.elements(browser)) <= ON_A_PAGE | MORE
    assert set(looking.active_attributes(browser)) <= {"href", "style"}
    links = "[...document.querySelectorAll('[href]')].map(one => one.getAttribute('href'))"
    assert set(browser.run(links)) == {"#net", "#ranking", "#list"}
    assert browser.run("document.querySelectorAll('[style]').length") == 0
    assert not leaks(browser.run("document.body.textContent"))
    assert list(differences(looking.values(browser), document)) == []
    assert looking.width(browser) <= 390


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with more than 500 people in introductions."""
    path = tmp_path_factory.mktemp("large") / "ledger.db"
    generate(path, max(FEWEST, 20 * 560))
    return path


# The boxes of the names that are shown, turned as they are, in the units of the screen.
_NAMES = """
[...document.querySelectorAll("#network .person text")]
  .filter(one => getComputedStyle(one).display != "none")
  .map(one => {
    const m = one.getScreenCTM(), box = one.getBBox();
    const at = (x, y) => [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f];
    return {text: one.textContent, height: box.height * Math.hypot(m.c, m.d), corners: [
      at(box.x, box.y), at(box.x + box.width, box.y),
      at(box.x + box.width, box.y + box.height), at(box.x, box.y + box.height)]};
  })
"""
_IN_VIEW = """
(() => {
  const box = document.querySelector(".picture").getBoundingClientRect();
  const dot = document.querySelector("[data-person='%s'] circle").getBoundingClientRect();
  return dot.left >= box.left && dot.right <= box.right
    && dot.top >= box.top && dot.bottom <= box.bottom;
})()
"""
Corners = list[tuple[float, float]]


def apart(one: Corners, other: Corners) -> bool:
    """Whether two rectangles, however turned, do not overlap (the separating axis theorem)."""
    for corners in (one, other):
        for n in range(4):
            (ax, ay), (bx, by) = corners[n], corners[(n + 1) % 4]
            axis = (by - ay, ax - bx)
            first, second = (
                [x * axis[0] + y * axis[1] for x, y in these] for these in (one, other)
            )
            if max(first) <= min(second) or max(second) <= min(first):
                return True
    return False


def covered(browser: Browser) -> list[tuple[str, str]]:
    """The names in the picture that overlap."""
    names = browser.run(_NAMES)
    # The box of a text is as high as its line; letters are two thirds of that.
    for name in names:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = name["corners"]
        name["inner"] = [
            (ax + (dx - ax) / 6, ay + (dy - ay) / 6),
            (bx + (cx - bx) / 6, by + (cy - by) / 6),
            (cx + (bx - cx) / 6, cy + (by - cy) / 6),
            (dx + (ax - dx) / 6, dy + (ay - dy) / 6),
        ]
    return [
        (one["text"], other["text"])
        for n, one in enumerate(names)
        for other in names[n + 1 :]
        if not apart(one["inner"], other["inner"])
    ]


CIRCLE = "\n".join(
    f'2026-10-01 intro "{name} Vandenberghe" "{other} Schneider" --for tax --on 2026-10-01 --new'
    for name, other in zip("ABCDEFGHI", "KLMNOPQRS", strict=True)
)
# How far the names and dots are from the edges of the picture, in points of the screen.
_AROUND = """
(() => {
  const whole = document.getElementById("network").getBoundingClientRect();
  const parts = [...document.querySelectorAll("#network .person")]
    .map(one => one.getBoundingClientRect());
  const least = (side) => Math.min(...parts.map(side));
  return [least(one => one.left - whole.left), least(one => one.top - whole.top),
          least(one => whole.right - one.right), least(one => whole.bottom - one.bottom)];
})()
"""


@pytest.mark.parametrize("lines", [CIRCLE, MAYA], ids=["eighteen", "three"])
def test_on_a_telephone_names_are_legible_and_nothing_is_empty(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser, lines: str
) -> None:
    given(netlog, ledger, lines)
    netlog("report", "--html", str(page), today=TODAY)
    for width in (1280, 390):
        browser.look(width)
        browser.open(page)
        names = browser.run(_NAMES)
        assert min(one["height"] for one in names) >= 10
        assert covered(browser) == []
        assert all(0 <= away < 45 for away in browser.run(_AROUND)), browser.run(_AROUND)
        assert looking.width(browser) <= width


def test_on_paper_a_small_picture_is_small(
    netlog: Netlog, ledger: Path, page: Path, browser: Browser
) -> None:
    given(netlog, ledger, CIRCLE)
    netlog("report", "--html", str(page), today=TODAY)
    browser.look(700, media="print")
    browser.open(page)
    height = "document.getElementById('network').getBoundingClientRect().height"
    assert 300 < browser.run(height) < 420


def test_five_hundred_people_are_legible(
    netlog: Netlog, large: Path, page: Path, browser: Browser
) -> None:
    netlog("report", "--ledger", str(large), "--html", str(page))
    browser.open(page)
    assert browser.complaints() == []
    assert browser.run("document.querySelectorAll('#network .person').length") == PEOPLE
    at_rest = browser.run(_NAMES)
    assert len(at_rest) >= 100
    assert min(one["height"] for one in at_rest) >= 10
    assert covered(browser) == []
    browser.run("document.getElementById('every-name').click()")
    assert len(browser.run(_NAMES)) == PEOPLE
    assert min(one["height"] for one in browser.run(_NAMES)) >= 10
    assert covered(browser) == []
    assert looking.width(browser) <= 1280
    browser.run("document.getElementById('every-name').click()")
    choose = (
        "(() => { const chooser = document.getElementById('chooser'); chooser.value = '%s';"
        " chooser.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    for person in (0, 7, 250, 499):
        browser.run(choose % person)
        assert covered(browser) == []
        rows = browser.run("document.querySelectorAll('#told li').length")
        assert rows == browser.run(
            f"document.querySelectorAll('#introduced [data-people~=\"{person}\"]').length"
        )
        assert rows > 0
    browser.look(390)
    browser.open(page)
    assert looking.width(browser) <= 390
    assert min(one["height"] for one in browser.run(_NAMES)) >= 10
    for chosen in ("0", "250"):
        browser.run(choose % chosen)
        assert browser.run(_IN_VIEW % chosen), "it can be moved about, and shows whom one chose"


def test_a_large_page_is_the_document(
    netlog: Netlog, large: Path, page: Path, browser: Browser
) -> None:
    document = netlog("report", "--ledger", str(large), "--html", str(page), "--json").json
    browser.open(page)
    assert list(differences(looking.values(browser), document)) == []
    assert looking.stray_numbers(browser) == [" of 100 come in time ("], "the unit of a share"
    assert json.dumps(document["items"]) == json.dumps(
        netlog("report", "--ledger", str(large), "--json").json["items"]
    )


@pytest.mark.usefixtures("drawn")
def test_on_paper_all_headings_stand_on_one_line(browser: Browser) -> None:
    browser.look(700, media="print")
    feet = (
        "[...document.querySelectorAll('#ranked thead th')].map(one => {"
        " const words = document.createRange(); words.selectNodeContents(one);"
        " return Math.round(words.getBoundingClientRect().bottom); })"
    )
    assert len(set(browser.run(feet))) == 1
