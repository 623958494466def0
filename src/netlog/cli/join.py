"""netlog join"""

from pathlib import Path
from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Quiet
from netlog.cli.showing import show

Names = list[str]


def join(
    context: typer.Context,
    other: Annotated[str, typer.Argument(metavar="FILE", help="The other copy; it stays.")],
    same: Annotated[
        Names | None,
        typer.Option("--same", metavar="NAME", help="New on both sides: one contact; all: each."),
    ] = None,
    apart: Annotated[
        Names | None,
        typer.Option("--apart", metavar="NAME", help="New on both sides: two contacts."),
    ] = None,
    ours: Annotated[
        Names | None,
        typer.Option("--ours", metavar="ID", help="Said on both sides: as it is here; all: each."),
    ] = None,
    theirs: Annotated[
        Names | None,
        typer.Option("--theirs", metavar="ID", help="Said on both sides: as it is there."),
    ] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Make one ledger of two copies that went apart.

    What the other one was told since then is told here again. An ID is that of an event or a
    thank-you, or the name of a contact.
    """
    from netlog.actions.join import Said
    from netlog.actions.join import join as make_one
    from netlog.render import join as rendered

    said = Said(same or (), apart or (), ours or (), theirs or ())
    show(
        open_desk(context),
        lambda desk: make_one(desk, other=Path(other).expanduser(), said=said),
        rendered,
        quiet=quiet,
        json=json,
    )
