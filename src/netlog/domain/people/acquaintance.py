"""Everybody known, each with what one wants to see at a glance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from netlog.domain.items import Side
from netlog.domain.records import Contact, Interval

Order = Literal["name", "last", "open"]


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A contact with what stands open between the two of us, by the side it is on in `due`.

    `needs` are those that no introduction has answered.
    """

    contact: Contact
    organisation: str | None
    skills: tuple[str, ...]
    last_contact: date | None
    open: Mapping[Side, int]
    interval: Interval | None = None
    needs: tuple[str, ...] = ()


def quiet(contacts: Iterable[int], last: Mapping[int, date], days: int, today: date) -> list[int]:
    """Those with whom I had no contact for so many days, or never.

    Args:
        contacts: the ids of some contacts.
        last: the day of the last contact with each, where there was any.
        days: how many days.
        today: the day to look back from.
    """
    return [key for key in contacts if key not in last or (today - last[key]).days >= days]


def longest_ago(contacts: Iterable[int], last: Mapping[int, date]) -> list[int]:
    """Contacts with the last contact longest ago first, and those never contacted last."""
    return sorted(contacts, key=lambda key: last.get(key, date.max))


def most_open(contacts: Iterable[int], counts: Mapping[int, Mapping[Side, int]]) -> list[int]:
    """Contacts with whom most is open first."""
    return sorted(contacts, key=lambda key: -sum(counts.get(key, {}).values()))
