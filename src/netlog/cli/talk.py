"""netlog talk"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Json, New, Note, On, Quiet, Via
from netlog.cli.showing import show


def talk(
    context: typer.Context,
    who: Annotated[list[str], typer.Argument(metavar="WHO...", help="Whom you talked with.")],
    by: By = "me",
    on: On = "today",
    via: Via = "phone",
    note: Note = None,
    new: New = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record a call or a chat that was had: nobody owes thanks for it.

    It answers whatever reply was open between you, as a meeting does.
    """
    from netlog.actions.recording import How
    from netlog.actions.talk import talk as record
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: record(desk, How(on, via, note, new), names=who, by=by),
        receipt,
        quiet=quiet,
        json=json,
    )
