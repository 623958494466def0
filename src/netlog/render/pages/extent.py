"""How far what is drawn reaches, so that a picture is no larger than what is in it."""

from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import east_asian_width

from netlog.render.pages.layout import Point

# Shares of the size of a letter, on the wide side: each reader has another typeface.
_SQUARE, _CAPITAL, _OTHER = 1.05, 0.85, 0.62


class Box(NamedTuple):
    """A rectangle: where it begins, and its sides."""

    left: float
    top: float
    width: float
    height: float


def box_around(points: Iterable[Point], margin: float) -> Box:
    """The smallest rectangle with these points in it, and so much around them."""
    across, down = zip(*points, strict=True)
    left, top = min(across) - margin, min(down) - margin
    return Box(left, top, max(across) + margin - left, max(down) + margin - top)


def text_width(text: str, size: float) -> float:
    """About how wide a text is; rather too wide than too narrow."""
    return size * sum(map(_share, text))


def _share(character: str) -> float:
    if east_asian_width(character) in "WF":
        return _SQUARE
    return _CAPITAL if character.isupper() or character in "mw…@%" else _OTHER
