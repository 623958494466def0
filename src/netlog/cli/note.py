"""netlog note"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import argument
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on new")
def note(
    desk: "Desk",
    how: "How",
    who: Annotated[str, argument("WHO", "Whom it is about.")],
    text: Annotated[str, argument("TEXT", "What to remember.")],
) -> "Receipt":
    """Write down what to remember about somebody.

    It opens nothing and counts nowhere; history and find show it, no chronology does.
    """
    from netlog.actions.note import note as record

    return record(desk, how, who=who, text=text)
