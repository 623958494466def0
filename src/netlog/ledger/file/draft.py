"""A new file: complete before it appears under its name, and never in the place of another."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from netlog.domain.notices import WrittenAllTheSame
from netlog.ledger.file.hearing import notify

_SUFFIX = ".new"
_ABANDONED_AFTER_SECONDS = 24 * 60 * 60


class NameTaken(Exception):
    """There is a file under that name by now."""


@contextmanager
def drafting(path: Path) -> Iterator[Path]:
    """An empty private file beside `path`, to be filled and published; gone after the block."""
    _sweep(path)
    handle, name = tempfile.mkstemp(prefix=_prefix(path), suffix=_SUFFIX, dir=path.parent)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    finally:
        _remove(draft)


def publish(draft: Path, path: Path) -> None:
    """Give a finished draft its name, for good once this returns.

    Where the disk reports an error after that, the file is there all the same, and that is said.

    Raises:
        NameTaken: there is a file at `path`; it stays as it is.
    """
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise NameTaken from error
    except OSError:  # a file system without hard links, such as FAT
        _rename(draft, path)
    try:
        _sync_folder(path.parent)
    except OSError as error:
        notify(WrittenAllTheSame(str(path), error.strerror or str(error)))


def _prefix(path: Path) -> str:
    return f".{path.name}."


def _remove(draft: Path) -> None:
    """Remove a draft where that can be done; what stays is swept later."""
    for file in (draft.with_name(draft.name + "-journal"), draft):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what killed commands left: it holds what somebody typed, and nobody looks for it."""
    for draft in path.parent.glob(f"{escape(_prefix(path))}*{_SUFFIX}"):
        with suppress(FileNotFoundError):  # finished meanwhile
            if time.time() - draft.stat().st_mtime > _ABANDONED_AFTER_SECONDS:
                _remove(draft)


def _rename(draft: Path, path: Path) -> None:
    if os.name == "nt":
        try:
            draft.rename(path)  # refuses where the name is taken
        except FileExistsError as error:
            raise NameTaken from error
        return
    with _alone_in(path.parent):
        if path.exists():
            raise NameTaken
        draft.rename(path)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    import fcntl  # noqa: PLC0415 - not on Windows

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder, and journals its names itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
