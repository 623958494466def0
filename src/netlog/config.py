"""Where things are, and what the user has set: environment, settings file, defaults."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypedDict, cast, get_args

from netlog.errors import Unreadable

DateOrder = Literal["dmy", "mdy", "ymd"]
Source = Literal["flag", "environment", "file", "default"]
GroupSize = int | Literal["never"]
Prior = Literal["learned", "built-in"]
DEFAULT_HALF_LIFE = 450
DEFAULT_GROUP_SIZE = 4
LARGEST_GROUP = 1000
LONGEST_CURRENCY = 12
_FIRST_YEAR = 1900  # as for any day that is typed
_TABLES = {"score": 'prior = "built-in"', "terms": "promise = 21"}  # each with a line of it
_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one command.

    `currency` is shown behind amounts, "" for nothing; nothing is ever converted. `calendar` is
    a file that has what is open, for a phone, "" for none. `half_life` is
    the days after which old evidence weighs half. A meeting with `group_size` others or more is
    one for which nobody is to be thanked. `prior` is what people are judged as some of: what the
    ledger tells of them, or the built-in figures. `terms` are days by name, as the settings file
    gives them; `netlog.domain.projection.terms` knows what they mean. `cache` is the folder for
    figures that are worked out once; None where nothing is to be kept. `file` is where settings are
    read from, whether or not it is there. `key_file` is what holds the key of an encrypted ledger;
    None where no file was named for it.
    """

    ledger: Path
    today: date
    owner: str = ""
    currency: str = ""
    calendar: str = ""
    date_order: DateOrder | None = None
    half_life: int = DEFAULT_HALF_LIFE
    group_size: GroupSize = DEFAULT_GROUP_SIZE
    prior: Prior = "learned"
    terms: Mapping[str, object] = field(default_factory=dict)
    cache: Path | None = None
    file: Path | None = None
    key_file: Path | None = None


class FileSettings(TypedDict):
    """The part of `Settings` that a settings file can say."""

    owner: str
    currency: str
    calendar: str
    date_order: DateOrder | None
    half_life: int
    group_size: GroupSize
    prior: Prior
    terms: Mapping[str, object]


def load(
    environ: Mapping[str, str], ledger: Path | None = None, key_file: Path | None = None
) -> Settings:
    """The settings in force.

    Args:
        environ: the process's environment: NETLOG_LEDGER, NETLOG_CONFIG, NETLOG_TODAY,
            NETLOG_KEY_FILE.
        ledger: the path given on the command line, which wins.
        key_file: the file for the key given on the command line, which wins.

    Raises:
        Unreadable: the settings file or NETLOG_TODAY makes no sense.
    """
    entries = _read_file(environ)
    ledger = in_home(ledger) if ledger else _path(environ, "NETLOG_LEDGER")
    key_file = in_home(key_file) if key_file else _path(environ, "NETLOG_KEY_FILE")
    return Settings(
        ledger=ledger or _folder(environ, "data") / "ledger.db",
        today=_today(environ),
        cache=_folder(environ, "cache"),
        file=config_path(environ),
        key_file=key_file,
        **understood(entries),
    )


def understood(entries: Mapping[str, object]) -> FileSettings:
    """What the entries of a settings file mean, with the defaults for what it does not say.

    Raises:
        Unreadable: an entry is unknown, or has a value that makes no sense.
    """
    unknown = set(entries) - (FileSettings.__annotations__.keys() - {"prior"} | {"score"})
    if unknown:
        raise Unreadable(
            f"The settings file has an unknown entry: {min(unknown)!r}.",
            "Entries: owner, currency, calendar, date_order, half_life, group_size, [score],"
            " [terms].",
        )
    return FileSettings(
        owner=_text(entries, "owner"),
        currency=_currency(entries),
        calendar=_text(entries, "calendar"),
        date_order=_date_order(entries),
        half_life=_half_life(entries),
        group_size=_group_size(entries),
        prior=_prior(entries),
        terms=_table(entries, "terms"),
    )


def sources(environ: Mapping[str, str], ledger: Path | None = None) -> Mapping[str, Source]:
    """Where each setting comes from that is not a default, by its key, such as "terms.promise".

    Args:
        environ: as for `load`.
        ledger: as for `load`.

    Raises:
        Unreadable: the settings file makes no sense.
    """
    entries = _read_file(environ)
    keys = list(entries.keys() - _TABLES.keys())
    for table in _TABLES:
        keys += [f"{table}.{name}" for name in _table(entries, table)]
    by_key: dict[str, Source] = dict.fromkeys(keys, "file")
    if environ.get("NETLOG_TODAY"):
        by_key["today"] = "environment"
    if environ.get("NETLOG_LEDGER"):
        by_key["ledger"] = "environment"
    if ledger is not None:
        by_key["ledger"] = "flag"
    return by_key


