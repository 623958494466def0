"""A chronology as a page of its own, to be read and printed: it loads nothing and runs nothing."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from xml.etree.ElementTree import Element

from netlog.render.chronology.paper import Entry, Paper, Section
from netlog.render.pages.markup import Child, serialised, tag, verbatim
from netlog.render.sink import right_to_left

_RULES = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em }
h1 { line-height: 1.2 }
ul { list-style: none; padding: 0 }
li { margin: 0 0 1em }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: .3em .8em .3em 0 }
tr { border-bottom: 1px solid #ccc; break-inside: avoid }
td:first-child, td:nth-child(2) { white-space: nowrap }
p, td, li, h1 { overflow-wrap: anywhere }
.more { margin: 0; padding-inline-start: 1.5em }
footer { margin-top: 2em; font-size: .85em }
@media print { body { font-size: 11px; margin: 0; max-width: none } }
"""
_NOTHING_ELSE = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"


def page(paper: Paper) -> str:
    """The paper as an HTML document in ASCII."""
    digest = b64encode(sha256(_RULES.encode()).digest()).decode()
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_NOTHING_ELSE.format(digest)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", paper.title),
        verbatim("style", _RULES),
    )
    body = tag(
        "body",
        tag("h1", *_text(paper.title)),
        *(tag("p", *_text(line)) for line in paper.lines),
        *(_section(one) for one in paper.sections),
        tag("footer", paper.foot),
    )
    return serialised(tag("html", head, body, lang="en"))


def _section(section: Section) -> Element:
    shown = _table(section) if section.entries[0].day else _list(section)
    lines = (tag("p", *_text(line)) for line in section.lines)
    return tag("section", tag("h2", section.title), *lines, shown)


def _list(section: Section) -> Element:
    entries = (
        tag("li", tag("b", entry.key), " ", *_text(entry.text), *_more(entry))
        for entry in section.entries
    )
    return tag("ul", *entries)


def _table(section: Section) -> Element:
    heads = (tag("th", head, scope="col") for head in ("Day", "Entry", "What happened"))
    rows = (
        tag(
            "tr",
            tag("td", entry.day),
            tag("td", entry.key),
            tag("td", *_text(entry.text), *_more(entry)),
        )
        for entry in section.entries
    )
    return tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))


def _more(entry: Entry) -> Iterator[Element]:
    yield from (tag("p", *_text(one), class_="more") for one in entry.more)


def _text(text: str) -> Iterator[Child]:
    """The text, with right-to-left words kept from turning around what is beside them."""
    for part, turned in right_to_left(text):
        yield tag("bdi", part) if turned else part
