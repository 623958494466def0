"""The settings: what each is, where it comes from, and what it can be."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, get_args

from netlog.config import (
    DateOrder,
    Prior,
    Settings,
    Source,
    load,
    sources,
)
from netlog.domain.projection.terms import ALWAYS, DAYS, terms_from


class Setting(NamedTuple):
    """One setting; a value of None is not set. A broken file can have a value of any type."""

    key: str
    value: object
    source: Source


def settings(environ: Mapping[str, str], ledger: Path | None = None) -> list[Setting]:
    """All settings that are in force.

    Args:
        environ: as for `netlog.config.load`.
        ledger: as for `netlog.config.load`.

    Raises:
        Unreadable: they make no sense.
    """
    loaded = load(environ, ledger)
    values: Mapping[str, object] = {
        "ledger": str(loaded.ledger),
        "today": loaded.today.isoformat(),
        **_in_file(loaded),
    }
    come_from = sources(environ, ledger)
    return [Setting(key, value, come_from.get(key, "default")) for key, value in values.items()]


def defaults() -> Mapping[str, str | int | None]:
    """The settings that a file can have, with what holds where it does not; None is "not set"."""
    return _in_file(Settings(Path(), date.min))


def choices(key: str) -> Sequence[str]:
    """The words that a setting can have, where it has some of its own."""
    section, _, name = key.rpartition(".")
    can_be_never = name not in ALWAYS if section == "terms" else key == "group_size"
    if key in defaults() and can_be_never:
        return ("never",)
    return get_args({"date_order": DateOrder, "score.prior": Prior}.get(key))


def _in_file(said: Settings) -> Mapping[str, str | int | None]:
    terms = terms_from(said.terms)
    return {
        "owner": said.owner or None,
        "currency": said.currency or None,
        "calendar": said.calendar or None,
        "date_order": said.date_order,
        "half_life": said.half_life,
        "group_size": said.group_size,
        "score.prior": said.prior,
        **{f"terms.{name}": getattr(terms, name) for name in DAYS},
    }
