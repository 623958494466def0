"""A copy of the ledger: in the folder of its backups, or in a file that was named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from netlog.actions.desk import Desk
from netlog.ledger.file.backup import back_up, back_up_to
from netlog.ledger.file.backups import Backup, backups_of


@dataclass(frozen=True, slots=True)
class BackedUp:
    """The copy, its size in bytes, and the others that are there, the newest first.

    `others` are those in the folder; none are looked for where the copy is elsewhere.
    """

    file: Path
    size: int
    today: date
    others: Sequence[Backup] = ()

    @property
    def oldest(self) -> datetime | None:
        """When the oldest of the others was made, if there is one."""
        return self.others[-1].made_at if self.others else None


def backup(desk: Desk, *, file: Path | None = None, force: bool = False) -> BackedUp:
    """Copy the ledger, check the copy, and say where it is.

    Args:
        desk: the settings.
        file: where the copy is to be; in the folder of the backups, which are rotated, where None.
        force: whether a file that is there may be replaced.

    Raises:
        NoLedgerYet: there is none.
        LedgerUnusable: the ledger or the copy is not whole.
        Refused, FileUnwritable: the copy cannot be in that file.
    """
    if file is not None:
        back_up_to(file, desk.settings, force=force)
        return BackedUp(file, file.stat().st_size, desk.today)
    made = back_up(desk.ledger)
    others = [other for other in backups_of(desk.ledger) if other.path != made]
    return BackedUp(made, made.stat().st_size, desk.today, others)
