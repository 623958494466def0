"""netlog reopen"""

from typing import TYPE_CHECKING

from netlog.cli.options import Ids
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.reopen import Reopened


@writes("reopen")
def reopen(desk: "Desk", ids: Ids) -> "Reopened":
    """Take back how items ended, whatever was recorded since.

    Each item alone: a thank-you for four still stands for the other three.
    """
    from netlog.actions.reopen import reopen as take_back

    return take_back(desk, ids=ids)
