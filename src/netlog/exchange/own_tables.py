"""netlog's own tables: a whole ledger as a folder of CSV files, one for each table."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from netlog.exchange.own import LARGEST, UnreadableExport, Whole
from netlog.exchange.table import DELIMITERS, unguarded

ENDING = ".csv"
_LONGEST = 1 << 30  # characters of a cell: the operations of a change may be one


def read(files: Mapping[str, BinaryIO], columns: Mapping[str, Sequence[str]]) -> Whole:
    """The rows of each table, all of whose cells are texts.

    Args:
        files: the file of each table, by its name.
        columns: what each table must have; it may have more.

    Raises:
        UnreadableExport: the files are too large, or one is otherwise than netlog wrote it.
    """
    if sum(stream.seek(0, io.SEEK_END) for stream in files.values()) > LARGEST:
        raise UnreadableExport(f"it has more than {LARGEST >> 30} GiB")
    rows: dict[str, Sequence[Mapping[str, str]]] = {}
    places: dict[str, Sequence[int]] = {}
    usual = csv.field_size_limit(_LONGEST)
    try:
        for table, stream in files.items():
            read_rows = list(_rows(f"{table}{ENDING}", stream, columns[table]))
            places[table] = [place for place, _ in read_rows]
            rows[table] = [row for _, row in read_rows]
    finally:
        csv.field_size_limit(usual)
    return Whole(rows, places)


def _rows(
    name: str, stream: BinaryIO, columns: Sequence[str]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a file, and the lines on which they begin.

    A program may have put other delimiters and a mark in front; what is in the cells is exact.
    """
    text = _text(name, stream)
    first_line = text.partition("\n")[0]
    delimiter = next((each for each in DELIMITERS if each in first_line), DELIMITERS[0])
    reader: Any = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    place = 1
    try:
        header: list[str] = next(reader, [])
        if missing := [column for column in columns if column not in header]:
            raise UnreadableExport(f"{name}:1 has no column {missing[0]}")
        while True:
            place = reader.line_num + 1
            row = next(reader, None)
            if row is None:
                return
            if not row:
                continue
            if len(row) != len(header):
                reason = f"{name}:{place} has {len(row)} cells, and there are {len(header)} columns"
                raise UnreadableExport(reason)
            yield place, dict(zip(header, map(unguarded, row), strict=True))
    except csv.Error as error:
        reason = f"{name}:{place} has a quotation mark in a wrong place, or is cut off"
        raise UnreadableExport(reason) from error


def _text(name: str, stream: BinaryIO) -> str:
    stream.seek(0)
    data = stream.read(LARGEST)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = data.count(b"\n", 0, error.start) + 1
        reason = f"{name}:{place} is no UTF-8: save it as CSV in UTF-8"
        raise UnreadableExport(reason, can_be_put_right=True) from error
