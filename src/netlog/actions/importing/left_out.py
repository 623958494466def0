"""What of a card cannot be noted, while the rest of it can."""

from collections.abc import Iterator

from netlog.errors import Refused


class LeftOut:
    """The parts of a card that were refused: what each is, and why."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parts: list[tuple[str, str]] = []
        self._what = ""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each part, in the order of the card."""
        return iter(self._parts)

    def of(self, what: str) -> "LeftOut":
        """Leave a part out where the block refuses it, and go on behind."""
        self._what = what  # no manager of its own: a file has very many parts
        return self

    def __enter__(self) -> None:
        """Begin a part."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """Note the part where it was refused."""
        if isinstance(error, Refused):
            self._parts.append((self._what, error.message))
            return True
        return False
