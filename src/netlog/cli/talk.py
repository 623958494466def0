"""netlog talk"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import By, argument
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note new", via="phone")
def talk(
    desk: "Desk",
    how: "How",
    who: Annotated[list[str], argument("WHO...", "Whom you talked with.")],
    by: By = "me",
) -> "Receipt":
    """Record a call or a chat that was had: nobody owes thanks for it.

    It answers whatever reply was open between you, as a meeting does.
    """
    from netlog.actions.talk import talk as record

    return record(desk, how, names=who, by=by)
