"""The forms of a chronology: options, and text of users that must stay text in each."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, settings
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from netlog.render.forms.markdown import literal
from netlog.render.harmless import visible
from tests.cli.hostile import HOSTILE, leaks
from tests.cli.looking import Netlog, files, given, refused
from tests.cli.test_hostile import LEDGER, SGR, fill, on_terminal

MARKUP = (
    *("*", "**", "_", "__", "`", "```", "~~", "~~~", "|", "||", "\\", "\\|", "\\\\", "&", "&lt;"),
    *(
        "[a](javascript:x)",
        "![a](http://x/y.png)",
        "[a]: http://x",
        "<b>",
        "<!--",
        "-->",
        "<a@b.c>",
    ),
    *("http://x.org", "www.x.org", "a@b.org", "# ", " #", "- ", "+ ", "1. ", "1) ", "> ", "    "),
    *("---", "===", "$x$", "^", ":--", "&#124;", "</td>", "<script>", "\n\n", "  \n", "a", " "),
)
MARKDOWN = st.lists(st.sampled_from(MARKUP) | HOSTILE, min_size=1, max_size=8).map("".join)
PLAIN = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    *("table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
    *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close"),
    *("strong_open", "strong_close", "text_special"),
}


def tokens(markdown: str) -> Iterator[Token]:
    """What a Markdown reader with tables makes of a text."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in reader.parse(markdown):
        yield token
        yield from token.children or ()


def shown(markdown: str) -> str:
    """What somebody sees of a Markdown text, without any formatting: a line for each block."""
    blocks = [one.children or () for one in tokens(markdown) if one.type == "inline"]
    return "\n".join("".join(one.content for one in block) for block in blocks)


def words(text: str) -> str:
    """The text with single spaces, as every reader of Markdown shows it."""
    return " ".join(text.split())


@hypothesis_given(MARKDOWN)
@example("C # #")
@example("1. a\\")
@example("<!-- a")
@example("<?php a")
def test_a_text_is_literal_in_markdown(text: str) -> None:
    seen = words(visible(text))
    for before, template in (
        ("", "{}"), ("x ", "# x {}"), ("e1 ", "- **e1** {}"), ("a\n", "| a |\n|---|\n| {} |"),
    ):  # fmt: skip
        document = template.format(literal(text))
        assert {one.type for one in tokens(document)} <= PLAIN
        assert not leaks(document)
        assert words(shown(document)) == words(before + seen)


