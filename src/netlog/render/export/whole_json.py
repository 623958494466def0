"""The whole ledger as JSON: `netlog import` makes the same ledger of it again."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from netlog.actions.desk import Desk
from netlog.exchange.own import HEAD
from netlog.views.export import whole


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[str]]:
    """The tables, a row a line."""
    with whole(desk.settings, with_journal=with_journal) as tables:
        yield document(tables)


def document(tables: Iterator[tuple[str, Sequence[str], Iterator[Any]]]) -> Iterator[str]:
    """The text of a document with these tables."""
    yield f'{HEAD}, "tables": {{'
    for number, (name, columns, rows) in enumerate(tables):
        yield f"{',' if number else ''}\n  {json.dumps(name)}: ["
        for place, row in enumerate(rows):
            entry = dict(zip(columns, map(_plain, row), strict=True))
            yield f"{',' if place else ''}\n    {json.dumps(entry, ensure_ascii=False)}"
        yield "\n  ]"
    yield "\n}}\n"


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value
