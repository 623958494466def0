"""What nobody can guess where two copies become one, and what somebody said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Side = Literal["ours", "theirs"]


class Subject(NamedTuple):
    """What a row is about as a person sees it: a table, and its id here."""

    table: str
    id: int


class Clash(NamedTuple):
    """What the two copies say differently of one subject.

    Of each column that differs, `columns` have what it is here and there. Where one of them took
    the subject out and the other one speaks of it, `gone` is that one. `why` is why what both say
    cannot be together.
    """

    subject: Subject
    columns: tuple[tuple[str, object, object], ...] = ()
    gone: Side | None = None
    why: str = ""


class Namesake(NamedTuple):
    """A new contact of the other copy, by its id there, whose name somebody has here.

    Or somebody there who has that as one more name, or as an address, since the two parted:
    `owner` is what that contact is called.
    """

    there: int
    here: int
    name: str
    key: str
    owner: str = ""


class Undecided(Exception):
    """There is something to be decided before the two can become one."""

    def __init__(self, namesakes: Sequence[Namesake] = (), clashes: Sequence[Clash] = ()) -> None:
        """Take contacts that may be one, and what both say differently.

        Whoever tells it to a person sets `names`, those of the contacts that are new there by
        their ids here, and `there`, the ids there of the subjects.
        """
        self.namesakes, self.clashes = namesakes, clashes
        self.names: Mapping[int, str] = {}
        self.there: Mapping[Subject, int] = {}


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody said of it.

    Attributes:
        same: of names by their keys, whether they mean one contact on both sides.
        right: of subjects, which side is right about them.
    """

    same: Mapping[str, bool] = field(default_factory=dict)
    right: Mapping[Subject, Side] = field(default_factory=dict)
