"""Bringing the ledger of a command to the newest format, and telling so."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.domain.migrated import Stage


def migrate(ledger: Path) -> None:
    """Bring a ledger up to date, and tell it.

    Raises:
        LedgerUnusable: the file cannot be used as it is.
    """
    from netlog.ledger.file.access import OldAndReadOnly, make_ready
    from netlog.ledger.file.identity import NoLedgerYet

    # The command itself will say so, or begin one; or only read what cannot be written.
    with suppress(NoLedgerYet, OldAndReadOnly):
        migrated = make_ready(ledger, _show_progress)
        if migrated is not None:
            from netlog.render.migrate import tell_migrated

            tell_migrated(migrated)


def _show_progress(stage: "Stage") -> None:
    from netlog.render.migrate import show_progress

    show_progress(stage)