def config_path(environ: Mapping[str, str]) -> Path:
    """Where the settings file is, or would be."""
    return _path(environ, "NETLOG_CONFIG") or _folder(environ, "config") / "config.toml"


def file_named(typed: str) -> Path:
    """The path of a file that was typed.

    Raises:
        Unreadable: nothing was, as where a script has an empty variable, or nobody has that home.
    """
    if not typed.strip():
        raise Unreadable("The name of a file is empty.")
    return in_home(Path(typed))


def in_home(path: Path) -> Path:
    """The path with a `~` at its beginning as the home folder that it stands for.

    A shell does that only at the beginning of a word, not in `--ledger=~/ledger.db`.

    Raises:
        Unreadable: nobody has that home.
    """
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise Unreadable(
            f"{path} is in nobody's home folder.", f"A folder that is called so: ./{path}"
        ) from error


def _read_file(environ: Mapping[str, str]) -> dict[str, object]:
    path, is_named = config_path(environ), bool(environ.get("NETLOG_CONFIG"))
    try:
        if not path.exists() and not is_named:
            return {}
        import tomllib  # noqa: PLC0415 - only those who have a settings file wait for it

        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:  # bytes that are no text, no TOML
        raise Unreadable(f"The settings file {path} cannot be read: {error}.") from error


def _path(environ: Mapping[str, str], variable: str) -> Path | None:
    typed = environ.get(variable)
    return in_home(Path(typed)) if typed else None


def _folder(environ: Mapping[str, str], kind: Literal["config", "data", "cache"]) -> Path:
    """Netlog's folder for the user's settings, data or cache, where platformdirs says that it is.

    On Linux a variable or the home folder tells, so that no command waits for the library.
    """
    if sys.platform == "linux":
        variable, in_home = _XDG[kind]
        for folder in (Path(environ.get(variable, "")), Path(environ.get("HOME", ""), in_home)):
            if folder.is_absolute():
                return folder / "netlog"
    import platformdirs  # noqa: PLC0415 - only where it is needed

    find = {
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
    }
    return find[kind]("netlog", appauthor=False)


def _today(environ: Mapping[str, str]) -> date:
    typed = environ.get("NETLOG_TODAY")
    if not typed:
        return date.today()  # noqa: DTZ011 - the user's own calendar day is what is meant
    hint = "Write it as 2026-11-21, or unset it."
    try:
        today = date.fromisoformat(typed)
    except ValueError as error:
        raise Unreadable("NETLOG_TODAY is not a date.", hint) from error
    if today.year < _FIRST_YEAR:
        raise Unreadable(f"NETLOG_TODAY is before {_FIRST_YEAR}.", hint)
    return today


def _text(entries: Mapping[str, object], name: str) -> str:
    value = entries.get(name, "")
    if not isinstance(value, str):
        raise Unreadable(f"The setting {name} must be a text.")
    return value


def _currency(entries: Mapping[str, object]) -> str:
    """A code or a sign. Digits would run into the amount that it stands behind."""
    value = entries.get("currency", "")
    if isinstance(value, str):
        currency = " ".join(value.split())
        is_clear = currency.isprintable() and not any(character.isdigit() for character in currency)
        if is_clear and len(currency) <= LONGEST_CURRENCY:
            return currency
    raise Unreadable(
        "The setting currency must be a short text without digits, such as EUR or €:"
        f" at most {LONGEST_CURRENCY} characters."
    )


def _date_order(entries: Mapping[str, object]) -> DateOrder | None:
    value = entries.get("date_order")
    if value is None or value in get_args(DateOrder):
        return cast("DateOrder | None", value)
    raise Unreadable("The setting date_order must be dmy, mdy or ymd.")


def _half_life(entries: Mapping[str, object]) -> int:
    value = entries.get("half_life", DEFAULT_HALF_LIFE)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 36500:  # noqa: PLR2004
        raise Unreadable("The setting half_life must be a number of days from 1 to 36500.")
    return value


def _group_size(entries: Mapping[str, object]) -> GroupSize:
    value = entries.get("group_size", DEFAULT_GROUP_SIZE)
    if value == "never":
        return "never"
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LARGEST_GROUP:
        raise Unreadable(
            f"The setting group_size must be a whole number from 1 to {LARGEST_GROUP}, or never."
        )
    return value


def _prior(entries: Mapping[str, object]) -> Prior:
    table = _table(entries, "score")
    if unknown := set(table) - {"prior"}:
        raise Unreadable(
            f"The table score of the settings file has an unknown entry: {min(unknown)!r}.",
            "Entries: prior.",
        )
    value = table.get("prior", "learned")
    if value in get_args(Prior):
        return cast("Prior", value)
    raise Unreadable("The setting score.prior must be learned or built-in.")


def _table(entries: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = entries.get(name, {})
    if not isinstance(value, dict):
        raise Unreadable(
            f"The setting {name} must be a table: [{name}], then lines like {_TABLES[name]}."
        )
    return value
