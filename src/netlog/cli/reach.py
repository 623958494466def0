"""netlog reach"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import By, Text, argument, flag, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note new no_due")
def reach(
    desk: "Desk",
    how: "How",
    who: Annotated[str, argument("WHO", "Whom you wrote to or called.")],
    about: Annotated[Text, option("--about", "TEXT", "The topic.")] = None,
    expect_reply: Annotated[
        bool, flag("--expect-reply", "It was an answer, and asks for one as well.")
    ] = False,
    by: By = "me",
) -> "Receipt":
    """Record a call or a message: it answers, or waits for one.

    Tried again without an answer, it adds an attempt to what is open already.
    """
    from netlog.actions.reach import reach as record

    return record(desk, how, to=who, by=by, about=about, expect_reply=expect_reply)
