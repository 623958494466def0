"""Columns of plain text, for where there are too many lines for a table of Rich."""

from collections.abc import Collection, Iterator, Sequence

from netlog.render.sink import console

GAP = "  "


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> Iterator[str]:
    """The rows as lines whose columns stand under each other.

    A table of Rich takes a minute for 50,000 of them, because it measures and wraps every cell.

    Args:
        rows: the cells, as many in each.
        right: the numbers of the columns that end at the same place.
    """
    for cells in padded(rows, right):
        yield GAP.join(cells).rstrip()


def padded(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> Iterator[list[str]]:
    """The cells of the rows, each filled up to the width of its column; as for `aligned`."""
    from rich.cells import cell_len

    widths = _widths(rows)
    for row in rows:
        cells = []
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            padding = " " * (width - cell_len(cell))
            cells.append(padding + cell if number in right else cell + padding)
        yield cells


def fit(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the screen is wide enough for the rows, each in one line with nothing cut off."""
    widths = _widths(rows)
    return sum(widths) + len(GAP) * (len(widths) - 1) <= console().width


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    from rich.cells import cell_len

    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
