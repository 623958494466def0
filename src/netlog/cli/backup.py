"""netlog backup"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import Force, Text, argument
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.backup import BackedUp
    from netlog.actions.desk import Desk


@writes("backup")
def backup(
    desk: "Desk",
    file: Annotated[Text, argument("[FILE]", "Where to; else the folder of the backups.")] = None,
    force: Force = False,
) -> "BackedUp":
    """Copy the ledger, and check the copy.

    Those in the folder are rotated: of the latest 7 days, 4 weeks and 12 months that have any, the
    newest stays.
    """
    from pathlib import Path

    from netlog.actions.backup import backup as back_up
    from netlog.cli.new_file import refuse_idle_force
    from netlog.config import in_home

    refuse_idle_force(file, "netlog backup FILE --force", force=force)
    return back_up(desk, file=None if file is None else in_home(Path(file)), force=force)
