"""netlog done, netlog broken, netlog waive"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Ids, Json, Note, On, Quiet, Via
from netlog.cli.showing import show


def done(
    context: typer.Context,
    ids: Ids,
    times: Annotated[
        int | None, typer.Option("--times", metavar="N", help="How many parts; else all left.")
    ] = None,
    on: On = "today",
    via: Via = None,
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Settle due items as kept, whole or in parts."""
    from netlog.actions.settle import settle
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: settle(desk, "kept", ids=ids, times=times, on=on, via=via, note=note),
        receipt,
        quiet=quiet,
        json=json,
    )


def broken(
    context: typer.Context,
    ids: Ids,
    on: On = "today",
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Settle due items as broken: it will not come."""
    from netlog.actions.settle import settle
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: settle(desk, "broken", ids=ids, on=on, note=note),
        receipt,
        quiet=quiet,
        json=json,
    )


def waive(
    context: typer.Context,
    ids: Ids,
    on: On = "today",
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Settle due items as waived: never mind, no trace in any score."""
    from netlog.actions.settle import settle
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: settle(desk, "waived", ids=ids, on=on, note=note),
        receipt,
        quiet=quiet,
        json=json,
    )
