"""A new file: complete before it appears under its name, and never in the place of another.

Whoever makes a draft holds a lock on it. A draft that nobody holds was left by a command that was
killed, and is swept away by the next one: it holds what somebody typed, and nobody looks for it.
"""

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netlog.domain.notices import WrittenAllTheSame
from netlog.ledger.file.hearing import notify

_SUFFIX, _JOURNAL = ".new", "-journal"
_LETTERS, _LENGTH = "abcdefghijklmnopqrstuvwxyz0123456789", 8
_NAME = rf"\.(?P<name>.+)\.[{_LETTERS}_]{{{_LENGTH}}}{re.escape(_SUFFIX)}"
_PRIVATE, _FOR_OTHERS = 0o600, 0o077
_ABANDONED_AFTER_SECONDS = 24 * 60 * 60  # where nobody can hold a lock


class NameTaken(Exception):
    """There is a file under that name by now."""


@contextmanager
def drafting(path: Path) -> Iterator[Path]:
    """An empty private file beside `path`, to be filled and published; gone after the block."""
    sweep(path)
    draft, handle = _begin(path)
    try:
        yield draft
    finally:
        _remove(draft)
        with suppress(OSError):  # what it was held for is done
            os.close(handle)


def publish(draft: Path, path: Path, *, replacing: bool = False) -> None:
    """Give a finished draft its name, for good once this returns.

    Where the disk reports an error after that, the file is there all the same, and that is said.

    Args:
        draft: the draft, which is on the disk before its name is.
        path: the name.
        replacing: whether it takes the place of what is there.

    Raises:
        NameTaken: there is a file at `path`; it stays as it is.
    """
    _sync(draft)
    if replacing:
        draft.replace(path)
    else:
        _link(draft, path)
    if os.name == "nt":
        return  # Windows cannot open a folder, and journals its names itself
    try:
        _sync(path.parent)
    except OSError as error:
        notify(WrittenAllTheSame(str(path), error.strerror or str(error)))


def sweep(path: Path) -> None:
    """Remove what commands that were killed left of their drafts for `path`."""
    with suppress(OSError), os.scandir(path.parent) as entries:
        for name in [entry.name for entry in entries if entry.name.startswith(f".{path.name}.")]:
            match = re.fullmatch(_NAME, name.removesuffix(_JOURNAL), re.DOTALL)
            draft = path.with_name(name.removesuffix(_JOURNAL))
            is_whole = name == draft.name or not os.path.lexists(draft)
            if match and match["name"] == path.name and is_whole:
                _remove_abandoned(path.with_name(name))


def _begin(path: Path) -> tuple[Path, int]:
    from secrets import choice  # noqa: PLC0415 - who reads only sweeps

    while True:
        name = "".join(choice(_LETTERS) for _ in range(_LENGTH))
        draft = path.with_name(f".{path.name}.{name}{_SUFFIX}")
        try:
            handle = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _PRIVATE)
        except FileExistsError:
            continue
        draft.chmod(_PRIVATE)
        if _hold(handle) is not False and _is_at(draft, handle):
            return draft, handle
        os.close(handle)  # another command swept it before it was held


def _hold(handle: int) -> bool | None:
    """Hold a draft as long as the handle is open; None where nobody can."""
    if os.name == "nt":
        return None
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_at(draft: Path, handle: int) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(draft.lstat(), os.fstat(handle))
    return False


def _remove_abandoned(draft: Path) -> None:
    """Remove a file with the name of a draft, if it is one and nobody is at it."""
    with suppress(OSError):
        status = draft.lstat()
        is_ours = os.name == "nt" or status.st_uid == os.geteuid()
        if not stat.S_ISREG(status.st_mode) or not is_ours or status.st_mode & _FOR_OTHERS:
            return
        handle = os.open(draft, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            held = _hold(handle)
            is_old = time.time() - status.st_mtime > _ABANDONED_AFTER_SECONDS
            if (is_old if held is None else held) and _is_at(draft, handle):
                _remove(draft)
        finally:
            os.close(handle)


def _remove(draft: Path) -> None:
    """Remove a draft where that can be done; what stays is swept later."""
    for file in (draft.with_name(draft.name + _JOURNAL), draft):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _link(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise NameTaken from error
    except OSError:  # a file system without hard links, such as FAT
        _rename(draft, path)


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


def _sync(path: Path) -> None:
    """See to it that a file, or the names in a folder, outlast a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
