"""The numbers of items: each is given once, stays with its item, and is never given to another."""

from collections.abc import Iterable

from netlog.domain.records import Number


class Numbers:
    """The numbers that were given to items; `given` are those that are new."""

    def __init__(self, numbers: Iterable[Number], following: int) -> None:
        """Take the numbers of the items at hand, and the first that nobody ever had."""
        self._by_identity = {number[1:]: number for number in numbers}
        self._following = following
        self.given: list[Number] = []

    def of(self, unnumbered: Number) -> int:
        """The number of an item, whatever the id says; a new one where it has none yet."""
        identity = unnumbered[1:]
        number = self._by_identity.get(identity)
        if number is None:
            number = unnumbered._replace(id=self._following)
            self._following += 1
            self._by_identity[identity] = number
            self.given.append(number)
        return number.id
