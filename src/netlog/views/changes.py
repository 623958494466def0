"""What could be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from netlog.config import Settings
from netlog.domain.records import Change
from netlog.ledger.write.journal import undoable_ones
from netlog.views.reader import reading


@dataclass(frozen=True, slots=True)
class Changes:
    """The commands that one undo after the other would take back, and how many more there are."""

    next_first: Sequence[Change] = ()
    more: int = 0


def undoable(settings: Settings, most: int | None = None) -> Changes:
    """What could be taken back, at most so much.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    with reading(settings) as ledger:
        changes, number = undoable_ones(ledger.connection, most)
        return Changes(changes, number - len(changes))
