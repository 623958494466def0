"""Rows that are none of a ledger's, told in words: which cell it is, and what it should be."""

import re
from collections.abc import Mapping
from typing import Any

from netlog.domain.text import excerpt

_OF_A_COLUMN = {
    "_is_a_day": "a day, as 2026-11-29",
    "_is_a_flag": "0 or 1",
    "_is_known": "one of the words that netlog writes there",
}
WHOLE_NUMBER = "a whole number, as netlog wrote it; a spreadsheet rounds long ones"
_CHECK = re.compile(r"CHECK constraint failed: (\w+)")
_UNIQUE = re.compile(r"UNIQUE constraint failed: (?:\w+\.(?:id|key|name)\b|detail\.)")
_EMPTY = re.compile(r"NOT NULL constraint failed: \w+\.(\w+)")
_STORED = re.compile(r"cannot store \w+ value in INTEGER column \w+\.(\w+)")


class UnfitRow(Exception):
    """A row is none that the ledger would have written; the first of a table has the number 1."""

    def __init__(self, table: str, number: int, why: str) -> None:
        """Take where it is, and what is wrong with it."""
        super().__init__(table, number, why)
        self.table, self.number, self.why = table, number, why


class UnfitCell(ValueError):
    """A cell holds nothing that its column can; the text says what it should be."""


def unfit_cell(column: str, cell: object, wanted: str) -> str:
    """What is wrong with a cell."""
    return f'{column} should be {wanted}, and is "{excerpt(str(cell))}"'


def unfit_row(error: str, table: str, row: Mapping[str, Any]) -> str:
    """What is wrong with a row that SQLite refused, by what it said of it."""
    if (check := _CHECK.search(error)) is not None:
        for ending, wanted in _OF_A_COLUMN.items():
            column = check[1].removesuffix(ending)
            if column != check[1]:
                return unfit_cell(column, row[column], wanted)
    if (stored := _STORED.search(error)) is not None:
        return unfit_cell(stored[1], row[stored[1]], WHOLE_NUMBER)
    if (empty := _EMPTY.search(error)) is not None:
        return f"{empty[1]} is empty"
    if _UNIQUE.search(error) is not None:
        return _twice(table, row)
    return error


def _twice(table: str, row: Mapping[str, Any]) -> str:
    if table == "contact":
        return f'a contact before it is called "{excerpt(str(row["name"]))}" too, or has its id'
    if table == "detail":
        return f'a detail before it is "{excerpt(str(row["value"]))}" too, or has its id'
    return "a row before it has the same id"
