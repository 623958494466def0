"""Everybody known, each with what one wants to see at a glance."""

from collections.abc import Iterable
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
    open: dict[Side, int]
    interval: Interval | None = None
    needs: tuple[str, ...] = ()


def quiet(people: Iterable[Acquaintance], days: int, today: date) -> list[Acquaintance]:
    """Those with whom I had no contact for so many days, or never."""
    return [
        person
        for person in people
        if person.last_contact is None or (today - person.last_contact).days >= days
    ]


def in_order(people: Iterable[Acquaintance], order: Order) -> list[Acquaintance]:
    """People by name; or the longest ago first, and never last; or the most that is open first."""
    by_name = sorted(people, key=lambda person: person.contact.key)
    if order == "last":
        by_name.sort(key=lambda person: person.last_contact or date.max)
    if order == "open":
        by_name.sort(key=lambda person: -sum(person.open.values()))
    return by_name
