"""netlog meet"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import At, By, Json, New, NoDue, Note, On, Quiet, Via
from netlog.cli.showing import show


def meet(
    context: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Whom you met.")],
    at: At = None,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    new: New = False,
    no_due: NoDue = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record a meeting: both sides owe a thank-you.

    It also answers whatever reply was open between you and those whom you met.
    """
    from netlog.actions.meet import meet as record
    from netlog.actions.recording import How
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: record(desk, How(on, via, note, new, no_due), names=names, by=by, place=at),
        receipt,
        quiet=quiet,
        json=json,
    )
