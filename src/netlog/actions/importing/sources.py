"""What is brought in, and how: files, or a folder of tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from netlog.actions.importing.advance import Heard, unheard

Opener = Callable[[], BinaryIO]


class Source(NamedTuple):
    """A file that is brought in: what it is called, and how it is opened."""

    name: str
    open: Opener


class Folder(NamedTuple):
    """A folder that is brought in: what it is called, and its tables, each by its name."""

    name: str
    tables: Mapping[str, Opener]


@dataclass(frozen=True, slots=True)
class How:
    """How files are brought in, as typed.

    `as_format` is the format that all of them are of, `mapping` which field a column is,
    `open_since` from which day on a meeting opens what it opens; `dry_run` only looks. `heard` is
    told how far it is.
    """

    as_format: str | None = None
    mapping: Mapping[str, str] | None = None
    open_since: str | None = None
    dry_run: bool = False
    yes: bool = False
    heard: Heard = unheard
