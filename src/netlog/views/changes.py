"""What could be taken back."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from netlog.config import Settings
from netlog.domain.records import Change
from netlog.ledger.write.journal import how_many_undoable, tip, undoable_in_batches
from netlog.views.reader import reading


@dataclass(frozen=True, slots=True)
class Changes:
    """The commands that one undo after the other would take back, some at a time.

    `more` is how many there are beyond those.
    """

    batches: Iterable[Sequence[Change]] = ()
    more: int = 0


@contextmanager
def undoable(settings: Settings, most: int | None = None) -> Iterator[Changes]:
    """What could be taken back, at most so much; to be read while the ledger is open.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    with reading(settings) as ledger:
        more = 0 if most is None else max(how_many_undoable(ledger.connection) - most, 0)
        yield Changes(undoable_in_batches(ledger.connection, most), more)


def last_hash(settings: Settings) -> bytes:
    """What is another after each command that wrote to the ledger.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    with reading(settings) as ledger:
        return tip(ledger.connection)
