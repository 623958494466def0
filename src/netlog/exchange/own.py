"""netlog's own JSON: the tables of a whole ledger."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from netlog.exchange.text import encoding_of

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

# How a file begins: by that it is recognised.
HEAD = '{"schema": 1, "netlog": "ledger"'
_MARK = b'"netlog": "ledger"'
_WITHIN = 200  # bytes from the beginning
LARGEST = 1 << 30  # bytes


class UnreadableExport(Exception):
    """A file that says it is a whole ledger, and is none; the text says why."""


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is a whole ledger."""
    return _MARK in head[:_WITHIN]


def read(stream: BinaryIO) -> Rows:
    """The rows of each table.

    Raises:
        UnreadableExport: it is cut off, too large, or otherwise than netlog wrote it.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        reason = f"it has more than {LARGEST >> 30} GiB"
        raise UnreadableExport(reason)
    try:
        document = json.loads(data.decode(encoding_of(data[:64])))
        tables = document["tables"]
        return {
            str(name): [_row(row) for row in rows if isinstance(row, dict)]
            for name, rows in tables.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = "it is cut off, or was changed"
        raise UnreadableExport(reason) from error


def _row(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**row, "hash": bytes.fromhex(row["hash"])} if "hash" in row else row
