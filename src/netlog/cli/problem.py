"""netlog problem"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, NoDue, Note, On, Quiet, Via
from netlog.cli.showing import show


def problem(
    context: typer.Context,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The introduction, such as e12.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What went wrong.")],
    culprit: Annotated[str, typer.Option("--with", metavar="WHO", help="With whom.")],
    on: On = "today",
    via: Via = None,
    note: Note = None,
    no_due: NoDue = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record a problem with somebody who was introduced.

    Until the introducer apologises and finds somebody better, it counts against both;
    afterwards only against the one it is with.
    """
    from netlog.actions.problem import problem as record
    from netlog.actions.recording import How
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: record(
            desk,
            How(on, via, note, no_due=no_due),
            subject=event,
            about=text,
            culprit=culprit,
        ),
        receipt,
        quiet=quiet,
        json=json,
    )
