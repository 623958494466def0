"""Facts of format 3 that are about to be told, in the order in which they were."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Term = int | Literal["never"]
Value = str | int | None


class Draft(NamedTuple):
    """A fact without its number, its moment and its terms.

    Drafts come in the order of the change that told them, the event before what was said, and of
    the rows that they come from. `shown` are the terms that it shows.
    """

    change: int
    rank: int
    row: int
    table: str
    columns: Mapping[str, Value]
    shown: Mapping[str, Term] = {}


EVENT, SAID = 0, 1
