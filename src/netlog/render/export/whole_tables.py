"""The whole ledger as a folder of tables: `netlog import` makes the same ledger of it again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from netlog.actions.desk import Desk
from netlog.exchange.own_tables import ENDING
from netlog.exchange.write.table import rows
from netlog.views.export import whole


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[tuple[str, Iterator[str]]]]:
    """A file for each table: its name, and its rows. No cell is a formula."""
    with whole(desk.settings, with_journal=with_journal) as tables:
        yield of_tables(tables)


def of_tables(
    tables: Iterator[tuple[str, Sequence[str], Iterator[Any]]],
) -> Iterator[tuple[str, Iterator[str]]]:
    """The files with these tables."""
    for name, columns, records in tables:
        yield f"{name}{ENDING}", rows(columns, ([_cell(value) for value in row] for row in records))


def _cell(value: Any) -> str:
    if isinstance(value, bytes):
        return value.hex()
    return "" if value is None else str(value)
