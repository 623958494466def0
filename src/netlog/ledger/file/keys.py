"""The keys by which contacts and details are found: they follow from names and values."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from netlog.domain.health import Damage, differing
from netlog.domain.people.contacts import detail_key
from netlog.domain.people.forgetting import SOMEBODY, key_of_nobody
from netlog.domain.people.names import comparison_key

_ROWS: Mapping[str, str] = {
    "contact": "SELECT id, name, key FROM contact ORDER BY id",
    "detail": "SELECT id, value, key, kind FROM detail ORDER BY id",
}


def _of_contact(row: Mapping[str, Any]) -> str:
    nobody = key_of_nobody(int(row["id"]))
    is_nobody = row["name"] == SOMEBODY and row["key"] == nobody
    return nobody if is_nobody else comparison_key(row["name"])


def _of_detail(row: Mapping[str, Any]) -> str:
    return detail_key(row["kind"], row["value"])


KEY_OF: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "contact": _of_contact,
    "detail": _of_detail,
}


def strange_keys(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Rows whose key is not that of their name: nobody finds them under what they are called."""
    for table, statement in _ROWS.items():
        cursor = connection.execute(statement)
        names = [column for column, *_ in cursor.description]
        for values in cursor:
            row = dict(zip(names, values, strict=True))
            if row["key"] != KEY_OF[table](row):
                text = row["name"] if table == "contact" else row["value"]
                how = f'is found under "{row["key"]}", and is called "{text}"'
                yield differing("names", table, row["id"], how)
