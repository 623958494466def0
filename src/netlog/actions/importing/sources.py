"""What is brought in: files, or a folder of tables."""

from collections.abc import Callable, Mapping
from typing import BinaryIO, NamedTuple

Opener = Callable[[], BinaryIO]


class Source(NamedTuple):
    """A file that is brought in: what it is called, and how it is opened."""

    name: str
    open: Opener


class Folder(NamedTuple):
    """A folder that is brought in: what it is called, and its tables, each by its name."""

    name: str
    tables: Mapping[str, Opener]
