"""The settings, each with where it comes from, and what changed in them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netlog.config import Source
from netlog.render.sink import document, is_narrow, say, say_json, show, tell, visible
from netlog.render.wording import join

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_NOT_SET = "not set"
_MOST_NAMED = 3


class Setting(NamedTuple):
    """One setting; a value of None is not set. A broken file can have a value of any type."""

    key: str
    value: object
    source: Source


def print_text(settings: Sequence[Setting], file: Path) -> None:
    """Print all settings for a person."""
    from rich.text import Text

    there = "" if file.exists() else " (not there yet)"
    last = Text(f"Settings file: {visible(_short(str(file)))}{there}", style="dim")
    show(_lines(settings) if is_narrow() else _table(settings), "", last)


def print_json(settings: Sequence[Setting], file: Path) -> None:
    """Print all settings for a script."""
    say_json(document(file=str(file), settings=[setting._asdict() for setting in settings]))


def print_one(setting: Setting) -> None:
    """Print the value of a setting alone, for a script; nothing where it is not set."""
    if setting.value is not None:
        say(str(setting.value))


def print_one_json(setting: Setting, file: Path) -> None:
    """Print one setting for a script."""
    say_json(document(file=str(file), **setting._asdict()))


def print_change(now: Setting, before: Setting) -> None:
    """Print in one line what holds now and what held before."""
    if now == before:
        say(f"{now.key} is {_told(now)}, as before.")
    else:
        say(f"{now.key} is {_told(now)}; it was {_told(before)}.")


def print_change_json(now: Setting, before: Setting, file: Path) -> None:
    """Print for a script what holds now and what held before."""
    say_json(
        document(
            file=str(file),
            key=now.key,
            value=_plain(now.value),
            source=now.source,
            before={"value": _plain(before.value), "source": before.source},
        )
    )


def print_shared_name(owner: str, others: Sequence[str]) -> None:
    """Tell that the owner's name may mean contacts as well, and what to type."""
    more = ["others"] if others[_MOST_NAMED:] else []
    tell(
        f'"{owner}" may also mean {join([*others[:_MOST_NAMED], *more])},'
        " so it is asked about on a terminal and refused elsewhere.",
        "  Type me for yourself, or set your full name.",
    )


def _table(settings: Sequence[Setting]) -> "RenderableType":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("setting", "value", "from"):
        table.add_column(head, overflow="fold")
    for setting in settings:
        table.add_row(
            Text(visible(setting.key), style="cyan"),
            _value(setting),
            Text(setting.source, style="dim"),
        )
    return table


def _lines(settings: Sequence[Setting]) -> "RenderableType":
    """The same where columns have no room."""
    from rich.text import Text

    return Text("\n").join(
        Text.assemble(
            (visible(setting.key), "cyan"), " ", _value(setting), (f" ({setting.source})", "dim")
        )
        for setting in settings
    )


def _value(setting: Setting) -> "Text":
    from rich.text import Text

    if setting.value is None:
        return Text(_NOT_SET, style="dim")
    text = str(setting.value)
    return Text(visible(_short(text) if setting.key == "ledger" else text))


def _told(setting: Setting) -> str:
    if setting.value is None:
        return _NOT_SET
    told = f'"{setting.value}"' if isinstance(setting.value, str) else str(setting.value)
    return f"{told} (default)" if setting.source == "default" else told


def _plain(value: object) -> object:
    """The value as JSON has it; what JSON has not, as text."""
    return value if value is None or isinstance(value, str | int) else str(value)


def _short(path: str) -> str:
    """The path as a shell takes it, short where it lies in the home folder."""
    try:
        return f"~/{Path(path).relative_to(Path.home())}"
    except (ValueError, RuntimeError):  # elsewhere, or nobody's home
        return path
