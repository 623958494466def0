"""netlog delete"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Quiet
from netlog.cli.showing import show


def delete(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(metavar="EVENT|NAME", help="Such as e12, or a contact that is in none."),
    ],
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Take out an event with what it opened, or a contact.

    A contact that is in an event stays; merge and edit --replace put a wrong name right.
    """
    from netlog.actions import delete as actions
    from netlog.domain.ids import looks_like_id
    from netlog.render import delete as removed
    from netlog.render import edit as edited

    desk = open_desk(context)
    if looks_like_id(what):
        show(
            desk,
            lambda desk: actions.delete(desk, subject=what),
            edited,
            quiet=quiet,
            json=json,
        )
    else:
        show(
            desk,
            lambda desk: actions.delete_contact(desk, name=what),
            removed,
            quiet=quiet,
            json=json,
        )
