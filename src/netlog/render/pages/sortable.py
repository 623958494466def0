"""Tables that a reader sorts and filters: headings, the filter above, and the name in a row."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from netlog.domain.people.names import beside
from netlog.render.forms.facts import Facts, Sentence
from netlog.render.pages.markup import table, tag


class Heading(NamedTuple):
    """A heading: whether its cells sort as "text" or "number", and in which direction first.

    `sorted_by`: the table comes in this order, the other way around. `at_the_end`: its cells are
    bare numbers.
    """

    name: str
    kind: str
    first: str
    sorted_by: bool = False
    at_the_end: bool = False


def sortable_table(
    key: str, columns: Sequence[Heading], rows: Sequence[Element], *groups: Element, label: str
) -> Element:
    """A ranking, with that id."""
    return table(
        tag("tr", *map(_heading, columns)), rows, *groups,
        id=key, class_="stacked ranked", data_sortable=True, label=label,
    )  # fmt: skip


def filters(key: str, verdicts: Sequence[str] = ()) -> Element:
    """What keeps some rows of the table with that id: words, and a verdict if there are any."""
    options = (tag("option", word, value=word) for word in verdicts)
    chosen = tag("label", "Verdict ", tag("select", tag("option", "any", value=""), *options))
    return tag(
        "div",
        tag("label", "Filter ", tag("input", type="search", autocomplete="off")),
        chosen if verdicts else None,
        tag("span", role="status", class_="note", data_scale=True),
        class_="controls",
        data_filters=key,
        data_needs_script=True,
        hidden=True,
    )


def group(heading: str, rows: Sequence[Element]) -> Element:
    """Rows of a table that sort among themselves, under a heading as wide as the first of them."""
    named = tag("th", heading, scope="rowgroup", colspan=len(rows[0]), class_="group")
    return tag("tbody", tag("tr", named), *rows)


def who_cell(facts: Facts, pointer: str, *more: Sentence | None) -> Element:
    """The heading of a row: the name, and below it the organisation and what else is told."""
    name, organisation = f"{pointer}/name", f"{pointer}/org"
    told = beside(facts(name), facts(organisation))
    of = None if told is None else [facts.value(organisation)]
    below = (tag("span", *words, class_="org") for words in (of, *more) if words)
    return tag("th", facts.value(name), *below, scope="row", data_sort=facts(name))


def _heading(heading: Heading) -> Element:
    """A heading; the script of the page makes a button of it."""
    return tag(
        "th", heading.name, scope="col", data_type=heading.kind, data_first=heading.first,
        aria_sort="descending" if heading.sorted_by else None,
        class_="number" if heading.at_the_end else None, data_scale=heading.at_the_end,
    )  # fmt: skip
