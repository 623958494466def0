"""What every format says of itself, and what is known before a file is read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, tzinfo
from typing import BinaryIO, NamedTuple, Protocol, runtime_checkable

from netlog.domain.dates.phrase import DateOrder
from netlog.exchange.records import Entry, Problem


class Reading(NamedTuple):
    """What a reader is told beside the file.

    `today` bounds what has happened. `addresses` are my own e-mail addresses, in lower case, and
    `owner` my name: that is how I am known among guests. `mapping` says which field a column of a
    table is, by its heading. `order` is how a date in digits is meant, and `zone` where a moment
    in UTC was meant; None for where this machine is.
    """

    today: date
    addresses: frozenset[str] = frozenset()
    owner: str = ""
    mapping: Mapping[str, str] = {}
    order: DateOrder = None
    zone: tzinfo | None = None


class Format(Protocol):
    """A kind of file, and its reader.

    `name` is the word for it on a command line, such as `linkedin`, `label` what people call it,
    such as "LinkedIn connections".
    """

    name: str
    label: str

    def recognise(self, head: bytes) -> bool:
        """Whether a file that begins so is of this format, whatever it is called."""

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        """What the file says, in its order, read as it is asked for.

        Nothing in a file makes it raise; what cannot be read is a `Problem`.
        """


@runtime_checkable
class Mendable(Protocol):
    """A format in which what was not brought in can be written again, with the reason beside it."""

    def rejects(
        self, stream: BinaryIO, reading: Reading, problems: Sequence[Problem]
    ) -> Iterator[str]:
        """A file of the same format with only what the problems are about, to be mended."""
