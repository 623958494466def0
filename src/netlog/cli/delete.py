"""netlog delete"""

from typing import Annotated

import typer

from netlog.cli.options import Json, Quiet, argument
from netlog.cli.showing import show


def delete(
    context: typer.Context,
    what: Annotated[str, argument("EVENT|NAME", "Such as e12, or a contact that is in none.")],
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Take out an event with what it opened, or a contact.

    A contact that is in an event stays; merge and edit --replace put a wrong name right.
    """
    from functools import partial

    from netlog.actions import delete as actions
    from netlog.domain.ids import looks_like_id

    if looks_like_id(what):
        show(context, partial(actions.delete, subject=what), "edit", quiet=quiet, json=json)
    else:
        out = partial(actions.delete_contact, name=what)
        show(context, out, "delete", quiet=quiet, json=json)
