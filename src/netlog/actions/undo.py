"""Taking back the last command, and putting it back."""

from contextlib import suppress
from typing import NamedTuple

from netlog.actions.desk import Desk
from netlog.domain.records import Change
from netlog.errors import Refused
from netlog.ledger.file.access import reading
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.write import change
from netlog.ledger.write.journal import began_by_forgetting


class Reversal(NamedTuple):
    """A command that was taken back, or put back, and whether the contrary can be done next."""

    change: Change
    is_undo: bool
    can_be_put_back: bool = True


def undo(desk: Desk) -> Reversal:
    """Take back the last command that still stands.

    Raises:
        Refused: there is none; it went back to a backup, and what was before is gone; or somebody
            was forgotten since.
    """
    with suppress(NoLedgerYet):
        undone = change.undo(desk.ledger)
        if undone is not None:
            return Reversal(undone.change, is_undo=True, can_be_put_back=undone.can_be_put_back)
        _refuse_what_was_forgotten(desk)
    raise Refused("There is nothing to take back.")


def _refuse_what_was_forgotten(desk: Desk) -> None:
    with reading(desk.ledger) as connection:
        if began_by_forgetting(connection):
            raise Refused(
                "There is nothing to take back: somebody was forgotten since.",
                "What was told before can be corrected: netlog edit EVENT, netlog delete EVENT.",
            )


def redo(desk: Desk) -> Reversal:
    """Put back the last command that was taken back.

    Raises:
        Refused: there is none, or something new was recorded.
    """
    with suppress(NoLedgerYet):
        redone = change.redo(desk.ledger)
        if redone is not None:
            return Reversal(redone, is_undo=False)
    raise Refused(
        "There is nothing to put back.",
        "Only what was just taken back can be, as long as nothing new was recorded.",
    )
