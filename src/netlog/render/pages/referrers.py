"""The page of those who gave introductions: what came of them, and what paid leads cost."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.pages.facts import Facts
from netlog.render.pages.frame import page, section
from netlog.render.pages.markup import extend, joined, table, tag
from netlog.render.pages.score import likely_cell
from netlog.render.pages.sortable import Heading, filters, headings, who_cell
from netlog.render.sink import document

MOST_LISTED = 2_000  # lines of a table that a browser still sorts at once
_WHAT_COUNTS = (
    "Well came what was answered, without a problem; badly, where amends are missing, or you did"
    " your part and waited a month in vain. The rest does not count."
)
_ORGANISATIONS = "An organisation counts what its people gave, who have lines of their own."
_COUNTS = {
    "given": "introductions",
    "answered": "responded",
    "happy": "happy",
    "problems": "problems",
    "made up for": "recovered",
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


def referrers_document(
    items: Sequence[Mapping[str, object]], today: date, currency: str
) -> dict[str, Any]:
    """What is on the page, as a document for scripts; the page is drawn from nothing else.

    Args:
        items: the referrers, as `report --referrers --json` prints them.
        today: the day to judge from.
        currency: what stands behind amounts, "" for nothing.
    """
    known = document(today=today.isoformat(), currency=currency or None, items=list(items))
    return {**known}


def referrers_page(content: Mapping[str, Any]) -> str:
    """The page, drawn from what `report --referrers --html FILE --json` prints."""
    facts = Facts(content)
    return page(
        "Who brings good people · netlog",
        tag(
            "header",
            tag("h1", "Who brings good people"),
            tag("p", "as of ", facts.today(), class_="note"),
        ),
        section("Introductions given", *_listed(facts), id="referrers"),
        script=True,
        wide=True,
    )


def _listed(facts: Facts) -> Iterator[Element]:
    items = facts("/items")
    if not items:
        yield tag("p", "Nobody has given an introduction yet.")
        return
    yield tag("p", "By the share that came well at the least. ", _WHAT_COUNTS, class_="note")
    if any(one["people"] for one in items):
        yield tag("p", _ORGANISATIONS, class_="note")
    yield filters("given")
    has_leads = any(one["leads"] for one in items)
    counts = (Heading(name, "number", "descending", at_the_end=True) for name in _COUNTS)
    rows = [_line(facts, f"/items/{n}", has_leads) for n in range(min(len(items), MOST_LISTED))]
    yield table(
        headings([*_WHO, *counts, *(_LEADS if has_leads else ())]),
        rows,
        id="given",
        class_="stacked ranked",
        data_sortable=True,
        label="Introductions given",
    )
    if len(items) > MOST_LISTED:
        told = f"The first {MOST_LISTED}; netlog report --referrers has all."
        yield tag("p", told, class_="note", data_scale=True)


def _line(facts: Facts, pointer: str, has_leads: bool) -> Element:
    known = facts(f"{pointer}/came_well") or facts(f"{pointer}/came_badly")
    return tag(
        "tr",
        _who(facts, pointer),
        likely_cell(facts, f"{pointer}/score", known=bool(known)),
        *(_count(facts, f"{pointer}/{key}", name) for name, key in _COUNTS.items()),
        *(_leads(facts, pointer) if has_leads else ()),
    )


def _who(facts: Facts, pointer: str) -> Element:
    made = who_cell(facts, pointer)
    people = range(len(facts(f"{pointer}/people")))
    if people:
        named = [facts.text(f"{pointer}/people/{n}") for n in people]
        made.append(tag("span", "with ", *joined(named, ", "), class_="org"))
    return made


def _count(facts: Facts, pointer: str, name: str) -> Element:
    number = facts(pointer)
    return tag(
        "td", facts.number(pointer), class_="number" if number else "number none",
        data_sort=number, data_label=name,
    )  # fmt: skip


def _leads(facts: Facts, pointer: str) -> Iterator[Element]:
    paid, each = facts(f"{pointer}/leads"), f"{pointer}/cost_per_answered_lead"
    told = tag("td", data_sort=facts(f"{pointer}/fees") if paid else "-1",
               data_label="paid leads" if paid else None)  # fmt: skip
    if paid:
        extend(
            told, facts.money(f"{pointer}/fees"), " for ", facts.number(f"{pointer}/leads"), ", ",
            facts.number(f"{pointer}/answered_leads"), " answered",
        )  # fmt: skip
    yield told
    cost = facts(each)
    yield tag(
        "td", None if cost is None else facts.money(each), class_="number",
        data_sort="Infinity" if cost is None else cost,
        data_label=None if cost is None else "per answer",
    )  # fmt: skip
