"""netlog snooze"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Ids, Json, Quiet
from netlog.cli.showing import show


def snooze(
    context: typer.Context,
    ids: Ids,
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="When they come back; today: at once.")
    ],
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Hide due items until a day; when they are due stays honest."""
    from netlog.actions.settle import snooze as hide
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: hide(desk, ids=ids, until=until),
        receipt,
        quiet=quiet,
        json=json,
    )
