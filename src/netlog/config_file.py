"""Changing one setting in the settings file, with all else in it kept, comments included."""

import os
import re
import tomllib
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from netlog.errors import NetlogError, Unreadable
from netlog.folders import make_private, replace

_MARK = "netlog: this line goes"
_MARKED_LINE = re.compile(
    rf'^([ \t]*)[^\n]*"{re.escape(_MARK)}"[ \t]*(?:(#[^\n]*(?:\n|\Z))|\r?\n|\Z)', re.MULTILINE
)
_BYTE_ORDER_MARK = "\ufeff"
_EDIT_IT = "Nothing was written. Change it in the file with an editor."

Value = str | int
Names = tuple[str, ...]


class SettingsUnwritable(NetlogError):
    """The settings file cannot be written where it is."""

    exit_code = 4

    def __init__(self, path: Path, why: str) -> None:
        """Take the settings file, and what is in the way."""
        super().__init__(
            f"The settings file {path} cannot be written: {why}.",
            "Nothing was written. Check the disk, and the rights of the file and of its folder.",
        )


def change(path: Path, key: str, value: Value | None) -> object:
    """Set one setting, or take it out.

    The file is replaced in one step, so that whoever reads it sees it before or after. Where
    `path` is a symbolic link, the file that it leads to is the one that changes.

    Args:
        path: the settings file; it may not exist yet.
        key: the name of the setting, such as "owner" or "terms.promise".
        value: what it is to be; None takes it out.

    Returns:
        What the file had for it before, None for nothing.

    Raises:
        Unreadable: the file is not understood well enough to change it; it stays as it is.
        SettingsUnwritable: rights or room are missing; it stays as it is.
    """
    target = Path(os.path.realpath(path))
    names = tuple(key.split(".", 1))
    try:
        if value is None and not target.exists():
            return None
        with _alone_beside(target):
            mark, text = _text(target, path)
            entries = _parsed(text, path)
            before = _entry(entries, names)
            if value != before or type(value) is not type(before):
                _refuse_table(before, key)
                changed = _changed(text, names, value)
                _require_only_this(changed, entries, names, value, path)
                _require_writable(target, path)
                replace(target, mark + changed)
            return before
    except OSError as error:
        raise SettingsUnwritable(path, error.strerror or str(error)) from error


@contextmanager
def _alone_beside(target: Path) -> Iterator[None]:
    """Keep other commands from changing the settings meanwhile; make the folder where needed."""
    make_private(target.parent)
    if os.name == "nt":  # no locks on folders there; the last of two at once wins
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    folder = os.open(target.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _text(target: Path, path: Path) -> tuple[str, str]:
    """The byte order mark, if there is one, and the file as it is, with its own line ends."""
    if target.is_symlink():  # after all links were followed
        raise SettingsUnwritable(path, "its symbolic links lead in a circle")
    if not target.exists():
        return "", ""
    if not target.is_file():
        raise SettingsUnwritable(path, "it is not a file")
    try:
        text = target.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    without = text.removeprefix(_BYTE_ORDER_MARK)
    return text[: len(text) - len(without)], without


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> Unreadable:
    return Unreadable(
        f"The settings file {path} cannot be read: {error}.", "It was left as it is. Mend it first."
    )


def _entry(entries: MutableMapping[str, Any], names: Names) -> object:
    """The entry of that name, None where there is none."""
    *sections, name = names
    for section in sections:
        entries = entries.get(section, {})
        if not isinstance(entries, MutableMapping):
            raise Unreadable(f"The entry {section} of the settings file is no table.", _EDIT_IT)
    return entries.get(name)


def _refuse_table(before: object, key: str) -> None:
    if isinstance(before, dict):
        raise Unreadable(f"The entry {key} of the settings file is a whole table.", _EDIT_IT)


def _changed(text: str, names: Names, value: Value | None) -> str:
    """The text with the value in its place, or without the entry but with the line's comment."""
    if value is not None:
        return _edited(text, names, value)
    marked = _edited(text, names, _MARK)
    changed, lines = _MARKED_LINE.subn(lambda line: line[1] + line[2] if line[2] else "", marked)
    return changed if lines else _edited(text, names, None)  # an inline table is one line


def _edited(text: str, names: Names, value: Value | None) -> str:
    import tomlkit  # noqa: PLC0415 - only for a change
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - only for a change

    *sections, name = names
    try:
        document = tomlkit.parse(text)
        table: MutableMapping[str, Any] = document
        for section in sections:
            if section not in table:
                table[section] = tomlkit.table()
            table = table[section]
        if value is None:
            del table[name]
        else:
            table[name] = value
        return tomlkit.dumps(document)
    except (TOMLKitError, RecursionError) as error:
        raise Unreadable(
            f"The settings file is too intricate to change: {error}.", _EDIT_IT
        ) from error


def _require_only_this(
    changed: str, entries: dict[str, Any], names: Names, value: Value | None, path: Path
) -> None:
    """Refuse a text that would not read back as the same settings but for the one."""
    *sections, name = names
    table = entries
    for section in sections:
        table = table.setdefault(section, {})
    table.pop(name, None)
    if value is not None:
        table[name] = value
    with suppress(ValueError):
        if _without_empty_tables(tomllib.loads(changed)) == _without_empty_tables(entries):
            return
    raise Unreadable(
        f"The settings file {path} is written in a way that {name} cannot be changed in.", _EDIT_IT
    )


def _without_empty_tables(entries: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entries.items() if value != {}}


def _require_writable(target: Path, path: Path) -> None:
    """Refuse a file that its owner made read-only, which its folder alone would let us replace."""
    if target.exists() and not os.access(target, os.W_OK):
        raise SettingsUnwritable(path, "it is read-only")
