"""netlog reach"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Json, New, NoDue, Note, On, Quiet, Via
from netlog.cli.showing import show


def reach(
    context: typer.Context,
    who: Annotated[str, typer.Argument(metavar="WHO", help="Whom you wrote to or called.")],
    about: Annotated[str | None, typer.Option("--about", metavar="TEXT", help="The topic.")] = None,
    expect_reply: Annotated[
        bool, typer.Option("--expect-reply", help="It was an answer, and asks for one as well.")
    ] = False,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    new: New = False,
    no_due: NoDue = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record a call or a message: it answers, or waits for one.

    Tried again without an answer, it adds an attempt to what is open already.
    """
    from netlog.actions.reach import reach as record
    from netlog.actions.recording import How
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: record(
            desk,
            How(on, via, note, new, no_due),
            to=who,
            by=by,
            about=about,
            expect_reply=expect_reply,
        ),
        receipt,
        quiet=quiet,
        json=json,
    )
