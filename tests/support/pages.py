"""A page compared with the document that it was drawn from, one value after the other."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

from netlog.domain.dates.days import day_text
from netlog.render.harmless import visible

VOID = frozenset({"meta", "input", "br", "hr", "img", "link"})

_PLAIN: Mapping[str, Callable[[float], str]] = {
    "count": str,
    "share": "{:.0%}".format,
    "many": "{:,}".format,
    "hundredths": lambda value: f"{100 * value:.0f}",
    "tally": lambda value: str(value or "·"),
}


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def parsed(page: str) -> Element:
    """The page as a tree, read by a parser that did not write it."""
    tree = _Tree()
    tree.feed(page.removeprefix("<!DOCTYPE html>").strip())
    tree.close()
    return tree.builder.close()


def at(document: Any, pointer: str) -> Any:
    """The value that a JSON pointer names (RFC 6901), a page's: its names were made visible."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(document, list):
            document = document[int(name)]
        else:
            document = next(value for key, value in document.items() if visible(key) == name)
    return document


def expected(value: Any, form: str | None, today: str) -> set[str]:
    """The ways in which a value may be shown: numbers in their form, days as days."""
    if form is not None:
        return {_number(value, form)}
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        return {day_text(day, date.fromisoformat(today)), day_text(day, date.min)}
    shown = {visible(str(value))}
    return shown | ({"you", "You"} if value == "me" else set())


def _number(value: float, form: str) -> str:
    """A number as it is shown; weights of nothing have no sign, and in some columns are a dot."""
    signs = {"signed": value, "credit": value, "debit": -value} if form not in _PLAIN else {}
    if form in signs:
        shown = f"{signs[form]:+.1f}"
        return shown if shown[1:] != "0.0" else "0.0" if form == "signed" else "·"
    return _PLAIN[form](value)


def differences(
    values: Iterable[Mapping[str, str | None]], document: Mapping[str, Any]
) -> Iterator[str]:
    """Where what a page shows is not what the document has.

    Args:
        values: of each element with `data-json`: `pointer`, `text`, `form` and `value`.
        document: as `--json` printed it.
    """
    for one in values:
        pointer = one["pointer"] or ""
        value = at(document, pointer)
        if one["text"] not in expected(value, one["form"], document["today"]):
            yield f"{pointer}: {value!r} is shown as {one['text']!r}"
        if one["value"] is not None and one["value"] != str(value):
            yield f"{pointer}: {value!r} has the value {one['value']!r}"
