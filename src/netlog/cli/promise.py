"""netlog promise"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import By, Text, argument, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note new no_due")
def promise(
    desk: "Desk",
    how: "How",
    what: Annotated[str, argument("WHAT", "What was promised.")],
    to: Annotated[str, option("--to", "WHO", "To whom.")] = "me",
    due: Annotated[Text, option("--due", "DATE", "By when; else in 7 days.")] = None,
    times: Annotated[int, option("--times", "N", "How many of it.")] = 1,
    by: By = "me",
) -> "Receipt":
    """Record a promise: yours (--to WHO) or theirs (--by WHO)."""
    from netlog.actions.promise import promise as record

    return record(desk, how, about=what, by=by, to=to, due=due, times=times)
