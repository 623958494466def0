"""netlog restore"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import Yes, argument
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.restore import Restored


@writes("restore", ready=False, unlocks=False, looks_beside=False)
def restore(
    desk: "Desk",
    file: Annotated[str, argument("FILE", "A backup, as backup made it.")],
    yes: Yes = False,
) -> "Restored":
    """Let the ledger hold what a backup holds.

    It shows first what would change. What was before is kept, and undo goes back to it.
    """
    from netlog.actions.restore import restore as go_back
    from netlog.config import file_named

    return go_back(desk, file=file_named(file), yes=yes)
