"""Cells under each other on a screen, however wide it is."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from netlog.render.harmless import visible
from netlog.render.lines import Line
from netlog.render.sink import console, width

Cell = tuple[str, str]  # a text and its style
GAP = "  "
LONG_NAME = 20


class Grid:
    """Rows of cells, as many in each."""

    def __init__(
        self,
        rows: Iterable[Sequence[Cell]],
        right: Collection[int] = (),
        whole: Collection[int] = (),
        names: Collection[int] = (),
    ) -> None:
        """Take the cells, whoever wrote their texts.

        Args:
            rows: the cells.
            right: the numbers of the columns that end at one place.
            whole: of those whose cells are taken apart last of all.
            names: of those with names, of which those that are not long are.
        """
        self.rows = [[(visible(text), style) for text, style in row] for row in rows]
        self.right, self.whole, self.names = right, whole, names
        columns = zip(*self.rows, strict=True)
        self.widths = [max(cell_width(text) for text, _ in column) for column in columns]
        self.room = width() - len(GAP) * (len(self.widths) - 1)
        self.fits = sum(self.widths) <= self.room  # whether no cell needs several lines

    def lines(self) -> Iterator[Line]:
        """The rows as lines."""
        for row in self.drawn():
            yield from row

    def drawn(self) -> Iterator[Iterator[Line]]:
        """The lines of each row: one, unless a cell is wider than its column may be."""
        widths = self.widths if self.fits else self._narrowed()
        return (self._row(row, widths) for row in self.rows)

    def _narrowed(self) -> Sequence[int]:
        """The widest columns give way, down to their longest word, and only then below it."""
        least = [
            max(self._least(text, number) for text, _ in column)
            for number, column in enumerate(zip(*self.rows, strict=True))
        ]
        ones = [1] * len(least)
        tried = (
            [
                min(wanted, max(most, below))
                for wanted, below in zip(self.widths, narrowest, strict=True)
            ]
            for narrowest in (least, ones)
            for most in range(min(max(self.widths), self.room), 0, -1)
        )
        return next((widths for widths in tried if sum(widths) <= self.room), ones)

    def _least(self, text: str, number: int) -> int:
        """How narrow its column may get before a cell is taken apart that should not be."""
        long = LONG_NAME if number in self.names else 0
        if number in self.whole or cell_width(text) <= long:
            return cell_width(text)
        return max(cell_width(word) for word in ["", *text.split()])

    def _row(self, row: Sequence[Cell], widths: Sequence[int]) -> Iterator[Line]:
        for texts in self._broken(row, widths):
            filled = max((number for number, text in enumerate(texts) if text), default=0)
            padded = [
                _padded(text, room, right=number in self.right)
                for number, (text, room) in enumerate(zip(texts, widths, strict=True))
            ]
            padded[filled] = padded[filled].rstrip(" ")
            first, *more = zip(padded[: filled + 1], (style for _, style in row), strict=False)
            yield Line(first[0], style=first[1], more=[(GAP + text, style) for text, style in more])

    def _broken(self, row: Sequence[Cell], widths: Sequence[int]) -> Iterable[Sequence[str]]:
        if self.fits:
            return [[text for text, _ in row]]
        parts = [_parts(text, room) for (text, _), room in zip(row, widths, strict=True)]
        return zip_longest(*parts, fillvalue="")


@lru_cache(maxsize=1 << 12)  # a table says "2" and "·" over and over
def cell_width(text: str) -> int:
    """How many columns of a screen a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _parts(text: str, room: int) -> list[str]:
    if cell_width(text) <= room:
        return [text]
    from rich.text import Text

    return [part.plain.rstrip() for part in Text(text).wrap(console(), room)]


def _padded(text: str, room: int, *, right: bool) -> str:
    room += len(text) - cell_width(text)
    return text.rjust(room) if right else text.ljust(room)
