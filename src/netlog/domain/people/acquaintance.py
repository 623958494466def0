"""Everybody known, each with what one wants to see at a glance."""

from dataclasses import dataclass
from datetime import date

from netlog.domain.items import Side
from netlog.domain.records import Contact, Interval


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A contact with what stands open between the two of us, by the side it is on in `due`."""

    contact: Contact
    organisation: str | None
    skills: tuple[str, ...]
    last_contact: date | None
    open: dict[Side, int]
    interval: Interval | None = None
