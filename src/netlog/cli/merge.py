"""netlog merge"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Quiet
from netlog.cli.showing import show


def merge(
    context: typer.Context,
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="The contact that stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The same one, once more.")],
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Make one contact of two: all history moves to the first."""
    from netlog.actions.merge import merge as make_one
    from netlog.render import merge as rendered

    show(
        open_desk(context),
        lambda desk: make_one(desk, keep=keep, other=other),
        rendered,
        quiet=quiet,
        json=json,
    )
