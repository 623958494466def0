"""A model of a disk that loses its power: what was not synced may be there, or not, or torn.

Nothing is taken for granted that POSIX does not promise. What is written is kept once its file was
synced, a name once its folder was. Until then each write may be lost alone, and each sector of it;
and each name that was given, taken or changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from random import Random

SECTOR = 512


@dataclass(frozen=True)
class Write:
    """Bytes written at a place; None for a file that is cut off, or made longer, there."""

    place: int
    data: bytes | None


@dataclass
class File:
    """What is in a file for certain, and what was done to it since it was synced."""

    synced: bytes = b""
    pending: list[Write] = field(default_factory=list)

    def sync(self) -> None:
        """Let all be there for certain."""
        self.synced, self.pending = self.content(self.pending), []

    def content(self, kept: list[Write]) -> bytes:
        """What is in it if just these writes reach the disk."""
        content = bytearray(self.synced)
        for write in kept:
            length = write.place + len(write.data or b"")
            if len(content) < length:
                content += bytes(length - len(content))
            if write.data is None:
                del content[length:]
            else:
                content[write.place : length] = write.data
        return bytes(content)


@dataclass(frozen=True)
class Naming:
    """A name given to a file, None for a folder, or "" where it is taken away."""

    path: str
    file: "File | str | None"


Names = dict[str, File | None]  # by path; None for a folder
Left = Mapping[str, bytes | None]


class Disk:
    """The files of a folder, as calls of the operating system change them."""

    def __init__(self, files: Mapping[str, bytes | None]) -> None:
        self.synced: Names = {
            path: None if content is None else File(content) for path, content in files.items()
        }
        self.names: Names = dict(self.synced)
        self.pending: list[tuple[Naming, ...]] = []

    def name(self, *namings: Naming) -> None:
        """Give and take names, all of them or none."""
        self.pending.append(namings)
        _apply(self.names, namings)

    def sync_folder(self, folder: str) -> None:
        """Let the names in a folder be there for certain."""
        rest = []
        for namings in self.pending:
            if any(str(PurePath(naming.path).parent) == folder for naming in namings):
                _apply(self.synced, namings)
            else:
                rest.append(namings)
        self.pending = rest

    def left(self, chance: Random) -> Left:
        """What may be found on it if the power goes now."""
        how = chance.choice(("all", "none", "some", "some", "torn", "torn"))
        names = dict(self.synced)
        for namings in self.pending:
            if _keeps(how, chance):
                _apply(names, namings)
        lost = {path for path in names if not _has_its_folders(path, names)}
        return {
            path: None if file is None else file.content(list(_reached(file, how, chance)))
            for path, file in sorted(names.items())
            if path not in lost
        }


def _apply(names: Names, namings: tuple[Naming, ...]) -> None:
    for naming in namings:
        if isinstance(naming.file, str):
            names.pop(naming.path, None)
        else:
            names[naming.path] = naming.file


def _has_its_folders(path: str, names: Names) -> bool:
    folders = [str(folder) for folder in PurePath(path).parents if str(folder) != "."]
    return all(folder in names for folder in folders)


def _keeps(how: str, chance: Random) -> bool:
    return how == "all" or (how != "none" and chance.random() < 0.5)


def _reached(file: File, how: str, chance: Random) -> Iterator[Write]:
    """The writes that reach the disk, and of torn ones the sectors that do."""
    for write in file.pending:
        if write.data is None or how != "torn" or chance.random() < 0.5:
            if _keeps(how, chance):
                yield write
            continue
        for start in range(0, len(write.data), SECTOR):
            if chance.random() < 0.5:
                yield Write(write.place + start, write.data[start : start + SECTOR])
