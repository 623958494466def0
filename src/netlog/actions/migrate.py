"""Bringing a ledger to the newest format before it is used."""

from pathlib import Path

from netlog.domain.migrated import Migrated, Progress
from netlog.ledger.file.access import make_ready


def migrate(ledger: Path, progress: Progress) -> Migrated | None:
    """Bring a ledger up to date, and return what that did; None where it was so.

    Every other action and view does the same without a word: a door that asks first can tell it.

    Raises:
        NoLedgerYet: there is none.
        LedgerUnusable: the file cannot be used as it is.
    """
    return make_ready(ledger, progress)
