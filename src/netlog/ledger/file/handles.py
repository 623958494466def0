"""Files opened as plain bytes beside SQLite, without taking its locks away.

Whichever handle on a file a process closes, POSIX drops all locks that the process has on the file
(https://www.sqlite.org/howtocorrupt.html, 2.2). So a plain handle on a file that SQLite has open
here is closed only when SQLite has let go of it.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

Place = tuple[int, int]  # of a file on a disk, whatever its names are

_in_sqlite: Counter[Place] = Counter()
_waiting: dict[Place, list[BinaryIO]] = defaultdict(list)


def place_of(path: Path) -> Place:
    """Which file it is that has that name now."""
    status = path.stat()
    return status.st_dev, status.st_ino


def taken_by_sqlite(path: Path) -> Place:
    """Note that SQLite has opened the file."""
    place = place_of(path)
    _in_sqlite[place] += 1
    return place


def let_go_by_sqlite(place: Place) -> None:
    """Note that SQLite has closed it."""
    _in_sqlite[place] -= 1
    if not _in_sqlite[place]:
        del _in_sqlite[place]
        for file in _waiting.pop(place, []):
            _close(file)


def is_in_sqlite(path: Path) -> bool:
    """Whether SQLite has the file open in this process."""
    return place_of(path) in _in_sqlite


@contextmanager
def opened(path: Path, mode: str = "rb") -> Iterator[BinaryIO]:
    """The file as bytes, unbuffered."""
    file: BinaryIO = path.open(mode, buffering=0)  # type: ignore[assignment]
    status = os.fstat(file.fileno())
    place = (status.st_dev, status.st_ino)
    try:
        yield file
    finally:
        if place in _in_sqlite:
            _waiting[place].append(file)
        else:
            _close(file)


def _close(file: BinaryIO) -> None:
    """Close a handle through which nothing was written, so that nothing can be lost by it."""
    with suppress(OSError):
        file.close()
