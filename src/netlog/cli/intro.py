"""netlog intro"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.options import By, Fee, Keeps
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note new no_due")
def intro(
    desk: "Desk",
    how: "How",
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
) -> "Receipt":
    """Record an introduction: who has a need, who can meet it."""
    from netlog.actions.intro import intro as record

    return record(
        desk,
        how,
        client=client,
        provider=provider,
        by=by,
        need=need,
        fee=fee,
        first=first,
        replaces=replaces,
        keeps=keeps,
    )
