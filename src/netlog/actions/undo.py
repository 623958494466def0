"""Taking back the last command, and putting it back."""

from netlog.actions.desk import Desk
from netlog.domain.records import Change
from netlog.errors import Refused
from netlog.ledger.file.access import reading
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.write import change
from netlog.ledger.write.journal import began_by_forgetting


def undo(desk: Desk) -> change.Undone | None:
    """Take back the last command that still stands; None where there is none.

    Raises:
        Refused: it went back to a backup, and what was before is gone; or somebody was forgotten
            since.
    """
    try:
        undone = change.undo(desk.ledger)
        if undone is None:
            _refuse_what_was_forgotten(desk)
    except NoLedgerYet:
        return None
    return undone


def _refuse_what_was_forgotten(desk: Desk) -> None:
    with reading(desk.ledger) as connection:
        if began_by_forgetting(connection):
            raise Refused(
                "There is nothing to take back: somebody was forgotten since.",
                "What was told before can be corrected: netlog edit EVENT, netlog delete EVENT.",
            )


def redo(desk: Desk) -> Change | None:
    """Put back the last command that was taken back; None once something new was recorded."""
    try:
        return change.redo(desk.ledger)
    except NoLedgerYet:
        return None
