"""The page of those who gave introductions: what came of them, and what paid leads cost."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.forms.facts import Facts, clauses
from netlog.render.pages.cells import optional_cell
from netlog.render.pages.frame import header, note, page, rest, section
from netlog.render.pages.markup import tag
from netlog.render.pages.score import likely_cell
from netlog.render.pages.sortable import Heading, filters, sortable_table, who_cell
from netlog.render.referrers import FIGURES, NOBODY, ORGANISATIONS

MOST_LISTED = 2_000  # lines of a table that a browser still sorts at once
_WHAT_COUNTS = (
    "Well came what was answered, without a problem; badly, where amends are missing, or you did"
    " your part and waited a month in vain. The rest does not count."
)
_COUNTS = {
    **{figure.head: figure.key for figure in FIGURES if figure.key and figure.head},
    "came well": "came_well",
    "came badly": "came_badly",
}
_WHO = (
    Heading("who", "text", "ascending"),
    Heading("likely", "number", "descending", sorted_by=True),
)
_LEADS = (
    Heading("paid leads", "number", "descending"),
    Heading("per answer", "number", "ascending", at_the_end=True),
)


def referrers_page(content: Mapping[str, Any]) -> str:
    """The page, drawn from what `report --referrers --html FILE --json` prints."""
    facts = Facts(content)
    return page(
        "Who brings good people · netlog",
        header(facts, ["Who brings good people"]),
        section("Introductions given", *_listed(facts), id="referrers"),
        script=True,
        wide=True,
    )


def _listed(facts: Facts) -> Iterator[Element | None]:
    items = facts("/items")
    if not items:
        yield tag("p", NOBODY)
        return
    yield note("By the share that came well at the least. ", _WHAT_COUNTS)
    if any(item["people"] for item in items):
        yield note(ORGANISATIONS)
    yield filters("given")
    has_leads = any(item["leads"] for item in items)
    counts = (Heading(name, "number", "descending", at_the_end=True) for name in _COUNTS)
    rows = [_line(facts, row, has_leads) for row in facts.rows("/items", MOST_LISTED)]
    columns = [*_WHO, *counts, *(_LEADS if has_leads else ())]
    yield sortable_table("given", columns, rows, label="Introductions given")
    yield rest("first", MOST_LISTED, len(items), "netlog report --referrers")


def _line(facts: Facts, pointer: str, has_leads: bool) -> Element:
    known = facts(f"{pointer}/came_well") or facts(f"{pointer}/came_badly")
    people = clauses([facts.value(row)] for row in facts.rows(f"{pointer}/people"))
    return tag(
        "tr",
        who_cell(facts, pointer, ["with ", *people] if people else None),
        likely_cell(facts, f"{pointer}/score", known=bool(known)),
        *(_count(facts, f"{pointer}/{key}", name) for name, key in _COUNTS.items()),
        *(_leads(facts, pointer) if has_leads else ()),
    )


def _count(facts: Facts, pointer: str, name: str) -> Element:
    number = facts(pointer)
    class_ = "number" if number else "number none"
    value = facts.value(pointer, "count")
    return tag("td", value, class_=class_, data_sort=number, data_label=name)


def _leads(facts: Facts, pointer: str) -> Iterator[Element]:
    paid, cost = facts(f"{pointer}/leads"), facts(f"{pointer}/cost_per_answered_lead")
    paid_for = "{fees:money} for {leads}, {answered_leads} answered" if paid else ""
    fees = facts(f"{pointer}/fees") if paid else "-1"
    yield optional_cell("paid leads", *facts.fill(paid_for, pointer), data_sort=fees)
    per_answer = "" if cost is None else "{cost_per_answered_lead:money}"
    yield optional_cell(
        "per answer",
        *facts.fill(per_answer, pointer),
        class_="number",
        data_sort="Infinity" if cost is None else cost,
    )
