"""netlog's own JSON: the tables of a whole ledger."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from netlog.exchange.text import encoding_of

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

# How a file begins: by that it is recognised.
HEAD = '{"schema": 1, "netlog": "ledger"'
_MARK = b'"netlog": "ledger"'
_WITHIN = 200  # bytes from the beginning
LARGEST = 1 << 30  # bytes


class Whole(NamedTuple):
    """The rows of each table of a whole ledger.

    `places` is where the rows stand in the file of their table, a line each, where it has lines.
    """

    rows: Rows
    places: Mapping[str, Sequence[int]] = {}

    def where(self, table: str, number: int) -> str:
        """Where a row stands, for people; the first has the number 1."""
        if table not in self.places:
            return f"row {number} of {table}"
        return f"{table}.csv:{self.places[table][number - 1]}"


class UnreadableExport(Exception):
    """A file that says it is a whole ledger, and is none; the text says why.

    `can_be_put_right` is whether it can be in the file itself, where that was only saved otherwise.
    """

    def __init__(self, reason: str, *, can_be_put_right: bool = False) -> None:
        """Take what is wrong."""
        super().__init__(reason)
        self.can_be_put_right = can_be_put_right


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is a whole ledger."""
    return _MARK in head[:_WITHIN]


def read(stream: BinaryIO) -> Whole:
    """The rows of each table.

    Raises:
        UnreadableExport: it is cut off, too large, or otherwise than netlog wrote it.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableExport(f"it has more than {LARGEST >> 30} GiB")
    try:
        document = json.loads(data.decode(encoding_of(data[:64])))
        tables = document["tables"]
        return Whole(
            {
                str(name): [row for row in rows if isinstance(row, dict)]
                for name, rows in tables.items()
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableExport("it is cut off, or was changed") from error
