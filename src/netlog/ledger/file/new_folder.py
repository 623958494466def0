"""Writing a folder that a command makes: whole or not at all, private, and in nobody's place."""

import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netlog.errors import Refused
from netlog.ledger.file.draft import (
    SUFFIX,
    draft_for,
    hold,
    is_at,
    is_draft_for,
    remove_abandoned,
    sync,
)
from netlog.ledger.file.new_file import told_of_writing

_FOLDER, _FILE = 0o700, 0o600
_REPLACED = ".old"


def write_folder(
    path: Path,
    files: Iterable[tuple[str, Iterable[str]]],
    replaceable: Collection[str],
    *,
    force: bool,
) -> None:
    """Write files into a folder of their own, which has its name once all of them are in it.

    Args:
        path: where to.
        files: the name of each, and its text in parts.
        replaceable: the names of what a folder may have that `force` lets go: one in which there is
            anything else is never replaced.
        force: whether a folder that is there is replaced.

    Raises:
        Refused: there is something of that name, and no `force`, or it has to stay.
        FileUnwritable: the folder around it is missing, or rights, or room.
    """
    target = Path(os.path.realpath(path)) if force else path
    with told_of_writing(path):
        _refuse_what_must_stay(path, replaceable, force=force)
        with _drafting(target) as draft:
            for name, parts in files:
                _write(draft / name, parts)
            sync(draft)
            _publish(draft, target)
            sync(target.parent)
        _sweep(target, _REPLACED)  # not before: it may be all that there was of the folder


def _refuse_what_must_stay(path: Path, replaceable: Collection[str], *, force: bool) -> None:
    if not os.path.lexists(path):
        return
    if not path.is_dir():
        raise Refused(f"{path} is no folder.", "Name another, which the command makes.")
    if not force:
        raise Refused(
            f"There is a folder {path} already.", "Name another, or add --force to replace it."
        )
    others = sorted(each.name for each in path.iterdir() if each.name not in replaceable)
    if others:
        raise Refused(
            f"{path} is not replaced: there is more in it than an export, such as {others[0]}.",
            "Name another folder.",
        )


def _write(file: Path, parts: Iterable[str]) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _FILE)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as opened:
        file.chmod(_FILE)
        opened.writelines(parts)
    sync(file)


def _publish(draft: Path, path: Path) -> None:
    """Give a finished folder its name; what has it is put aside before, and goes after it."""
    if not os.path.lexists(path):
        draft.rename(path)
        return
    aside = draft.with_suffix(_REPLACED)
    with _held(path):
        path.rename(aside)
        try:
            draft.rename(path)
        except OSError:
            aside.rename(path)
            raise
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """A folder that nobody takes for abandoned, under whatever name, until the block is left."""
    if os.name == "nt":  # Windows cannot open a folder
        yield
        return
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        hold(handle)
        yield
    finally:
        with suppress(OSError):  # what it was held for is done
            os.close(handle)


@contextmanager
def _drafting(path: Path) -> Iterator[Path]:
    """An empty private folder beside `path`, gone after the block unless it was published."""
    _sweep(path, SUFFIX)
    draft, handle = _begin(path)
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if handle is not None:  # Windows has none
            with suppress(OSError):  # what it was held for is done
                os.close(handle)


def _begin(path: Path) -> tuple[Path, int | None]:
    while True:
        draft = draft_for(path)
        try:
            draft.mkdir(mode=_FOLDER)
        except FileExistsError:
            continue
        with suppress(FileNotFoundError):  # another command swept it before it was held
            draft.chmod(_FOLDER)
            if os.name == "nt":  # Windows cannot open a folder
                return draft, None
            handle = os.open(draft, os.O_RDONLY | os.O_CLOEXEC)
            if hold(handle) is not False and is_at(draft, handle):
                return draft, handle
            os.close(handle)


def _sweep(path: Path, suffix: str) -> None:
    """Remove what commands that were killed left beside `path`: drafts, or what they replaced."""
    with suppress(OSError):
        for folder in [each for each in path.parent.iterdir() if each.suffix == suffix]:
            if is_draft_for(path, folder.with_suffix(SUFFIX).name):
                remove_abandoned(folder, stat.S_ISDIR, shutil.rmtree)
