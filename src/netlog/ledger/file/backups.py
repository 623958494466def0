"""The backups that netlog made by itself: in a folder beside the ledger, named for the moment.

Only files with such names are ever taken away.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

KEPT, DAMAGED = "-kept", "-damaged"
MOMENT = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})(?:-(\d+))?(-kept)?")


class Backup(NamedTuple):
    """A copy that netlog made by itself; `kept` says that it is left out of the rotation."""

    path: Path
    made_at: datetime
    kept: bool


def folder_of(ledger: Path) -> Path:
    """The folder of the backups of a ledger: beside the file, not beside a link to it."""
    file = ledger.resolve()
    return file.parent / f"{file.name}.backups"  # where it is the root, it has no name


def backups_of(ledger: Path) -> list[Backup]:
    """The backups in the folder of a ledger, the newest first."""
    with suppress(FileNotFoundError, NotADirectoryError):
        file = ledger.resolve()
        backups = [_as_backup(path, file) for path in folder_of(file).iterdir()]
        return sorted(filter(None, backups), key=lambda backup: backup[1:], reverse=True)
    return []


def names_at(moment: datetime, ledger: Path, ending: str, after: int = 0) -> Iterator[Path]:
    """The names in the folder of the backups for what is made in one second, without an end.

    Args:
        moment: that second.
        ledger: the ledger.
        ending: with what each name ends.
        after: how many of them are passed over.
    """
    folder, stem = folder_of(ledger), f"{ledger.stem}-{moment:{MOMENT}}"
    numbers = (f"-{number}" if number > 1 else "" for number in count(1 + after))
    return (folder / f"{stem}{number}{ending}" for number in numbers)


def way_back(ledger: Path) -> str:
    """How to go back to the last backup; where there is none, to any."""
    return f"Restore it from a backup: {restoring(ledger)}"


def restoring(ledger: Path) -> str:
    """What to type to go back to the last backup; where there is none, to any."""
    from shlex import quote  # noqa: PLC0415 - hardly ever

    backups = backups_of(ledger)
    last = quote(str(backups[0].path)) if backups else "FILE"
    return f"netlog restore {last}"


def by_hand(file: Path) -> str:
    """What to type to put a file aside that netlog leaves where it is."""
    from shlex import quote  # noqa: PLC0415 - hardly ever

    return f"mv {quote(str(file))} {quote(f'{file}.aside')}"


def _as_backup(path: Path, ledger: Path) -> Backup | None:
    stem, _, name = path.stem.partition(f"{ledger.stem}-")
    match = _NAME.fullmatch(name)
    if stem or match is None or path.suffix != ledger.suffix or not path.is_file():
        return None
    with suppress(ValueError):
        made_at = datetime.strptime(match[1], MOMENT).astimezone()
        order = int(match[2] or 1)  # of those of one second
        return Backup(path, made_at.replace(microsecond=order), bool(match[3]))
    return None
