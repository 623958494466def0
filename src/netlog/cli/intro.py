"""netlog intro"""

from typing import Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Fee, Json, Keeps, New, NoDue, Note, On, Quiet, Via
from netlog.cli.showing import show


def intro(
    context: typer.Context,
    client: Annotated[str, typer.Argument(metavar="CLIENT", help="Who has the need.")],
    provider: Annotated[str, typer.Argument(metavar="PROVIDER", help="Who can meet it.")],
    need: Annotated[str | None, typer.Option("--for", metavar="NEED", help="What for.")] = None,
    fee: Fee = None,
    first: Annotated[
        str,
        typer.Option("--first", metavar="client|provider", help="Who was to make the first move."),
    ] = "provider",
    replaces: Annotated[
        str | None,
        typer.Option("--replaces", metavar="EVENT", help="The introduction it makes up for."),
    ] = None,
    keeps: Keeps = None,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    new: New = False,
    no_due: NoDue = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record an introduction: who has a need, who can meet it."""
    from netlog.actions.intro import intro as record
    from netlog.actions.recording import How
    from netlog.render import receipt

    show(
        open_desk(context),
        lambda desk: record(
            desk,
            How(on, via, note, new, no_due),
            client=client,
            provider=provider,
            by=by,
            need=need,
            fee=fee,
            first=first,
            replaces=replaces,
            keeps=keeps,
        ),
        receipt,
        quiet=quiet,
        json=json,
    )
