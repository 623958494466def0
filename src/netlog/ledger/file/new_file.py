"""Writing a file that a command makes: whole or not at all, private, and in nobody's place."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from netlog.config import Settings
from netlog.errors import NetlogError, Refused
from netlog.ledger.file.draft import NameTaken, drafting, publish
from netlog.ledger.file.identity import is_ledger
from netlog.ledger.file.strays import SIDE_FILES


class FileUnwritable(NetlogError):
    """A file cannot be written where it was asked for."""

    exit_code = 4

    def __init__(self, path: Path, why: str, hint: str) -> None:
        """Take the file, what is in the way, and what to do about it."""
        super().__init__(f"{path} cannot be written: {why}.", hint)


@contextmanager
def told_of_writing(path: Path) -> Iterator[None]:
    """Tell what the system has against a file or a folder that the block writes.

    Raises:
        FileUnwritable: the folder around it is missing, or rights, or room.
    """
    try:
        yield
    except FileNotFoundError as error:
        hint = f"Make the folder {path.parent} first, or name another."
        raise FileUnwritable(path, "there is no such folder", hint) from error
    except (OSError, ValueError) as error:
        hint = "Check the disk, and the rights of the folder."
        why = getattr(error, "strerror", None) or str(error)
        raise FileUnwritable(path, why, hint) from error


@contextmanager
def new_file(path: Path, settings: Settings, *, force: bool) -> Iterator[Path]:
    """A file to be filled, for its owner's eyes only; it has its name when the block ends well.

    Args:
        path: where to.
        settings: those in force; the ledger in use is never replaced, nor what SQLite keeps beside
            it, nor the settings file.
        force: whether another file may be.

    Raises:
        Refused: there is a file, and no `force`; or what is there is no file, or is the ledger's.
        FileUnwritable: the folder is missing, or rights, or room.
    """
    target = Path(os.path.realpath(path)) if force else path
    try:
        with told_of_writing(path):
            _refuse_what_must_stay(path, settings)
            with drafting(target) as draft:
                yield draft
                publish(draft, target, replacing=force)
    except NameTaken:
        raise Refused(
            f"There is a file {path} already.", "Name another, or add --force to replace it."
        ) from None


def write_new(path: Path, text: str, settings: Settings, *, force: bool) -> None:
    """Write a text into a file of its own: see `write_parts`."""
    write_parts(path, (text,), settings, force=force)


def write_parts(path: Path, parts: Iterable[str], settings: Settings, *, force: bool) -> None:
    """Write texts into a file of their own, as `new_file` has it; never over a ledger or a backup.

    Raises:
        Refused, FileUnwritable: as `new_file`.
    """
    with new_file(path, settings, force=force) as draft:
        if is_ledger(path):
            raise Refused(f"{path} is a ledger, or a backup of one.", "Name another file.")
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.writelines(parts)


def _refuse_what_must_stay(path: Path, settings: Settings) -> None:
    ledger, file = settings.ledger, settings.file
    if path.is_dir():
        raise Refused(f"{path} is a folder.", "Name a file in it.")
    if path.exists() and not path.is_file():
        raise Refused(f"{path} is no file that could be replaced.", "Name another file.")
    if path.exists() and ledger.exists() and path.samefile(ledger):
        raise Refused(f"{path} is the ledger itself.", "Name another file.")
    if file is not None and os.path.realpath(path) == os.path.realpath(file):
        raise Refused(f"{path} is the settings file.", "Name another file.")
    # SQLite finds them beside the file, wherever a link to it may be, and takes in what is there.
    beside = os.path.realpath(ledger)
    if os.path.realpath(path) in [beside + suffix for suffix in SIDE_FILES]:
        raise Refused(f"{path} is a name that belongs to the ledger.", "Name another file.")
