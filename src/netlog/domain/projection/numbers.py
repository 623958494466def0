"""The numbers of items: each is given once, stays with its item, and is never given to another."""

from collections.abc import Iterable
from typing import NamedTuple

from netlog.domain.records import Number, ObligationKind


class Identity(NamedTuple):
    """What an item is, whoever is in it by now: see `records.Number`."""

    kind: ObligationKind
    event_id: int
    debtor_place: int
    creditor_place: int
    statement_id: int | None = None


class Numbers:
    """The numbers that were given to items; `given` are those that are new."""

    def __init__(self, numbers: Iterable[Number], following: int) -> None:
        """Take the numbers of the items at hand, and the first that nobody ever had."""
        self._by_identity = {Identity(*number[1:]): number for number in numbers}
        self._following = following
        self.given: list[Number] = []

    def of(self, identity: Identity) -> int:
        """The number of an item; a new one where it has none yet."""
        number = self._by_identity.get(identity)
        if number is None:
            number = Number(self._following, *identity)
            self._following += 1
            self._by_identity[identity] = number
            self.given.append(number)
        return number.id
