"""netlog edit"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.options import At, Fee, Keeps, New, Note, Via
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.edit import Edited

EventArgument = Annotated[
    str, typer.Argument(metavar="EVENT", help="The event, such as e12; a3 is a thank-you.")
]
Text = str | None


@writes("edit")
def edit(
    desk: "Desk",
    event: EventArgument,
    on: Annotated[Text, typer.Option("--on", metavar="DATE", help="The day it was.")] = None,
    about: Annotated[
        Text, typer.Option("--about", metavar="TEXT", help="The need, promise, topic or problem.")
    ] = None,
    via: Via = None,
    note: Note = None,
    at: At = None,
    due: Annotated[
        Text, typer.Option("--due", metavar="DATE", help="By when it was promised.")
    ] = None,
    times: Annotated[
        int | None, typer.Option("--times", metavar="N", help="How many were promised.")
    ] = None,
    fee: Fee = None,
    first: Annotated[
        Text,
        typer.Option("--first", metavar="client|provider", help="Who was to make the first move."),
    ] = None,
    keeps: Keeps = None,
    replace: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--replace", metavar="OLD NEW", help="It was NEW, not OLD; two in it change places."
        ),
    ] = None,
    add: Annotated[
        list[str] | None, typer.Option("--add", metavar="NAME", help="Was at the meeting too.")
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="NAME", help="Was not at the meeting.")
    ] = None,
    before: Annotated[
        Text,
        typer.Option("--before", metavar="EVENT", help="It came directly before, on one day."),
    ] = None,
    new: New = False,
) -> "Edited":
    """Put an event right; what it opened and settled follows.

    Settlements stay where they still make sense. "" takes a text off.
    """
    from netlog.actions.edit import Corrections
    from netlog.actions.edit import edit as put_right

    typed = {
        "about": about,
        "via": via,
        "note": note,
        "place": at,
        "fee": fee,
        "client_first": first,
        "keeps_id": keeps,
        "happened_on": on,
        "due_on": due,
    }
    fields = {name: value for name, value in typed.items() if value is not None}
    corrections = Corrections(fields, times, replace, add or (), remove or (), before)
    return put_right(desk, subject=event, corrections=corrections, new=new)
