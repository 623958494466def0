"""Tables of text: the rows of a file of commas, semicolons or tabs, with the lines they begin on.

A quotation mark that is never closed costs its own row only: what it swallowed is read again.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from netlog.exchange.text import Text, decoded

DELIMITERS = (",", ";", "\t", "|")
Row = list[str]
IsHeader = Callable[[Row], bool]

# What a cell begins with that a spreadsheet takes for a formula, in wide letters as well.
FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
GUARDED = FORMULA | {"'"}
MOST_COLUMNS = 1_000
_HEADER_WITHIN = 40  # lines; LinkedIn's stands below a paragraph of notes


def find_header(lines: Sequence[str], is_header: IsHeader) -> tuple[str, int] | None:
    """The delimiter of the table that begins with one of these lines, and which of them."""
    for delimiter in DELIMITERS:
        for number, line in enumerate(lines[:_HEADER_WITHIN]):
            if delimiter in line and is_header(_cells(line, delimiter)):
                return delimiter, number
    # A table of one column has no delimiter.
    for number, line in enumerate(lines[:_HEADER_WITHIN]):
        if line.strip():
            return (DELIMITERS[0], number) if is_header(_cells(line, DELIMITERS[0])) else None
    return None


def has_header(head: bytes, is_header: IsHeader) -> bool:
    """Whether a file that begins so has such a header in its first lines."""
    return find_header(decoded(head).splitlines(), is_header) is not None


class Table:
    """The header of a table, and its rows; what is wrong with it gathers in `text`."""

    def __init__(self, stream: BinaryIO, is_header: IsHeader) -> None:
        """Look for the header, which is empty where there is none."""
        self.text = Text(stream)
        self.header: Row = []
        self.place = 1
        self.delimiter = DELIMITERS[0]
        self._lines = _Lines(self.text)
        self._is_loose = False
        place = find_header(self.text.peek(_HEADER_WITHIN), is_header)
        if place is not None:
            self.delimiter, skipped = place
            *_, line = islice(self.text, skipped + 1)
            self.header = _cells(line, self.delimiter)
            if len(self.header) > MOST_COLUMNS:
                self.text.problem(skipped + 1, f"Only {MOST_COLUMNS:,} columns are read.")
                del self.header[MOST_COLUMNS:]
            self.place = self._lines.count = skipped + 1

    def rows(self) -> Iterator[tuple[int, Row]]:
        """The rows with something in them, each as wide as the header, and where they begin."""
        width = len(self.header)
        for place, row in self._rows():
            if len(row) == width:
                yield place, row
            elif len(row) < width and self._lines.taken[-1][-1:] != "\n":
                self.text.problem(place, "The file ends in the middle of this row.")
            elif len(row) < width:
                yield place, row + [""] * (width - len(row))
            elif any(row[width:]):
                self.text.problem(place, _too_wide(len(row), width))
            else:
                yield place, row[:width]

    def originals(self) -> Iterator[tuple[int, Row]]:
        """The rows as they stand, however wide, also those that were left out."""
        self._is_loose = True
        return self._rows()

    def _rows(self) -> Iterator[tuple[int, Row]]:
        lines, taken = self._lines, self._lines.taken
        while lines.again or not lines.is_over:
            reader = self._reader(lines)
            while True:
                taken.clear()
                try:
                    row = next(reader, None)
                except csv.Error:
                    row = self._sloppy()
                if row is None:
                    break
                if any(row):
                    yield lines.count - len(taken) + 1, row

    def _sloppy(self) -> Row:
        """A row that breaks a rule, as far as it can be read; what it swallowed is read again.

        In a cell between quotation marks, there is a single one, or it has no end, or is too long.
        """
        lines, first = self._lines, self._lines.taken[0]
        place = lines.count - len(lines.taken) + 1
        if len(lines.taken) > 1 or lines.is_over:
            self.text.problem(place, _UNCLOSED)
            lines.give_back()
            return self._loosely(first, place) if self._is_loose else []
        return self._loosely(first, place)

    def _loosely(self, line: str, place: int) -> Row:
        try:
            return next(self._reader([line], is_strict=False), [])
        except csv.Error:
            self.text.problem(place, _TOO_LONG)
            return []

    def _reader(self, lines: Iterable[str], *, is_strict: bool = True) -> Iterator[Row]:
        delimiter = self.delimiter
        return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=is_strict)


class _Lines:
    """Lines for a reader of rows, which keeps those of the row that it reads: `taken`.

    `again` are those to be read once more, the next one last; `count` is how many were read.
    """

    def __init__(self, text: Text) -> None:
        self._text = text
        self.count = 0
        self.taken: list[str] = []
        self.again: list[str] = []
        self.is_over = False

    def give_back(self) -> None:
        """Have all but the first line of the row read once more."""
        self.again.extend(reversed(self.taken[1:]))
        self.count -= len(self.taken) - 1
        del self.taken[1:]

    def __iter__(self) -> Iterator[str]:
        """The lines that are left; then it is over."""
        lines, taken, again = iter(self._text), self.taken, self.again
        self.is_over = False
        while (line := again.pop() if again else next(lines, None)) is not None:
            self.count += 1
            taken.append(line)
            yield line
        self.is_over = True


_UNCLOSED = "A quotation mark opens here and is not closed; the row was left out."
_TOO_LONG = "A cell has more characters than anybody can read; the row was left out."


def _too_wide(cells: int, width: int) -> str:
    return (
        f"The row has {cells} cells, the table {width} columns: which is which cannot be told. "
        "Put what holds the delimiter in quotation marks."
    )


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in GUARDED else cell


def _cells(line: str, delimiter: str) -> Row:
    try:
        cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []
    return [cell.strip() for cell in cells]
