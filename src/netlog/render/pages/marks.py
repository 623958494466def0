"""Small signs that tell how something ended by their shape; colour only repeats it."""

from xml.etree.ElementTree import Element

from netlog.render.pages.markup import tag

# Each within 5 units around the middle. Open shapes are what is still open.
SHAPES = {
    "made": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
    "responded": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M0-4a4 4 0 0 1 0 8z",
    "happy": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "problem": "M-4-4L4 4M4-4L-4 4",
    "recovered": "M-4.5-4.5h9v9h-9zM-2.5-2.5L2.5 2.5M2.5-2.5L-2.5 2.5",
    "kept": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "late": "M0-5L5 0L0 5L-5 0z",
    "broken": "M-4-4L4 4M4-4L-4 4",
    "overdue": "M-3-4L3 0L-3 4",
    "due": "M-3-4L3 0L-3 4",
    "open": "M-3-4L3 0L-3 4",
    "waived": "M-4 0h8",
}
_FILLED = frozenset({"responded", "happy", "kept", "late"})


def shape(name: str, transform: str | None = None) -> Element:
    """A sign as a part of a picture."""
    filled = "mark filled" if name in _FILLED else "mark"
    return tag("path", class_=f"{filled} is-{name}", d=SHAPES[name], transform=transform)


def sign(name: str) -> Element:
    """A sign in a line of text, in front of the word that says the same."""
    return tag(
        "svg", shape(name), class_="sign", viewBox="-6 -6 12 12", width=12, height=12,
        aria_hidden="true",
    )  # fmt: skip
