"""The settings: what each is, where it comes from, and what it can be."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from netlog.config import (
    DEFAULT_GROUP_SIZE,
    DEFAULT_HALF_LIFE,
    DateOrder,
    Prior,
    Source,
    load,
    sources,
)
from netlog.domain.projection.terms import ALWAYS, DAYS, Terms, terms_from


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
        "owner": loaded.owner or None,
        "currency": loaded.currency or None,
        "calendar": loaded.calendar or None,
        "date_order": loaded.date_order,
        "half_life": loaded.half_life,
        "group_size": loaded.group_size,
        "score.prior": loaded.prior,
        **_by_key(terms_from(loaded.terms)),
    }
    come_from = sources(environ, ledger)
    return [Setting(key, value, come_from.get(key, "default")) for key, value in values.items()]


def defaults() -> Mapping[str, str | int | None]:
    """The settings that a file can have, with what holds where it does not; None is "not set"."""
    unset = dict.fromkeys(("owner", "currency", "calendar", "date_order"))
    return {
        **unset,
        "half_life": DEFAULT_HALF_LIFE,
        "group_size": DEFAULT_GROUP_SIZE,
        "score.prior": "learned",
        **_by_key(Terms()),
    }


def choices(key: str) -> Sequence[str]:
    """The words that a setting can have, where it has some of its own."""
    section, _, name = key.rpartition(".")
    can_be_never = name not in ALWAYS if section == "terms" else key == "group_size"
    if key in defaults() and can_be_never:
        return ("never",)
    return get_args({"date_order": DateOrder, "score.prior": Prior}.get(key))


def _by_key(terms: Terms) -> Mapping[str, str | int]:
    return {f"terms.{name}": getattr(terms, name) for name in DAYS}
