"""Lines of a timeline or a list of finds: an id, a text and an indentation, on any screen.

Off a terminal they stream as plain text, however many there are. On one they have colours, and
what is too long goes on in the next line, a little deeper.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from netlog.render.sink import (
    _encodes_everything,
    _json_safe,
    _put,
    console,
    document,
    say,
    say_json,
    show,
    visible,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MOST_ON_A_TERMINAL = 50
_DEEPER = 4


class Line(NamedTuple):
    """A text, behind an id if there is one, so many columns from the left.

    What is too long for a terminal goes on `deeper` than that: under the text, where that is as
    deep as the id is wide.
    """

    text: str
    lead: str = ""
    indent: int = 0
    style: str = ""
    deeper: int = _DEEPER

    @property
    def plain(self) -> str:
        """The line as it is off a terminal."""
        return " " * self.indent + (f"{self.lead}  {self.text}" if self.lead else self.text)


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def most_shown(limit: int | None) -> int | None:
    """How many to show: as many as were asked for, else on a terminal 50, else all."""
    return MOST_ON_A_TERMINAL if limit is None and on_terminal() else limit


def put(lines: Iterable[Line]) -> None:
    """Print lines to standard output."""
    if on_terminal():
        _draw(list(lines))
    else:
        say(*(line.plain for line in lines))


def put_json(batches: Iterable[Sequence[Mapping[str, object]]]) -> None:
    """Print `{"schema": 1, "items": [...]}` for a script, with the items batch by batch.

    One document comes out, however many batches there are, and only one is in memory at a time.
    """
    plain = not _encodes_everything(sys.stdout)
    head, foot = '{\n  "schema": 1,\n  "items": [', "\n  ]\n}\n"
    opened = False
    for batch in batches:
        if not batch:
            continue
        text = json.dumps(document(items=batch), ensure_ascii=plain, indent=2)
        inner = "\n".join(map(_json_safe, text.split("\n")[3:-2]))
        _put(sys.stdout, f"{',' if opened else head}\n{inner}")
        opened = True
    if opened:
        _put(sys.stdout, foot)
    else:
        say_json(document(items=[]))


def _draw(lines: Sequence[Line]) -> None:
    from rich.text import Text

    if lines:
        screen = console()
        show(Text("\n").join(part for line in lines for part in _fitted(line, screen)))


def _fitted(line: Line, screen: "Console") -> "list[Text]":
    from rich.text import Text

    text = Text(visible(line.text), style=line.style)
    lead = Text.assemble((visible(line.lead), "cyan"), "  ") if line.lead else Text()
    room = screen.width - line.indent
    if lead.cell_len + text.cell_len <= room:
        return [Text(" " * line.indent) + lead + text]
    hangs = 0 < lead.cell_len <= line.deeper
    whole = text if hangs else lead + text
    parts = list(whole.wrap(screen, max(room - line.deeper, 1)))
    for part in parts:
        part.rstrip()
    if hangs:
        parts[0] = lead + Text(" " * (line.deeper - lead.cell_len)) + parts[0]
    depth = [line.indent, *[line.indent + line.deeper] * (len(parts) - 1)]
    return [Text(" " * by) + part for by, part in zip(depth, parts, strict=True)]
