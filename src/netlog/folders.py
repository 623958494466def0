"""Folders of netlog's own: for their owner alone, whatever a process takes away from new ones."""

from contextlib import suppress
from pathlib import Path

_PRIVATE = 0o700


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing; what is there stays as it is.

    Raises:
        OSError: it cannot be made, or there is a file of that name.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        with suppress(FileExistsError):  # another command was quicker
            each.mkdir(mode=_PRIVATE)
            each.chmod(_PRIVATE)
    folder.mkdir(mode=_PRIVATE, exist_ok=True)