@settings(max_examples=settings().max_examples // 5)
@hypothesis_given(MARKDOWN)
def test_every_form_is_inert(netlog: Netlog, ledger: Path, text: str) -> None:
    given(netlog, ledger, LEDGER)
    harmless = netlog("report", "alphb", "--chronology", "--markdown").out
    fill(ledger, text)
    document = netlog("report", "alphb", "--chronology", "--markdown").out
    assert not leaks(document)
    assert [one.type for one in tokens(document) if one.level < 3] == [
        one.type for one in tokens(harmless) if one.level < 3
    ]
    assert {one.type for one in tokens(document)} <= PLAIN
    assert not leaks(netlog("report", "alphb", "--chronology").out)
    facts = netlog("report", "alphb", "--chronology", "--json").json["facts"]
    assert {one["note"] for one in facts} == {"", text}


class Reader(HTMLParser):
    """What a browser makes of a page: its elements in order, and its text."""

    def __init__(self, document: str) -> None:
        """Read a whole document."""
        super().__init__()
        self.elements: list[str] = []
        self.parts: list[str] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element; none has more attributes than the page gives it."""
        assert {name for name, _ in attrs} <= ATTRIBUTES
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        """A text."""
        self.parts.append(data)


ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "scope", "class"}
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "section", "ul", "li"),
    *("main", "span", "b", "bdi", "table", "thead", "tbody", "tr", "th", "td", "footer"),
}


@settings(max_examples=settings().max_examples // 5)
@hypothesis_given(MARKDOWN)
def test_the_page_is_inert(netlog: Netlog, ledger: Path, text: str) -> None:
    given(netlog, ledger, LEDGER)
    harmless = Reader(netlog("report", "alphb", "--chronology", "--html", "-").out)
    fill(ledger, text)
    document = netlog("report", "alphb", "--chronology", "--html", "-").out
    assert document.isascii()
    read = Reader(document)
    assert set(read.elements) <= ELEMENTS
    assert [one for one in read.elements if one != "bdi"] == harmless.elements
    told = "".join(read.parts)
    assert visible(text) in told
    assert not leaks(told)
    assert "default-src 'none'" in document


def test_a_page_is_private_and_in_nobodys_place(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    given(netlog, ledger, LEDGER)
    page = tmp_path / "claim.html"
    line = ("report", "alpha", "--chronology", "--html", str(page))
    told = netlog(*line)
    assert told.out.startswith("Chronology: alpha is in ")
    assert "netlog config set owner NAME" in told.err
    assert page.stat().st_mode & 0o777 == 0o600
    page.write_text("mine")
    assert "--force" in refused(netlog, ledger, *line).err
    assert page.read_text() == "mine"
    netlog(*line, "--force")
    assert page.read_text() == netlog(*line[:-1], "-").out
    refused(netlog, ledger, *line[:-1], str(ledger), "--force")


def test_right_to_left_names_turn_nothing_around(netlog: Netlog) -> None:
    netlog("reach", "עמוס 7", "--about", "x")
    assert (
        "<bdi>&#1506;&#1502;&#1493;&#1505;</bdi> 7"
        in netlog("report", "עמוס", "--chronology", "--html", "-").out
    )


def test_what_it_takes(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)
    assert (
        "netlog report WHO --chronology"
        in refused(netlog, ledger, "report", "--chronology", code=2).err
    )
    refused(netlog, ledger, "report", "alpha", "--markdown", code=2)
    refused(netlog, ledger, "report", "alpha", "--chronology", "--limit", "3", code=2)
    refused(netlog, ledger, "report", "alpha", "--chronology", "--for", "s", code=2)
    refused(netlog, ledger, "report", "alpha", "--chronology", "--markdown", "--json", code=2)
    refused(netlog, ledger, "report", "alpha", "--chronology", "--html", "-", "--json", code=2)
    refused(netlog, ledger, "report", "alpha", "--chronology", "--force", code=2)
    refused(netlog, ledger, "report", "alpah", "--chronology")


def test_it_writes_nothing(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)
    before = files(ledger)
    for form in ([], ["--markdown"], ["--json"], ["--html", "-"]):
        netlog("report", "alpha", "--chronology", *form)
    assert files(ledger) == before


@pytest.mark.parametrize("who", ["alpha", "alphb", "omega", "me"])
def test_every_form_tells_the_same_facts(netlog: Netlog, ledger: Path, who: str) -> None:
    given(netlog, ledger, LEDGER)
    text = words(netlog("report", who, "--chronology").out)
    markdown = words(shown(netlog("report", who, "--chronology", "--markdown").out))
    page = words("".join(Reader(netlog("report", who, "--chronology", "--html", "-").out).parts))
    for fact in netlog("report", who, "--chronology", "--json").json["facts"]:
        assert words(fact["text"]) in text
        assert words(fact["text"]) in markdown
        assert words(fact["text"]) in page


@pytest.mark.parametrize("columns", [80, 100])
def test_what_goes_on_stands_under_its_text(netlog: Netlog, ledger: Path, columns: int) -> None:
    netlog("reach", "Dana Prakash", "--about", "word " * 40)
    _, screen = on_terminal(ledger, "report", "Dana", "--chronology", columns=columns)
    lines = SGR.sub("", screen).splitlines()
    assert max(map(len, lines)) <= columns
    first = next(number for number, line in enumerate(lines) if "  e1  You reached" in line)
    column = lines[first].index("You reached")
    assert len(lines[first]) > columns - len("word ")
    for line in lines[first + 1 : lines.index("", first)]:
        assert line.startswith(" " * column + "word")


def test_a_narrow_terminal_keeps_room_for_the_text(netlog: Netlog, ledger: Path) -> None:
    netlog("reach", "Dana Prakash", "--about", "word " * 40)
    _, screen = on_terminal(ledger, "report", "Dana", "--chronology", columns=40)
    lines = SGR.sub("", screen).splitlines()
    assert max(map(len, lines)) <= 40
    assert sum(line.startswith("      word word word") for line in lines) > 5


@pytest.mark.parametrize("form", [[], ["--markdown"], ["--json"], ["--html", "-"]], ids=" ".join)
def test_people_with_whom_nothing_happened_are_named(netlog: Netlog, form: list[str]) -> None:
    netlog("person", "Ann Law", "--org", "Law LLP", "--new")
    netlog("person", "Bob Law", "--org", "Law LLP", "--new")
    assert "Law LLP" in netlog("report", "Law LLP", "--chronology", *form).text
    netlog("meet", "Ann Law")
    assert "Bob Law" in netlog("report", "Law LLP", "--chronology", *form).out


def test_a_page_of_nothing_says_so(netlog: Netlog, tmp_path: Path) -> None:
    netlog("person", "Dana Prakash", "--new")
    page = tmp_path / "c.html"
    page.write_text("of last year")
    line = ("report", "Dana", "--chronology", "--html", str(page), "--force")
    assert netlog(*line).text == f"Chronology: Dana Prakash is in {page}.\n"
    assert "Nothing is on record with Dana Prakash. Drawn up on" in page.read_text()
    netlog("meet", "Dana")
    netlog(*line, "--without", "e1")
    document = page.read_text()
    assert "Of what is on record with Dana Prakash, nothing is left to show." in document
    assert "This is an extract: 1 entry left out." in document
    assert "met" not in "".join(Reader(document).parts)
