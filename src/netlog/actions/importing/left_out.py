"""What of a card cannot be noted, while the rest of it can."""

from netlog.errors import Refused


class LeftOut(list[tuple[str, str]]):
    """The parts of a card that were refused, in its order: what each is, and why."""

    _what = ""

    def of(self, what: str) -> "LeftOut":
        """Leave a part out where the block refuses it, and go on behind."""
        self._what = what  # no manager of its own: a file has very many parts
        return self

    def __enter__(self) -> None:
        """Begin a part."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """Note the part where it was refused."""
        if isinstance(error, Refused):
            self.append((self._what, error.message))
            return True
        return False
