"""Lines of text, on any screen: a timeline, a list of finds, the rows of a table, a report.

Off a terminal they stream as plain text, however many there are. On one they have colours, and
what is too long goes on in the next line, a little deeper.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from netlog.domain.wording import count
from netlog.render.harmless import visible
from netlog.render.sink import console, is_styled, on_terminal, say, show, tell

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MOST_ON_A_TERMINAL = 50
LOWEST = 24  # lines of a terminal that all have
_DEEPER = 4
_AT_ONCE = 200  # lines that are drawn together, so that the first are there soon
Piece = tuple[str, str]


class Line(NamedTuple):
    """A text, behind an id if there is one, so many columns from the left.

    What is too long for a terminal goes on `deeper` than that: under the text, where that is as
    deep as the id is wide. `more` stands behind the text, each piece in a style of its own.
    """

    text: str
    lead: str = ""
    indent: int = 0
    style: str = ""
    deeper: int = _DEEPER
    more: Sequence[Piece] = ()
    lead_style: str = "cyan"
    gap: int = 2

    @property
    def plain(self) -> str:
        """The line as it is off a terminal."""
        lead = self.lead + " " * self.gap if self.lead else ""
        return " " * self.indent + lead + self.text + "".join(text for text, _ in self.more)


def flush(text: str) -> Line:
    """A sentence that goes on where it began."""
    return Line(text, deeper=0)


def bullet(text: str) -> Line:
    """An entry of a list, which goes on under itself."""
    return Line(text, "-", deeper=2, lead_style="", gap=1)


def section(heading: str, lines: Iterable[Line]) -> list[Line]:
    """Lines under a heading, with a blank line before it; nothing where there are none."""
    below = list(lines)
    return [Line(""), Line(heading, style="bold"), *below] if below else []


def most_shown(limit: int | None) -> int | None:
    """How many to show: as many as were asked for, else on a terminal 50, else all."""
    return MOST_ON_A_TERMINAL if limit is None and on_terminal() else limit


def tell_left_out(number: int, noun: str = "") -> None:
    """Say how many more there are, if any, and how to see them."""
    if number:
        more = count(number, f"more {noun}") if noun else f"{number} more"
        tell(f"{more}; --limit shows as many as you ask for.")


def fits_a_screen(lines: Iterable[Line]) -> bool:
    """Whether lines fit the terminal with a prompt below them; always off one."""
    if not on_terminal():
        return True
    screen = console()
    rows = sum(len(_fitted(line, screen)) for line in lines)
    return rows < max(screen.height, LOWEST)


def put(lines: Iterable[Line]) -> None:
    """Print lines to standard output."""
    if is_styled():
        coming = iter(lines)
        while some := list(islice(coming, _AT_ONCE)):
            _draw(some)
    else:
        say(*(line.plain for line in lines))


def _draw(lines: Sequence[Line]) -> None:
    from rich.text import Text

    screen = console()
    show(Text("\n").join(part for line in lines for part in _fitted(line, screen)))


def _fitted(line: Line, screen: "Console") -> "list[Text]":
    from rich.text import Text

    pieces = [(line.text, line.style), *line.more]
    text = Text.assemble(*((visible(piece), style) for piece, style in pieces))
    lead = Text.assemble((visible(line.lead), line.lead_style), " " * line.gap * bool(line.lead))
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
