"""A rollback journal as SQLite leaves it beside a file: what it would put back, and into what.

https://www.sqlite.org/fileformat2.html#the_rollback_journal
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from netlog.ledger.file.cipher import Cipher

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER, _COUNTED = 28, 32
_UNTIL_THE_END = 0xFFFFFFFF
_SMALLEST_PAGE, _SMALLEST_SECTOR, _LARGEST = 512, 32, 65_536
_CHECKED_EVERY = 200


class Segment(NamedTuple):
    """One header of a journal: what follows it, and of which file it is."""

    records: int
    nonce: int
    pages: int
    sector: int
    page: int


class FileHeader(NamedTuple):
    """What the first page of a database says of it, where it is not encrypted."""

    page: int
    counter: int
    pages: int

    @classmethod
    def of(cls, first: bytes) -> "FileHeader":
        """The header that this page begins with."""
        page = int.from_bytes(first[16:18])
        counter, pages = int.from_bytes(first[24:28]), int.from_bytes(first[28:32])
        return cls(_LARGEST if page == 1 else page, counter, pages)


def belongs(file: BinaryIO, saved: BinaryIO, cipher: "Cipher | None" = None) -> bool | None:
    """Whether rolling in a journal takes a database back to what it was; None where it may not.

    Args:
        file: the database.
        saved: the journal.
        cipher: what opens the database, where it is encrypted.
    """
    segment = segment_at(saved, 0)
    if segment is None:
        return True  # SQLite rolls none of it in
    if cipher is not None:
        return _belongs_to_encrypted(file, saved, segment, cipher)
    file.seek(0)
    header = FileHeader.of(file.read(_COUNTED))
    if segment.page != header.page or not _follows(header, saved, segment.pages):
        return False
    is_unchanged = segment.pages == header.pages and _is_unchanged(file, saved)
    return is_unchanged or None


def _belongs_to_encrypted(
    file: BinaryIO, saved: BinaryIO, segment: Segment, cipher: "Cipher"
) -> bool | None:
    """The same of a file that nobody reads without its cipher, which no other ledger has."""
    is_right = cipher.judge()
    if not all(is_right(number, page) for number, page in saved_pages(saved)):
        return False
    size = os.fstat(file.fileno()).st_size
    is_unchanged = segment.pages * segment.page == size and _is_unchanged(file, saved)
    return is_unchanged or None


def segment_at(journal: BinaryIO, start: int) -> Segment | None:
    """The header that begins there; None where SQLite would find none."""
    journal.seek(start)
    header = journal.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return None
    numbers = (int.from_bytes(header[place : place + 4]) for place in range(8, _HEADER, 4))
    segment = Segment(*numbers)
    return segment if _is_sane(segment) else None


def saved_pages(journal: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The pages that SQLite would put back, each with its number, up to the first broken one."""
    start, end = 0, os.fstat(journal.fileno()).st_size
    while (segment := segment_at(journal, start)) is not None:
        journal.seek(start + segment.sector)
        length = 4 + segment.page + 4
        whole = (end - start - segment.sector) // length
        expected = whole if segment.records == _UNTIL_THE_END else segment.records
        for _ in range(min(expected, whole)):
            record = journal.read(length)
            page = record[4:-4]
            if _checksum(segment.nonce, page) != int.from_bytes(record[-4:]):
                return
            yield int.from_bytes(record[:4]), page
        if expected > whole:
            return
        start += segment.sector + expected * length
        start += -start % segment.sector


def _follows(header: FileHeader, saved: BinaryIO, pages: int) -> bool:
    """Whether the file is what was saved, or its next version: the first page counts them.

    Where that is not among what was saved, it was not written either, and tells how many pages
    there were.
    """
    before = next((FileHeader.of(page) for number, page in saved_pages(saved) if number == 1), None)
    if before is None:
        return header.pages == pages
    return header.counter - before.counter in (0, 1)


def _is_unchanged(file: BinaryIO, saved: BinaryIO) -> bool:
    for number, page in saved_pages(saved):
        file.seek((number - 1) * len(page))
        if file.read(len(page)) != page:
            return False
    return True


def _is_sane(segment: Segment) -> bool:
    return all(
        least <= size <= _LARGEST and size & (size - 1) == 0
        for size, least in ((segment.page, _SMALLEST_PAGE), (segment.sector, _SMALLEST_SECTOR))
    )


def _checksum(nonce: int, page: bytes) -> int:
    places = range(len(page) - _CHECKED_EVERY, 0, -_CHECKED_EVERY)
    return (nonce + sum(page[place] for place in places)) & 0xFFFFFFFF
