"""netlog intro"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import By, Fee, Keeps, Text, argument, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note new no_due")
def intro(
    desk: "Desk",
    how: "How",
    client: Annotated[str, argument("CLIENT", "Who has the need.")],
    provider: Annotated[str, argument("PROVIDER", "Who can meet it.")],
    need: Annotated[Text, option("--for", "NEED", "What for.")] = None,
    fee: Fee = None,
    first: Annotated[
        str, option("--first", "client|provider", "Who was to make the first move.")
    ] = "provider",
    replaces: Annotated[
        Text, option("--replaces", "EVENT", "The introduction it makes up for.")
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
