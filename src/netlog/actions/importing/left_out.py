"""What of a card cannot be noted, while the rest of it can."""

from collections.abc import Iterator
from contextlib import contextmanager

from netlog.errors import Refused


class LeftOut:
    """The parts of a card that were refused: what each is, and why."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parts: list[tuple[str, str]] = []

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each part, in the order of the card."""
        return iter(self._parts)

    @contextmanager
    def of(self, what: str) -> Iterator[None]:
        """Leave a part out where the block refuses it, and go on behind."""
        try:
            yield
        except Refused as error:
            self._parts.append((what, error.message))
