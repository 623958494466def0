"""netlog note"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on new")
def note(
    desk: "Desk",
    how: "How",
    who: Annotated[str, typer.Argument(metavar="WHO", help="Whom it is about.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to remember.")],
) -> "Receipt":
    """Write down what to remember about somebody.

    It opens nothing and counts nowhere; history and find show it, no chronology does.
    """
    from netlog.actions.note import note as record

    return record(desk, how, who=who, text=text)
