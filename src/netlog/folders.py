"""Folders and small files of netlog's own: for their owner alone, whatever a process takes away."""

import os
from contextlib import suppress
from pathlib import Path

_PRIVATE = 0o700


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing; what is there stays as it is.

    Each is on the disk once this returns: what is written into it would go with it at a power cut.

    Raises:
        OSError: it cannot be made, or there is a file of that name.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        with suppress(FileExistsError):  # another command was quicker
            each.mkdir(mode=_PRIVATE)
            each.chmod(_PRIVATE)
            sync_names_in(each.parent)
    folder.mkdir(mode=_PRIVATE, exist_ok=True)


def sync_names_in(folder: Path) -> None:
    """See to it that the names in a folder outlast a power cut, where the system can do that."""
    if os.name == "nt":
        return  # Windows cannot open a folder, and journals its names itself
    with suppress(OSError):  # a folder in which something may be made, and that may not be read
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def replace(path: Path, text: str) -> None:
    """Let a small file hold a text, readable for its owner alone, in one step and for good.

    Raises:
        OSError: it cannot be written; it stays as it was.
    """
    import tempfile  # noqa: PLC0415 - hardly any command replaces one

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_names_in(path.parent)
