"""Where words occur in everything that was written."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from netlog.config import Settings
from netlog.domain.finding import Found, Search
from netlog.domain.names import Names
from netlog.ledger.read.find import hits, in_batches
from netlog.views.reader import reading


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found, best first, some at a time, and how many more there are."""

    batches: Iterable[tuple[Names, Sequence[Found]]] = ()
    number: int = 0
    more: int = 0


@contextmanager
def find(settings: Settings, search: Search, most: int | None = None) -> Iterator[Finds]:
    """What a search finds, at most so much; to be read while the ledger is open.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    with reading(settings) as ledger:
        best, number = hits(ledger.connection, search, most)
        batches = (
            (Names(names, ledger.me), part) for names, part in in_batches(ledger.connection, best)
        )
        yield Finds(batches, len(best), number - len(best))
