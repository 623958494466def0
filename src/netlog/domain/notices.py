"""What happens to a ledger beside what a command was asked for; its caller is told."""

from typing import NamedTuple


class SetAside(NamedTuple):
    """A file beside the ledger that SQLite would have taken in, though it is of another ledger."""

    file: str
    kept_as: str


class WrittenAllTheSame(NamedTuple):
    """The disk reported an error at the end, once what the command told was in that file."""

    path: str
    error: str


class Waiting(NamedTuple):
    """Another program has been writing to the ledger for a while."""


Notice = Waiting | SetAside | WrittenAllTheSame
