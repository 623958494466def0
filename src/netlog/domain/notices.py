"""What happens to a ledger beside what a command was asked for; its caller is told."""

from typing import NamedTuple


class SetAside(NamedTuple):
    """A file beside the ledger that SQLite would have taken in, though it is of another ledger."""

    file: str
    kept_as: str


Notice = SetAside
