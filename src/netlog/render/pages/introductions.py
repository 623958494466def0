"""Introductions as a table: who brought whom together, and how it ended."""

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.pages.facts import Facts
from netlog.render.pages.marks import sign
from netlog.render.pages.markup import Attribute, table, tag

_HEADS = ("day", "who was introduced", "by", "for", "how it ended")


def introduction_table(
    facts: Facts,
    parties: Callable[[Mapping[str, Any]], str] | None = None,
    most: int | None = None,
    **attributes: Attribute,
) -> Element:
    """The introductions at `/introduced`, the latest first.

    Args:
        facts: the document.
        parties: tells from a row who was in it, as the script of the page looks for them.
        most: at most so many.
        attributes: those of the table.
    """
    head = tag("tr", *(tag("th", name, scope="col") for name in _HEADS))
    rows = [_row(facts, f"/introduced/{n}") for n in range(len(facts("/introduced")[:most]))]
    if parties is not None:
        for row, one in zip(rows, facts("/introduced"), strict=False):
            row.set("data-people", parties(one))
    return table(head, rows, class_="stacked", label="Introductions", **attributes)


def _row(facts: Facts, pointer: str) -> Element:
    state = facts(f"{pointer}/state")
    about = facts(f"{pointer}/about")
    return tag(
        "tr",
        tag("td", facts.day(f"{pointer}/on"), data_sort=facts(f"{pointer}/on")),
        tag(
            "td",
            facts.who(f"{pointer}/client"),
            " to ",
            facts.who(f"{pointer}/provider"),
            class_="first",
        ),
        tag("td", facts.who(f"{pointer}/introducer"), data_label="by"),
        tag("td", facts.text(f"{pointer}/about"), data_label="for" if about else None),
        tag(
            "td",
            sign(state),
            tag("span", state, data_json=f"{pointer}/state"),
            class_=f"is-{state}",
        ),
    )
