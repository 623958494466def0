"""Columns of plain text, for where there are too many lines for a table of Rich."""

from collections.abc import Collection, Iterator, Sequence


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> Iterator[str]:
    """The rows as lines whose columns stand under each other.

    A table of Rich takes a minute for 50,000 of them, because it measures and wraps every cell.

    Args:
        rows: the cells, as many in each.
        right: the numbers of the columns that end at the same place.
    """
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            padding = " " * (width - cell_len(cell))
            cells.append(padding + cell if number in right else cell + padding)
        yield "  ".join(cells).rstrip()
