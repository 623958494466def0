"""Rows for scripts that read words between tabs: one for each item of what `--json` prints.

A form of a result names the fields of its rows, in their order: `event.id` is the id in `event`.
As with `--json` they are a promise: new ones come last.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.render.sink import say_rows

Item = Mapping[str, Any]


def print_rows(batches: Iterable[Sequence[Item]], fields: str) -> None:
    """Print a row for each item, without a heading, batch by batch.

    Args:
        batches: the items as `--json` has them.
        fields: the names of those that are in a row, with blanks between them.
    """
    names = [name.split(".") for name in fields.split()]
    for batch in batches:
        say_rows([_cell(item, path) for path in names] for item in batch)


def _cell(item: Item, path: Sequence[str]) -> str:
    """A field as text: nothing where the item has none."""
    value: Any = item
    for name in path:
        value = None if value is None else value.get(name)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ", ".join(value)
    return "" if value is None else str(value)
