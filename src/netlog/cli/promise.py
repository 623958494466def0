"""netlog promise"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.options import By
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note new no_due")
def promise(
    desk: "Desk",
    how: "How",
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What was promised.")],
    to: Annotated[str, typer.Option("--to", metavar="WHO", help="To whom.")] = "me",
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="By when; else in 7 days.")
    ] = None,
    times: Annotated[int, typer.Option("--times", metavar="N", help="How many of it.")] = 1,
    by: By = "me",
) -> "Receipt":
    """Record a promise: yours (--to WHO) or theirs (--by WHO)."""
    from netlog.actions.promise import promise as record

    return record(desk, how, about=what, by=by, to=to, due=due, times=times)
