"""Tables of a page, drawn from the columns that describe them, and cells of other tables."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.forms.facts import Facts, Sentence, Value
from netlog.render.forms.table import Column
from netlog.render.forms.values import NOTHING
from netlog.render.pages.markup import Attribute, Child, table, tag


def heads(*names: str, numbers: Sequence[str] = ()) -> Element:
    """The row of headings, and below them the columns of numbers."""
    return tag(
        "tr",
        *(tag("th", name, scope="col") for name in names),
        *(tag("th", name, scope="col", class_="number") for name in numbers),
    )


def number_cell(
    facts: Facts, pointer: str, form: str = "tally", **attributes: Attribute
) -> Element:
    """A number as a cell, where nothing is calm."""
    number = facts.value(pointer, form)
    none = " none" if number.shown == NOTHING else ""
    return tag("td", number, class_=f"number{none}", **attributes)


def optional_cell(label: str, *content: Child, **attributes: Attribute) -> Element:
    """A cell that names itself where it has anything in it."""
    there = any(part is not None for part in content)
    return tag("td", *content, **attributes, data_label=label if there else None)


def things(rows: Iterable[tuple[Value | None, Sentence]]) -> Element:
    """Sentences below each other, behind their ids if they have any."""
    lines = (
        tag("li", None if key is None else tag("span", key, class_="id"), tag("span", *sentence))
        for key, sentence in rows
    )
    return tag("ul", *lines, class_="things")


def table_of_numbers(
    facts: Facts,
    columns: Sequence[Column[Any]],
    rows: Sequence[str],
    head: tuple[str, Callable[[str], Child]],
    **attributes: Attribute,
) -> Element:
    """A table of the numbers that columns have in the document.

    Args:
        facts: the document.
        columns: what describes the rows; those with a key and a heading are shown.
        rows: the pointers to them.
        head: what stands over the first column, and what stands in it for a row.
        attributes: those of the table.
    """
    shown = [
        (column.key, column.head, str(column.form))
        for column in columns
        if column.key and column.head
    ]
    first, heading = head
    drawn = (
        tag(
            "tr",
            tag("th", heading(row), scope="row"),
            *(
                number_cell(facts, f"{row}/{key}", form, data_label=name)
                for key, name, form in shown
            ),
        )
        for row in rows
    )
    return table(heads(first, numbers=[name for _, name, _ in shown]), drawn, **attributes)
