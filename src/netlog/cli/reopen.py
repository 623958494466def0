"""netlog reopen"""

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Ids, Json, Quiet
from netlog.cli.showing import show


def reopen(
    context: typer.Context,
    ids: Ids,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Take back how items ended, whatever was recorded since.

    Each item alone: a thank-you for four still stands for the other three.
    """
    from netlog.actions.reopen import reopen as take_back
    from netlog.render import reopen as rendered

    show(
        open_desk(context),
        lambda desk: take_back(desk, ids=ids),
        rendered,
        quiet=quiet,
        json=json,
    )
