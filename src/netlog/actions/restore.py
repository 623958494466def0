"""Going back to a backup."""

from dataclasses import dataclass
from pathlib import Path

from netlog.actions.desk import CONFIRMED, Desk
from netlog.domain.dates.days import day_text
from netlog.domain.restoring import Comparison, sentences
from netlog.errors import LedgerDamaged, NoLedger, Refused, Unconfirmed
from netlog.ledger.file import audit
from netlog.ledger.file.access import Connection, reading
from netlog.ledger.file.backups import by_hand
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.file.key import KeyUnknown, cipher_of
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
        KeyUnknown: the ledger, or the backup, is encrypted, and not with a key that is known.
        Unconfirmed: it would replace something, and nobody has said yes.
        Refused: there is no such file, or the ledger is as it has it.
        LedgerUnusable: the file is no sound ledger, or the ledger cannot be written.
    """
    _unlock(desk.ledger)
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


def _unlock(ledger: Path) -> None:
    """Find the key of the ledger, so that it is asked for before that of the backup."""
    try:
        cipher_of(ledger)
    except KeyUnknown as unknown:
        if not unknown.wrong:
            unknown.hint += f" If it is lost, put the file aside first: {by_hand(ledger)}"
        raise


def _compared(ledger: Path, source: Connection) -> Comparison:
    try:
        with reading(ledger) as connection:
            comparison = compare(connection, source)
            is_damaged = comparison.is_alike and audit.is_damaged(connection)
            return comparison._replace(is_damaged=is_damaged)
    except NoLedgerYet:
        return compare(None, source)
    except (LedgerDamaged, NoLedger):
        return compare(None, source)._replace(puts_aside=True)
