"""netlog thank, netlog apologize"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import By, Several, Text, argument, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How

For = Annotated[Text, option("--for", "ID", "The one due item that it is for.")]


@writes("receipt", "on via note new")
def thank(
    desk: "Desk",
    how: "How",
    who: Annotated[
        Several, argument("[WHO...]", "Whom you thanked, or the event that it is for.")
    ] = None,
    only: For = None,
    by: By = "me",
) -> "Receipt":
    """Record a thank-you: it settles every open one.

    Where --by names somebody, they thanked you.
    """
    from netlog.actions.acknowledge import acknowledge

    return acknowledge(desk, how, "thanks", to=who or [], by=by, only=only)


@writes("receipt", "on via note new")
def apologize(
    desk: "Desk",
    how: "How",
    who: Annotated[str, argument("WHO", "To whom.")],
    only: For = None,
    by: By = "me",
) -> "Receipt":
    """Record an apology: it settles every open one."""
    from netlog.actions.acknowledge import acknowledge

    return acknowledge(desk, how, "apology", to=[who], by=by, only=only)
