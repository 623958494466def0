"""Elements of a page. Whatever is put into one is text: markup cannot come from a ledger.

A page is a tree (`xml.etree`), never a string, and only the serialiser writes angle brackets and
quotes. Texts and attributes go through `visible` on their way in, as all that leaves netlog.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

from netlog.render.forms.facts import Value
from netlog.render.harmless import visible

_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}

# What the values of a document are on a page; numbers keep their whole value behind what is shown.
_VALUES = {"text": "bdi", "who": "bdi", "word": "span", "date": "time"}

Child = Element | Value | str | None
Attribute = str | int | float | bool | None


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Element:
    """An element with its attributes and children; what is None is left out.

    Args:
        name: such as "p", or "text" for a part of a picture.
        children: elements, and texts between them.
        attributes: with `_` for `-`, and a `_` behind the words of Python's own (`class_`). True is
            an attribute without a value, False and None are none.
    """
    made = Element(name)
    for key, value in attributes.items():
        if value is not None and value is not False:
            made.set(key.rstrip("_").replace("_", "-"), _attribute(value))
    extend(made, *children)
    return made


def extend(parent: Element, *children: Child) -> None:
    """Put more into an element, behind what it holds."""
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
        elif isinstance(child, Value):
            parent.append(shown(child))
        elif child:
            _write(parent, visible(child))


def shown(value: Value, **attributes: Attribute) -> Element:
    """A value of a document, with a pointer to where it is; texts keep their direction."""
    if value.form == "date":
        attributes["datetime"] = str(value.value)
    elif value.form not in _VALUES:
        attributes |= {"value": str(value.value), "data_form": value.form}
    name = _VALUES.get(value.form, "data")
    return tag(name, value.shown, **attributes, data_json=value.pointer)


def table(
    head: Element | None, rows: Iterable[Element], *groups: Element, **attributes: Attribute
) -> Element:
    """A table in a box that scrolls where the screen is narrow, by keyboard too.

    The roles say again what the elements are, for where a style lays the cells out otherwise.

    Args:
        head: the row of the headings, if it has any.
        rows: the others.
        groups: more rows, each a `tbody` that begins with a heading of its own.
        attributes: those of the table; `label` is the name of the box.
    """
    label = attributes.pop("label", None)
    above = None if head is None else tag("thead", head)
    made = tag("table", above, tag("tbody", *rows), *groups, **attributes)
    for part in made.iter():
        if part.tag in _ROLES:
            row_heading = part.tag == "th" and part.get("scope") in ("row", "rowgroup")
            part.set("role", "rowheader" if row_heading else _ROLES[str(part.tag)])
    return region(str(label), made, class_="scrolling")


def region(label: str, *content: Child, **attributes: Attribute) -> Element:
    """A box with a name, which scrolls by keyboard too."""
    return tag("div", *content, **attributes, tabindex=0, role="region", aria_label=label)


def verbatim(name: str, text: str) -> Element:
    """A script or a style of netlog's own, which browsers read up to its end tag as it stands."""
    if "</" in text or "<!--" in text:
        raise ValueError(name)
    made = Element(name)
    made.text = text
    return made


def serialised(root: Element) -> str:
    """The document as text in ASCII, the same in every encoding."""
    return f"<!DOCTYPE html>\n{tostring(root, encoding='us-ascii', method='html').decode()}\n"


def _attribute(value: Attribute) -> str:
    if value is True:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return visible(str(value))


def _write(parent: Element, text: str) -> None:
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
