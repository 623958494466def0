"""netlog edit"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import At, Fee, Keeps, New, Note, Several, Text, Via, argument, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.edit import Edited

EventArgument = Annotated[str, argument("EVENT", "The event, such as e12; a3 is a thank-you.")]


@writes("edit")
def edit(
    desk: "Desk",
    event: EventArgument,
    on: Annotated[Text, option("--on", "DATE", "The day it was.")] = None,
    about: Annotated[
        Text, option("--about", "TEXT", "The need, promise, topic or problem.")
    ] = None,
    via: Via = None,
    note: Note = None,
    at: At = None,
    due: Annotated[Text, option("--due", "DATE", "By when it was promised.")] = None,
    times: Annotated[int | None, option("--times", "N", "How many were promised.")] = None,
    fee: Fee = None,
    first: Annotated[
        Text, option("--first", "client|provider", "Who was to make the first move.")
    ] = None,
    keeps: Keeps = None,
    replace: Annotated[
        tuple[str, str] | None,
        option("--replace", "OLD NEW", "It was NEW, not OLD; two in it change places."),
    ] = None,
    add: Annotated[Several, option("--add", "NAME", "Was at the meeting too.")] = None,
    remove: Annotated[Several, option("--remove", "NAME", "Was not at the meeting.")] = None,
    before: Annotated[
        Text, option("--before", "EVENT", "It came directly before, on one day.")
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
