"""netlog promise"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Json, New, NoDue, Note, On, Quiet, Via
from netlog.cli.showing import show


def promise(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What was promised.")],
    to: Annotated[str, typer.Option("--to", metavar="WHO", help="To whom.")] = "me",
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="By when; else in 7 days.")
    ] = None,
    times: Annotated[int, typer.Option("--times", metavar="N", help="How many of it.")] = 1,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    new: New = False,
    no_due: NoDue = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record a promise: yours (--to WHO) or theirs (--by WHO)."""
    from netlog.actions.promise import promise as record
    from netlog.actions.recording import How
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: record(
            desk,
            How(on, via, note, new, no_due),
            about=what,
            by=by,
            to=to,
            due=due,
            times=times,
        ),
        receipt,
        quiet=quiet,
        json=json,
    )
