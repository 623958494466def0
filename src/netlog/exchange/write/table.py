"""Tables of commas (CSV) that a spreadsheet opens without running what is in them.

A cell that would be a formula begins with an apostrophe, which our own reader takes off again.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from netlog.exchange.table import FORMULA, GUARDED


def rows(
    header: Sequence[str], cells: Iterable[Sequence[str]], delimiter: str = ","
) -> Iterator[str]:
    """The rows of a table, each with its line's end, its headings first."""
    writer = csv.writer(_Lines(), delimiter=delimiter)
    for row in chain((header,), cells):
        yield writer.writerow([guarded(cell) for cell in row])


def guarded(text: str) -> str:
    """A text as a cell that is no formula."""
    is_guard = len(text) > 1 and text[0] == "'" and text[1] in GUARDED
    return f"'{text}" if (text and text[0] in FORMULA) or is_guard else text


class _Lines:
    """What the csv module takes for a file: it gives back each row that is written."""

    def write(self, row: str) -> str:
        return row
