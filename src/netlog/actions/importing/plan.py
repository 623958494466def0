"""What would come of files: who is new, what is filled in, and what nobody can know."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from netlog.actions.recording import Draft
from netlog.domain.records import ContactKind, DetailKind


@dataclass(slots=True)
class Somebody:
    """A contact as it will be; `id` is below zero for who is new.

    `known` is what is known already, as it is compared, `works_at` and `title` are where and as
    what they work; `details` come in addition, each by how it is compared, as do
    `organisation`, where it was not known, and `every`, after how many days to be in touch. `was`
    is the address by which a known one was called, until a file had a name. Who is new may be
    archived at once; who is known stays in sight.
    """

    id: int
    name: str
    kind: ContactKind
    known: frozenset[tuple[DetailKind, str]] = frozenset()
    works_at: str | None = None
    title: str | None = None
    organisation: int | None = None
    details: dict[tuple[DetailKind, str], str] = field(default_factory=dict)
    every: int | None = None
    has_interval: bool = False
    is_archived: bool = False
    was: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the ledger does not know them yet."""
        return self.id < 0

    @property
    def is_filled_in(self) -> bool:
        """Whether something comes to what was known of them."""
        return bool(self.details or self.organisation is not None or self.every or self.was)


class Doubt(NamedTuple):
    """Somebody of a file who may be a known contact; `by` is what the two have in common.

    `name` is what they are called while they are two. By the `key` it is told what was said of it;
    `contacts` are the two by their ids. Where both were there already, nobody `is_asked`: only
    `merge` makes one of them.
    """

    key: str
    name: str
    other: str
    by: str
    contacts: tuple[int, int]
    is_asked: bool = True


class Difference(NamedTuple):
    """What a file says otherwise than the ledger, which stays as it is."""

    name: str
    what: str
    ours: str
    theirs: str


class Unread(NamedTuple):
    """What could not be read, and why; `is_part` is whether the rest of the entry came in."""

    file: str
    place: int
    reason: str
    is_part: bool = False


@dataclass
class Plan:
    """What would come of some files.

    `people` has everybody whom they name, by id; `unchanged` counts the cards and events that
    the ledger has already, `again` the cards of somebody whom an earlier one counts for, `skipped`
    what was left out on purpose, by what it is; `noted` is about files that were read all the same.
    """

    today: date
    people: dict[int, Somebody] = field(default_factory=dict)
    events: list[Draft] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    differences: dict[Difference, None] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    noted: list[Unread] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    files: list[tuple[str, str]] = field(default_factory=list)
    cards: int = 0
    unchanged: int = 0
    again: int = 0

    @property
    def new(self) -> Iterator[Somebody]:
        """Who would be added."""
        return (somebody for somebody in self.people.values() if somebody.is_new)

    @property
    def filled_in(self) -> Iterator[Somebody]:
        """Of whom more would be known."""
        people = self.people.values()
        return (each for each in people if not each.is_new and each.is_filled_in)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not (self.events or any(self.new) or any(self.filled_in))
