"""Writing a file that a command makes: whole or not at all, private, and in nobody's place."""

import os
from pathlib import Path

from netlog.errors import NetlogError, Refused, Unreadable

STANDARD_OUTPUT = "-"  # as typed: ./- is a file
_SIDE_FILES = ("-journal", "-wal", "-shm")  # https://www.sqlite.org/tempfiles.html


class FileUnwritable(NetlogError):
    """A file cannot be written where it was asked for."""

    exit_code = 4

    def __init__(self, path: Path, why: str, hint: str) -> None:
        """Take the file, what is in the way, and what to do about it."""
        super().__init__(f"{path} cannot be written: {why}.", hint)


def refuse_idle_force(file: str | None, usage: str, *, force: bool) -> None:
    """Refuse `--force` where no file is written that it could replace.

    Args:
        file: what was typed for it, None for nothing.
        usage: a command line with a file.
        force: whether it was given.

    Raises:
        Unreadable: it was, and there is no file.
    """
    if force and file in (None, STANDARD_OUTPUT):
        raise Unreadable("--force is for a file.", usage)


def write_new(path: Path, text: str, *, ledger: Path, force: bool) -> None:
    """Write a file for its owner's eyes only; nobody ever sees a part of it.

    Args:
        path: where to.
        text: what.
        ledger: the ledger in use, which is never replaced, nor what SQLite keeps beside it.
        force: whether another file may be.

    Raises:
        Refused: there is a file, and no `force`; or what is there is no file, or is the ledger's.
        FileUnwritable: the folder is missing, or rights, or room.
    """
    from netlog.ledger.file.draft import NameTaken, drafting, publish

    target = Path(os.path.realpath(path)) if force else path
    try:
        _refuse_what_must_stay(path, ledger)
        with drafting(target) as draft:
            draft.write_text(text, encoding="utf-8", newline="\n")
            if force:
                draft.replace(target)
            else:
                publish(draft, target)
    except NameTaken:
        raise Refused(
            f"There is a file {path} already.", "Name another, or add --force to replace it."
        ) from None
    except FileNotFoundError as error:
        hint = f"Make the folder {path.parent} first, or name another."
        raise FileUnwritable(path, "there is no such folder", hint) from error
    except (OSError, ValueError) as error:
        hint = "Check the disk, and the rights of the folder."
        why = getattr(error, "strerror", None) or str(error)
        raise FileUnwritable(path, why, hint) from error


def _refuse_what_must_stay(path: Path, ledger: Path) -> None:
    if path.is_dir():
        raise Refused(f"{path} is a folder.", "Name a file in it.")
    if path.exists() and not path.is_file():
        raise Refused(f"{path} is no file that could be replaced.", "To print it: --html -")
    if path.exists() and ledger.exists() and path.samefile(ledger):
        raise Refused(f"{path} is the ledger itself.", "Name another file.")
    # SQLite finds them beside the file, wherever a link to it may be, and takes in what is there.
    beside = os.path.realpath(ledger)
    if os.path.realpath(path) in [beside + suffix for suffix in _SIDE_FILES]:
        raise Refused(f"{path} is a name that belongs to the ledger.", "Name another file.")
