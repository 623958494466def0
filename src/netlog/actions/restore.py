"""Going back to a backup."""

from dataclasses import dataclass
from pathlib import Path

from netlog.actions.desk import CONFIRMED, Desk
from netlog.domain.dates.days import day_text
from netlog.domain.restoring import Comparison, sentences
from netlog.errors import LedgerDamaged, Refused, Unconfirmed
from netlog.ledger.file.access import Connection, reading
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.file.restore import compare, opened
from netlog.ledger.write.restoring import Kept
from netlog.ledger.write.restoring import restore as go_back


@dataclass(frozen=True, slots=True)
class Restored:
    """The backup that the ledger is as now, what changed by it, and where what was before is."""

    file: Path
    summary: str
    comparison: Comparison
    kept: Kept


def restore(desk: Desk, *, file: Path, yes: bool = False) -> Restored:
    """Let the ledger hold what a backup holds.

    Raises:
        Unconfirmed: it would replace something, and nobody has said yes.
        Refused: there is no such file, or the ledger is as it has it.
        LedgerUnusable: the file is no sound ledger, or the ledger cannot be written.
    """
    with opened(file, desk.ledger) as source:
        comparison = _compared(desk.ledger, source)
        if comparison.is_alike:
            raise Refused("The ledger is as that backup has it.", "There is nothing to go back to.")
        if not (yes or CONFIRMED in desk.answers):
            raise Unconfirmed(
                f"Going back to {file} replaces everything in the ledger.",
                sentences(comparison, desk.today),
            )
        last_told = comparison.then.last_told
        day = (
            "nothing" if last_told is None else day_text(last_told.astimezone().date(), desk.today)
        )
        summary = f"Went back to the ledger as it was after {day}"
        return Restored(
            file, summary, comparison, go_back(desk.ledger, source, desk.command, summary)
        )


def _compared(ledger: Path, source: Connection) -> Comparison:
    try:
        with reading(ledger) as connection:
            return compare(connection, source)
    except (NoLedgerYet, LedgerDamaged):
        return compare(None, source)
