"""The settings, each with where it comes from, and what changed in them."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from netlog.domain.text import join
from netlog.errors import shell_word
from netlog.render.forms.plain import print_rows
from netlog.render.forms.table import Column, Table
from netlog.render.lines import Line, flush, put
from netlog.render.sink import say, say_document, tell
from netlog.views.settings import Setting

ROWS = "key value source"
_NOT_SET = "not set"
_MOST_NAMED = 3


def print_text(settings: Sequence[Setting], file: Path) -> None:
    """Print all settings for a person."""
    there = "" if file.exists() else " (not there yet)"
    last = flush(f"Settings file: {short(str(file))}{there}")._replace(style="dim")
    put([*Table(_COLUMNS, settings, entry=_entry).lines(), Line(""), last])


def print_json(settings: Sequence[Setting], file: Path) -> None:
    """Print all settings for a script."""
    say_document(file=file, settings=[setting._asdict() for setting in settings])


def print_plain(settings: Sequence[Setting]) -> None:
    """Print all settings as rows for a script."""
    print_rows([[setting._asdict() for setting in settings]], ROWS)


def print_one(setting: Setting) -> None:
    """Print the value of a setting alone, for a script; nothing where it is not set."""
    if setting.value is not None:
        say(str(setting.value))


def print_one_json(setting: Setting, file: Path) -> None:
    """Print one setting for a script."""
    say_document(file=file, **setting._asdict())


def print_change(now: Setting, before: Setting) -> None:
    """Print what holds now and what held before, and how to have that again: undo knows facts."""
    if now == before:
        say(f"{now.key} is {_told(now)}, as before.")
    else:
        say(f"{now.key} is {_told(now)}; it was {_told(before)}.", *_back_to(before))


def print_change_json(now: Setting, before: Setting, file: Path) -> None:
    """Print for a script what holds now and what held before."""
    say_document(
        file=file,
        key=now.key,
        value=_plain(now.value),
        source=now.source,
        before={"value": _plain(before.value), "source": before.source},
    )


def print_shared_name(owner: str, others: Sequence[str]) -> None:
    """Tell that the owner's name may mean contacts as well, and what to type."""
    more = ["others"] if others[_MOST_NAMED:] else []
    tell(
        f'"{owner}" may also mean {join([*others[:_MOST_NAMED], *more])},'
        " so it is asked about on a terminal and refused elsewhere.",
        "  Type me for yourself, or set your full name.",
    )


def print_sent_by_hand(*, is_private: bool) -> None:
    """Tell which command alone sends to a server, and what it wants where others can read along."""
    command = "netlog calendar" if is_private else "netlog calendar --allow-http"
    tell(f"What is open is sent there by: {command}. No other command opens a connection.")
    if not is_private:
        tell(
            "Without that option it refuses to, as the address is not encrypted: whoever is on the"
            " way reads the password and all names. One that is begins with https://."
        )


def _back_to(before: Setting) -> Iterator[str]:
    """The command that makes a setting what it was, where one can."""
    if before.source == "default":
        yield f"Back with: netlog config unset {before.key}"
    elif isinstance(before.value, str | int):
        yield f"Back with: netlog config set {before.key} {shell_word(str(before.value))}"


def _entry(setting: Setting) -> Iterator[Line]:
    """A setting where columns have no room."""
    (key, style), value, (source, dim) = (column.cell(setting, date.max) for column in _COLUMNS)
    yield Line(f"{key} ", style=style, more=[value, (f" ({source})", dim)], deeper=0)


def _value(setting: Setting) -> str:
    if setting.value is None:
        return _NOT_SET
    return short(str(setting.value)) if setting.key == "ledger" else str(setting.value)


def _told(setting: Setting) -> str:
    if setting.value is None:
        return _NOT_SET
    shown = f'"{setting.value}"' if isinstance(setting.value, str) else str(setting.value)
    return f"{shown} (default)" if setting.source == "default" else shown


def _plain(value: object) -> object:
    """The value as JSON has it; what JSON has not, as text."""
    return value if value is None or isinstance(value, str | int) else str(value)


def short(path: str) -> str:
    """The path, short where it lies in the home folder; to be read, not to be typed."""
    try:
        return f"~/{Path(path).relative_to(Path.home())}"
    except (ValueError, RuntimeError):  # elsewhere, or nobody's home
        return path


_COLUMNS: Sequence[Column[Setting]] = (
    Column("key", "setting", lambda setting: setting.key, style="cyan"),
    Column("value", "value", _value, style=lambda setting: "dim" if setting.value is None else ""),
    Column("source", "from", lambda setting: setting.source, style="dim"),
)
