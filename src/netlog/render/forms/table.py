"""A table, described once: its columns, and the rows that they are filled from."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from netlog.render.forms.grid import Cell, Grid
from netlog.render.forms.values import NUMBERS, read
from netlog.render.lines import Line
from netlog.render.sink import is_narrow

Row = TypeVar("Row")


class Column(NamedTuple, Generic[Row]):
    """One field of the rows: what it is for a script, and how a person reads it.

    `key` is its name in a document, "" where it is for persons alone; `head` its heading on a
    screen, None where it is for scripts alone. `form` is a number's, or tells what to read.
    """

    key: str
    head: str | None
    value: Callable[[Row], Any]
    form: str | Callable[[Any], str] = ""
    right: bool = False
    style: Callable[[Row], str] | str = ""

    def cell(self, row: Row, today: date) -> Cell:
        """What a person reads in a row, and the style that it has there."""
        value, form = self.value(row), self.form
        if isinstance(form, str):
            text = NUMBERS[form](value) if form else read(value, today)
        else:
            text = form(value)
        return text, self.style if isinstance(self.style, str) else self.style(row)


class Table(NamedTuple, Generic[Row]):
    """Columns and rows.

    `entry` are the lines that a row takes where columns have no room: below 60 columns, or, where
    cells are never broken, wherever they do not fit. `breaks` are headings in front of the row with
    that number.
    """

    columns: Sequence[Column[Row]]
    rows: Sequence[Row]
    today: date = date.max
    entry: Callable[[Row], Iterable[Line]] | None = None
    breaks_cells: bool = True
    breaks: Mapping[int, str] = MappingProxyType({})

    def items(self) -> list[dict[str, object]]:
        """The rows for a script."""
        fields = [column for column in self.columns if column.key]
        return [{field.key: field.value(row) for field in fields} for row in self.rows]

    def lines(self) -> Iterator[Line]:
        """The rows for a person, under their headings."""
        shown = [column for column in self.columns if column.head is not None]
        heads = [(column.head or "", "dim") for column in shown]
        cells = ([column.cell(row, self.today) for column in shown] for row in self.rows)
        right = [number for number, column in enumerate(shown) if column.right]
        grid = Grid([heads, *cells], right)
        if self.entry is not None and (is_narrow() if self.breaks_cells else not grid.fits):
            return broken(map(self.entry, self.rows), self.breaks)
        head, *drawn = grid.drawn()
        return chain(head, broken(drawn, self.breaks))


def broken(drawn: Iterable[Iterable[Line]], breaks: Mapping[int, str]) -> Iterator[Line]:
    """The lines of some rows, and headings in front of those with these numbers."""
    for number, lines in enumerate(drawn):
        if number in breaks:
            yield from (Line(""), Line(breaks[number], style="dim"))
        yield from lines


def listed(
    rows: Iterable[Sequence[str]], right: Collection[int] = (), style: str = ""
) -> Iterator[Line]:
    """Texts under each other without headings; the first of each row in that style."""
    cells = ([(key, style), *((text, "") for text in texts)] for key, *texts in rows)
    return Grid(cells, right).lines()
