"""The page of a week or a month beside the one before."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.forms.facts import Facts, Sentence, Value, clauses
from netlog.render.forms.facts import plain as as_text
from netlog.render.forms.values import BETWEEN
from netlog.render.pages.cells import heads, number_cell, things
from netlog.render.pages.frame import header, note, page
from netlog.render.pages.markup import Child, extend, table, tag
from netlog.render.review import days, label

MOST_LISTED = 12  # of each figure


def review_page(document: Mapping[str, Any]) -> str:
    """The page, drawn from what `review --json` prints."""
    facts = Facts(document)
    return page(
        f"{as_text(days(facts))} \N{MIDDLE DOT} netlog",
        header(facts, days(facts), above=note("beside ", *days(facts, "/before"))),
        tag("section", *_figures(facts)),
    )


def _figures(facts: Facts) -> Iterator[Element]:
    """Every figure that has anything, with the names behind it."""
    rows = [
        _figure(facts, row)
        for row in facts.rows("/items")
        if facts(f"{row}/number") or facts(f"{row}/before")
    ]
    if not rows:
        yield tag("p", "Nothing happened in these days.")
        return
    now = "now" if facts("/until") == facts("/today") else "then"
    numbers = heads("", numbers=[now, "before"])
    extend(numbers, tag("th", scope="col"))
    yield table(numbers, rows, class_="stacked listed review", label="Figures")


def _figure(facts: Facts, pointer: str) -> Element:
    return tag(
        "tr",
        tag("th", label(facts(f"{pointer}/figure")), scope="row"),
        _number(facts, pointer, "number", "amount"),
        _number(facts, pointer, "before", "amount_before", data_label="before"),
        tag("td", *_entries(facts, pointer), class_="first"),
    )


def _number(
    facts: Facts, pointer: str, number: str, amount: str, data_label: str | None = None
) -> Element:
    """A number, or the amount where it is one."""
    if facts(f"{pointer}/{number}") and facts(f"{pointer}/{amount}") is not None:
        shown = facts.fill(f"{{{amount}:money}}", pointer)
        return tag("td", *shown, class_="number", data_label=data_label)
    return number_cell(facts, f"{pointer}/{number}", data_label=data_label)


def _entries(facts: Facts, pointer: str) -> Iterator[Child]:
    """The names side by side; introductions and items below each other, with their ids."""
    entries = facts.rows(f"{pointer}/entries", MOST_LISTED)
    if any(facts(f"{entry}/id") is None for entry in entries):
        yield from clauses(([facts.value(f"{entry}/text")] for entry in entries), BETWEEN)
    elif entries:
        yield things(_thing(facts, entry) for entry in entries)
    if left_out := facts(f"{pointer}/number") - len(entries):
        yield note(f"{left_out} more", data_scale=True)


def _thing(facts: Facts, pointer: str) -> tuple[Value, Sentence]:
    key = f"{pointer}/id"
    form = "count" if isinstance(facts(key), int) else "word"
    return facts.value(key, form), [facts.value(f"{pointer}/text")]
