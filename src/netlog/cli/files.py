"""The files that are named on a command line, to be read."""

import os
import stat
import sys
from collections.abc import Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from netlog.config import file_named
from netlog.errors import Refused

if TYPE_CHECKING:
    from netlog.actions.importing.sources import Folder, Source

STANDARD_INPUT = "-"
_MOST_TYPED = 1 << 28  # bytes of standard input, which is kept: it cannot be read twice


def sources(names: Iterable[str]) -> "list[Source | Folder]":
    """Files that can be read more than once, in the order in which they were named.

    Raises:
        Refused: there is none, or it is no file, or it may not be read; or it is a folder in which
            there is no whole ledger.
    """
    from netlog.actions.importing.sources import Source

    named: list[Source | Folder] = []
    for name in names:
        if name == STANDARD_INPUT:
            named.append(Source("standard input", partial(BytesIO, _typed())))
        else:
            path = file_named(name)
            if path.is_dir() and (folder := _folder(path)) is not None:
                named.append(folder)
                continue
            _refuse_what_is_no_file(path, name)
            named.append(Source(path.name, partial(_opened, path)))
    return named


def _folder(path: Path) -> "Folder | None":
    """The tables in a folder, if they are those of a whole ledger."""
    from netlog.actions.importing.sources import Folder
    from netlog.actions.importing.whole import is_whole
    from netlog.exchange.own_tables import ENDING

    try:
        files = {each.stem: each for each in path.glob(f"*{ENDING}") if each.is_file()}
    except OSError:  # it may not be read
        return None
    if not is_whole(files):
        return None
    for file in files.values():
        _refuse_what_is_no_file(file, str(file))
    return Folder(path.name, {table: partial(_opened, file) for table, file in files.items()})


def _typed() -> bytes:
    data = sys.stdin.buffer.read(_MOST_TYPED + 1)
    if len(data) > _MOST_TYPED:
        raise Refused(
            f"Standard input has more than {_MOST_TYPED >> 20} MiB.", "Name a file instead."
        )
    return data


def _refuse_what_is_no_file(path: Path, name: str) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise Refused(f"There is no file {name}.", "Check the name.") from None
    except OSError as error:
        raise Refused(f"{name} cannot be read: {error.strerror}.", "Check the name.") from error
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
        raise Refused(f"{name} is {what}.", "Name the file that the other program wrote.")
    if not os.access(path, os.R_OK):
        raise Refused(f"{name} may not be read.", "Check the rights of the file.")


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")
