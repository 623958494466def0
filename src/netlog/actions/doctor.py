"""Mending a ledger that is not as netlog left it."""

from dataclasses import dataclass
from pathlib import Path

from netlog.actions.desk import Desk
from netlog.errors import Refused
from netlog.ledger.file.doctor import Mended, examine
from netlog.ledger.file.doctor import repair as mend


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was mended, and where the ledger is as it was before."""

    mended: Mended
    as_it_was: Path


def repair(desk: Desk) -> Repaired:
    """Mend the tables by the journal, or else the journal by the tables, after a backup.

    Raises:
        NoLedgerYet: there is none.
        Refused: nothing is wrong that could be mended so.
        LedgerUnusable: neither is sound, or the file cannot be written; it was left as it was.
    """
    damages = examine(desk.ledger, desk.today).damages
    if not any(damage.can_be_mended for damage in damages):
        raise Refused("Nothing in the ledger is to be mended.", "netlog doctor says how it is.")
    return Repaired(*mend(desk.ledger))
