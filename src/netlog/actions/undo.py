"""Taking back the last command, and putting it back."""

from netlog.actions.desk import Desk
from netlog.domain.records import Change
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.write import change


def undo(desk: Desk) -> change.Undone | None:
    """Take back the last command that still stands; None where there is none.

    Raises:
        Refused: it went back to a backup, and what was before is gone.
    """
    try:
        return change.undo(desk.ledger)
    except NoLedgerYet:
        return None


def redo(desk: Desk) -> Change | None:
    """Put back the last command that was taken back; None once something new was recorded."""
    try:
        return change.redo(desk.ledger)
    except NoLedgerYet:
        return None
