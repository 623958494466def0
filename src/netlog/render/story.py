"""How the demo tells a story."""

import textwrap

from netlog.render.sink import console, say, show

_WIDEST = 80


def print_title(title: str, about: str) -> None:
    """Print the title of a story and what it is about."""
    from rich.text import Text

    show(Text(title, style="bold"))
    say(*textwrap.wrap(about, min(console().width, _WIDEST)), "")
