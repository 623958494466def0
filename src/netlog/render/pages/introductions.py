"""Introductions as a table: who brought whom together, and how it ended."""

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.forms.facts import Facts, Sentence, clauses
from netlog.render.introductions import worth
from netlog.render.pages.cells import heads
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
    rows = [_row(facts, row) for row in facts.rows("/introduced", most)]
    if parties is not None:
        for row, introduction in zip(rows, facts("/introduced"), strict=False):
            row.set("data-people", parties(introduction))
    return table(heads(*_HEADS), rows, class_="stacked", label="Introductions", **attributes)


def _ended(facts: Facts, pointer: str) -> Sentence:
    return clauses([facts.fill("{state:word}", pointer), worth(facts, pointer)])


def _row(facts: Facts, pointer: str) -> Element:
    state, about = facts(f"{pointer}/state"), f"{pointer}/about"
    return tag(
        "tr",
        tag("td", facts.value(f"{pointer}/on", "date"), data_sort=str(facts(f"{pointer}/on"))),
        tag("td", *facts.fill("{client:who} to {provider:who}", pointer), class_="first"),
        tag("td", facts.value(f"{pointer}/introducer", "who"), data_label="by"),
        tag("td", facts.value(about), data_label="for" if facts(about) else None),
        tag("td", sign(state), *_ended(facts, pointer), class_=f"is-{state}"),
    )
