"""What every page has around its content: the head, with the only style and script there are."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from importlib.resources import files
from xml.etree.ElementTree import Element

from netlog.domain.dates.days import day_text
from netlog.render.forms.facts import Facts
from netlog.render.pages.markup import Attribute, Child, serialised, tag, verbatim

_NOTHING_ELSE = (
    "default-src 'none'; style-src {style}; script-src {script};"
    " base-uri 'none'; form-action 'none'"
)


def page(
    title: str, *content: Child, style: str = "", script: bool = False, wide: bool = False
) -> str:
    """A whole page as text.

    Args:
        title: of the window.
        content: of the body.
        style: rules of this page alone, of netlog's own making.
        script: whether it has tables to sort and a picture to explore.
        wide: whether it takes all the room that there is on a desk.
    """
    rules = _asset("page.css") + style
    code = _asset("page.js") if script else ""
    policy = _NOTHING_ELSE.format(style=_hash(rules), script=_hash(code) if code else "'none'")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", title),
        verbatim("style", rules),
    )
    body = tag("body", tag("main", *content, class_="wide" if wide else None))
    if code:
        body.append(verbatim("script", code))
    return serialised(tag("html", head, body, lang="en"))


def section(heading: str, *content: Child, **attributes: str) -> Element:
    """A part of a page under its heading."""
    return tag("section", tag("h2", heading), *content, **attributes)


def as_of(facts: Facts) -> Element:
    """The day that a page is of, with its year: it is read later, and printed."""
    day = facts.day_at("/today")
    named = tag("time", day_text(day, date.min), datetime=day.isoformat(), data_json="/today")
    return note("as of ", named)


def header(facts: Facts, heading: Sequence[Child], *more: Child, above: Child = None) -> Element:
    """The head of a page: its heading, the day that it is of, and what else is told first."""
    return tag("header", tag("h1", *heading), above, as_of(facts), *more)


def note(*content: Child, **attributes: Attribute) -> Element:
    """A paragraph that explains what is beside it."""
    return tag("p", *content, class_="note", **attributes)


def rest(which: str, most: int, number: int, has_all: str = "") -> Element | None:
    """What is said of lines that are left out.

    Args:
        which: of them are shown, such as the latest.
        most: how many are shown.
        number: how many there are.
        has_all: the command that shows them; else the one of a report, and the number is told.
    """
    if number <= most:
        return None
    left_out = f"The {which} {most}; {has_all} has all."
    if not has_all:
        left_out = f"The {which} {most} of {number}. netlog report WHO --json has all."
    return note(left_out, data_scale=True)


def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="ascii")


def _hash(text: str) -> str:
    """The source expression that allows exactly this inline text (CSP level 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
