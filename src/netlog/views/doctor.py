"""Whether the ledger is as netlog left it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netlog.config import Settings
from netlog.domain.health import Damage
from netlog.domain.restoring import Contents
from netlog.ledger.file.backups import Backup, backups_of


@dataclass(frozen=True, slots=True)
class Health:
    """What is wrong with a ledger, what it holds, and its backups, the newest first.

    `is_mended` says whether `doctor --repair` mends what is within the ledger; `contents` is None
    where that cannot be read.
    """

    today: date
    damages: Sequence[Damage]
    is_mended: bool
    contents: Contents | None
    backups: Sequence[Backup]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damages


def health(settings: Settings) -> Health:
    """Look the ledger over, and change nothing; the cache keeps when it was found sound.

    Raises:
        NoLedgerYet: there is none.
        LedgerUnusable: it cannot even be copied.
    """
    from netlog.ledger.file.doctor import examine  # the only view that needs the tables

    examination = examine(settings.ledger, settings.today, settings.cache)
    return Health(
        settings.today,
        examination.damages,
        examination.is_mended,
        examination.contents,
        backups_of(settings.ledger),
    )
