"""netlog done, netlog broken, netlog waive"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import Ids, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt
    from netlog.actions.recording import How


@writes("receipt", "on via note")
def done(
    desk: "Desk",
    how: "How",
    ids: Ids,
    times: Annotated[int | None, option("--times", "N", "How many parts; else all left.")] = None,
) -> "Receipt":
    """Settle due items as kept, whole or in parts."""
    from netlog.actions.settle import settle

    return settle(desk, how, "kept", ids=ids, times=times)


@writes("receipt", "on note")
def broken(desk: "Desk", how: "How", ids: Ids) -> "Receipt":
    """Settle due items as broken: it will not come."""
    from netlog.actions.settle import settle

    return settle(desk, how, "broken", ids=ids)


@writes("receipt", "on note")
def waive(desk: "Desk", how: "How", ids: Ids) -> "Receipt":
    """Settle due items as waived: never mind, no trace in any score."""
    from netlog.actions.settle import settle

    return settle(desk, how, "waived", ids=ids)
