"""netlog meet"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import At, By, argument
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note new no_due")
def meet(
    desk: "Desk",
    how: "How",
    names: Annotated[list[str], argument("NAME...", "Whom you met.")],
    at: At = None,
    by: By = "me",
) -> "Receipt":
    """Record a meeting: both sides owe a thank-you.

    It also answers whatever reply was open between you and those whom you met.
    """
    from netlog.actions.meet import meet as record

    return record(desk, how, names=names, by=by, place=at)
