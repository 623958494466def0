"""netlog note"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, New, On, Quiet
from netlog.cli.showing import show


def note(
    context: typer.Context,
    who: Annotated[str, typer.Argument(metavar="WHO", help="Whom it is about.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to remember.")],
    on: On = "today",
    new: New = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write down what to remember about somebody.

    It opens nothing and counts nowhere; history and find show it, no chronology does.
    """
    from netlog.actions.note import note as record
    from netlog.actions.recording import How
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: record(desk, How(on, new=new), who=who, text=text),
        receipt,
        quiet=quiet,
        json=json,
    )
