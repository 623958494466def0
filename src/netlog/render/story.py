"""How the demo tells a story."""

import textwrap

from netlog.render.lines import Line, put
from netlog.render.sink import say, width

_WIDEST = 80


def print_title(title: str, about: str) -> None:
    """Print the title of a story and what it is about."""
    put([Line(title, style="bold")])
    say(*textwrap.wrap(about, min(width(), _WIDEST)), "")
