"""netlog problem"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note no_due")
def problem(
    desk: "Desk",
    how: "How",
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The introduction, such as e12.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What went wrong.")],
    culprit: Annotated[str, typer.Option("--with", metavar="WHO", help="With whom.")],
) -> "Receipt":
    """Record a problem with somebody who was introduced.

    Until the introducer apologises and finds somebody better, it counts against both;
    afterwards only against the one it is with.
    """
    from netlog.actions.problem import problem as record

    return record(desk, how, subject=event, about=text, culprit=culprit)
