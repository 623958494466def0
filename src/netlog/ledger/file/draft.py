"""A new file: complete before it appears under its name, and never in the place of another.

Whoever makes a draft holds a lock on it. A draft that nobody holds was left by a command that was
killed, and is swept away by the next one: it holds what somebody typed, and nobody looks for it.
"""

import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netlog.domain.notices import WrittenAllTheSame
from netlog.ledger.file.hearing import notify
from netlog.ledger.file.waiting import a_moment

SUFFIX, _JOURNAL = ".new", "-journal"
_LETTERS, _LENGTH = "abcdefghijklmnopqrstuvwxyz0123456789", 8
_NAME = rf"\.(?P<name>.+)\.[{_LETTERS}_]{{{_LENGTH}}}{re.escape(SUFFIX)}"
_PRIVATE, _FOR_OTHERS = 0o600, 0o077
_LONGEST_RENAMING_SECONDS = 2.0
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
    sync(draft)
    if replacing:
        draft.replace(path)
    else:
        _link(draft, path)
    if os.name == "nt":
        return  # Windows cannot open a folder, and journals its names itself
    try:
        sync(path.parent)
    except OSError as error:
        notify(WrittenAllTheSame(str(path), error.strerror or str(error)))


def sweep(path: Path) -> None:
    """Remove what commands that were killed left of their drafts for `path`."""
    with suppress(OSError), os.scandir(path.parent) as entries:
        for name in [entry.name for entry in entries if entry.name.startswith(f".{path.name}.")]:
            draft = path.parent / name.removesuffix(_JOURNAL)
            is_whole = name == draft.name or not os.path.lexists(draft)
            if is_draft_for(path, draft.name) and is_whole:
                remove_abandoned(path.parent / name, stat.S_ISREG, _remove)


def is_draft_for(path: Path, name: str) -> bool:
    """Whether a draft for `path` may have such a name."""
    match = re.fullmatch(_NAME, name, re.DOTALL)
    return match is not None and match["name"] == path.name


def draft_for(path: Path) -> Path:
    """A name for a draft beside `path`, which hardly anything has."""
    from secrets import choice  # noqa: PLC0415 - who reads only sweeps

    name = "".join(choice(_LETTERS) for _ in range(_LENGTH))
    return path.parent / f".{path.name}.{name}{SUFFIX}"


def _is_abandoned(status: os.stat_result, held: bool | None) -> bool:
    """Whether nobody is at a draft any more, by whether it could be held just now."""
    is_old = time.time() - status.st_mtime > _ABANDONED_AFTER_SECONDS
    return is_old if held is None else held


def _is_private(status: os.stat_result) -> bool:
    """Whether it is ours, and nobody else can look into it."""
    is_ours = os.name == "nt" or status.st_uid == os.geteuid()
    return is_ours and not status.st_mode & _FOR_OTHERS


def _begin(path: Path) -> tuple[Path, int]:
    while True:
        draft = draft_for(path)
        try:
            handle = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _PRIVATE)
        except FileExistsError:
            continue
        with suppress(FileNotFoundError):  # another command swept it before it was held
            draft.chmod(_PRIVATE)
        if hold(handle) is not False and is_at(draft, handle):
            return draft, handle
        os.close(handle)


def hold(handle: int) -> bool | None:
    """Hold a draft, a file or a folder, as long as the handle is open; None where nobody can."""
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


def is_at(draft: Path, handle: int) -> bool:
    """Whether what is open is what has the name of the draft."""
    with suppress(FileNotFoundError):
        return os.path.samestat(draft.lstat(), os.fstat(handle))
    return False


def remove_abandoned(
    draft: Path, is_of_kind: Callable[[int], bool], remove: Callable[[Path], object]
) -> None:
    """Remove what has the name of a draft, if it is one and nobody is at it.

    Args:
        draft: the draft.
        is_of_kind: whether it may be one, by its mode: to open a pipe would wait for ever.
        remove: removes it.
    """
    with suppress(OSError):
        status = draft.lstat()
        if not is_of_kind(status.st_mode) or not _is_private(status):
            return
        handle = os.open(draft, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            if _is_abandoned(status, hold(handle)) and is_at(draft, handle):
                remove(draft)
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
    """Nobody else renames in that folder, unless somebody has stood in `Line` there for long."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        end = time.monotonic() + _LONGEST_RENAMING_SECONDS
        while hold(handle) is False and time.monotonic() < end:
            a_moment()
        yield
    finally:
        os.close(handle)


def sync(path: Path) -> None:
    """See to it that a file, or the names in a folder, outlast a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        with suppress(OSError):  # nothing was written through it
            os.close(handle)
