"""The document of a report, and how its values are shown on a page.

A page is drawn from the same document that `--json` prints, and everything that it takes from
there says where from: `data-json` holds a JSON pointer (RFC 6901). So each figure can be traced,
and a test compares them one by one.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from netlog.domain.dates.days import day_text
from netlog.domain.dates.grammar import MONTHS
from netlog.render.pages.markup import Attribute, tag

NOTHING = "\N{MIDDLE DOT}"  # calmer in a table than a nought
NUMBER_FORMATS: Mapping[str, Callable[[Any], str]] = {
    "count": str,
    "share": lambda value: f"{value:.0%}",
    "signed": lambda value: _signed(value) or "0.0",
    "credit": lambda value: _signed(value) or NOTHING,
    "debit": lambda value: _signed(-value) or NOTHING,
    "tally": lambda value: str(value) if value else NOTHING,
}


def _signed(weight: float) -> str:
    """A weight with its sign; "" for what is shown as nothing."""
    shown = f"{weight:+.1f}"
    return "" if shown in ("+0.0", "-0.0") else shown


class Facts:
    """Values of a document by their JSON pointers."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Take a document as `--json` prints it."""
        self.document = document

    def __call__(self, pointer: str) -> Any:
        """The value at a pointer, such as `/score/mean`."""
        found: Any = self.document
        for step in pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            found = found[int(name)] if isinstance(found, list) else found[name]
        return found

    def day_at(self, pointer: str) -> date:
        """The day at a pointer."""
        return date.fromisoformat(self(pointer))

    def text(self, pointer: str) -> Element:
        """A text as it is, kept apart from the direction of what is around it."""
        return tag("bdi", self(pointer), data_json=pointer)

    def money(self, pointer: str) -> Element:
        """An amount, with the currency behind it where one is set."""
        if self("/currency") is None:
            return self.text(pointer)
        return tag("span", self.text(pointer), " ", self.text("/currency"))

    def who(self, pointer: str) -> Element:
        """A contact: the name, or "you"."""
        name = self(pointer)
        return tag("bdi", "you" if name == "me" else name, data_json=pointer)

    def number(self, pointer: str, form: str = "count") -> Element:
        """A number, with its whole value behind what is shown of it."""
        value = self(pointer)
        shown = NUMBER_FORMATS[form](value)
        return tag("data", shown, value=str(value), data_form=form, data_json=pointer)

    def cell(self, pointer: str, form: str = "tally", **attributes: Attribute) -> Element:
        """A number as a cell of a table, where nothing is a dot."""
        number = self.number(pointer, form)
        none = " none" if number.text == NOTHING else ""
        return tag("td", number, class_=f"number{none}", **attributes)

    def day(self, pointer: str) -> Element:
        """A day; with its year where that is not the year of the report."""
        day = self.day_at(pointer)
        shown = day_text(day, self.day_at("/today"))
        return tag("time", shown, datetime=day.isoformat(), data_json=pointer)

    def today(self) -> Element:
        """The day of the report, with its year: a page is read later, and printed."""
        day = self.day_at("/today")
        shown = f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
        return tag("time", shown, datetime=day.isoformat(), data_json="/today")


def step(name: str) -> str:
    """A name as a part of a pointer."""
    return name.replace("~", "~0").replace("/", "~1")
