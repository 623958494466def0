"""A chronology as a page of its own, to be read and printed: it loads nothing and runs nothing.

On paper the name stands at the head of each further page and the number at the foot of all, in
the margin boxes of CSS (https://www.w3.org/TR/css-page-3/, in Chromium since 131); a browser
without them prints the same pages without.
"""

from collections.abc import Iterator
from importlib.resources import files
from xml.etree.ElementTree import Element

from netlog.render.chronology.paper import Entry, Paper, Section
from netlog.render.harmless import right_to_left, visible
from netlog.render.pages import frame
from netlog.render.pages.markup import Child, tag

_LONGEST_HEADER = 60
# The name comes from the ledger, so it cannot stand in the file of the other rules.
_NAMED = """@media print {
  @page { @top-left { content: %s; font: 9pt sans-serif; color: #444; } }
  @page :first { @top-left { content: none; } }
}
"""


def page(paper: Paper) -> str:
    """The paper as an HTML document in ASCII."""
    rules = (files(__package__) / "chronology.css").read_text(encoding="ascii")
    return frame.page(
        paper.title,
        tag("h1", *_text(paper.title)),
        *(tag("p", *_text(line)) for line in paper.lines),
        *(_section(section) for section in paper.sections),
        tag("footer", paper.foot),
        style=rules + _NAMED % _quoted(paper.title),
    )


def _quoted(text: str) -> str:
    """A text as a string of CSS, in which nothing but letters, digits and blanks is itself.

    A blank ends an escape and belongs to it (CSS Syntax 3, section 4.3.7).
    """
    short = visible(text)
    if len(short) > _LONGEST_HEADER:
        short = f"{short[: _LONGEST_HEADER - 1]}…"
    return f'"{"".join(map(_in_style, short))}"'


def _in_style(character: str) -> str:
    is_plain = character == " " or (character.isascii() and character.isalnum())
    return character if is_plain else f"\\{ord(character):x} "


def _section(section: Section) -> Element:
    lines = (tag("p", *_text(line)) for line in section.lines)
    shown = _table(section) if section.entries[0].day else _list(section)
    return frame.section(section.title, *lines, shown)


def _list(section: Section) -> Element:
    entries = (
        tag("li", tag("b", entry.key), tag("span", *_text(entry.text)), *_more(entry))
        for entry in section.entries
    )
    return tag("ul", *entries, class_="entries")


def _table(section: Section) -> Element:
    heads = (tag("th", head, scope="col") for head in ("Day", "Entry", "What happened"))
    rows = (
        tag(
            "tr",
            tag("td", entry.day, class_="day"),
            tag("td", entry.key, class_="id"),
            tag("td", *_text(entry.text), *_more(entry)),
        )
        for entry in section.entries
    )
    return tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows), class_="days")


def _more(entry: Entry) -> Iterator[Element]:
    yield from (tag("p", *_text(line)) for line in entry.more)


def _text(text: str) -> Iterator[Child]:
    """The text, with right-to-left words kept from turning around what is beside them."""
    for part, turned in right_to_left(text):
        yield tag("bdi", part) if turned else part
