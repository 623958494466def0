"""What bringing a ledger to a newer format did."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

Stage = Literal["backup", "facts", "postings", "journal"]
Progress = Callable[[Stage], None]


def unheard(stage: Stage) -> None:
    """Tell nobody how far a migration is."""


class Changed(NamedTuple):
    """How many items are otherwise than before; none is counted twice.

    They stand otherwise or were closed on another day; they are due on another day; they are there
    no more; they are new.
    """

    standing: int = 0
    due_on: int = 0
    dropped: int = 0
    new: int = 0


class Migrated(NamedTuple):
    """What a migration did.

    `backup` is the path of the copy that was made before, `facts` how many there are by the names
    of their tables; `changed` is None where no item can have changed.
    """

    version: int
    backup: str
    facts: Mapping[str, int]
    changed: Changed | None
