"""netlog problem"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import argument, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note no_due")
def problem(
    desk: "Desk",
    how: "How",
    event: Annotated[str, argument("EVENT", "The introduction, such as e12.")],
    text: Annotated[str, argument("TEXT", "What went wrong.")],
    culprit: Annotated[str, option("--with", "WHO", "With whom.")],
) -> "Receipt":
    """Record a problem with somebody who was introduced.

    Until the introducer apologises and finds somebody better, it counts against both;
    afterwards only against the one it is with.
    """
    from netlog.actions.problem import problem as record

    return record(desk, how, subject=event, about=text, culprit=culprit)
