"""netlog forget"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import Yes, argument, flag
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.forget import Forgotten


@writes("forget")
def forget(
    desk: "Desk",
    name: Annotated[str, argument("NAME", "Who is to be forgotten.")],
    backups: Annotated[bool, flag("--backups", "Forget them in all backups too.")] = False,
    keep_backup: Annotated[bool, flag("--keep-backup", "Keep a backup of before.")] = False,
    yes: Yes = False,
) -> "Forgotten":
    """Leave no trace of somebody: not in the ledger, nor in its journal.

    What others have with them stays, with nobody's name; it cannot be undone.
    """
    from netlog.actions.forget import forget as leave_no_trace

    return leave_no_trace(desk, name=name, yes=yes, keep_backup=keep_backup, backups=backups)
