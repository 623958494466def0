"""What contacts are called, for a result that speaks of them."""

from collections.abc import Mapping
from typing import NamedTuple


class Names(NamedTuple):
    """What the contacts in a result are called, by their ids, and which of them is me."""

    by_id: Mapping[int, str]
    me: int


NOBODY = Names({}, 0)
