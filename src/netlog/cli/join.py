"""netlog join"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import Several, argument, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.join import Joined


@writes("join", looks_beside=False)
def join(
    desk: "Desk",
    other: Annotated[str, argument("FILE", "The other copy; it stays as it is.")],
    same: Annotated[
        Several, option("--same", "NAME", "New on both sides: one contact; all: each.")
    ] = None,
    apart: Annotated[Several, option("--apart", "NAME", "New on both sides: two contacts.")] = None,
    ours: Annotated[
        Several, option("--ours", "ID", "Said on both sides: as it is here; all: each.")
    ] = None,
    theirs: Annotated[
        Several, option("--theirs", "ID", "Said on both sides: as it is there.")
    ] = None,
) -> "Joined":
    """Make one ledger of two copies that went apart.

    What the other one was told since then is told here again. An ID is that of an event or a
    thank-you, or the name of a contact.
    """
    from netlog.actions.join import Said
    from netlog.actions.join import join as make_one
    from netlog.config import file_named

    said = Said(same or (), apart or (), ours or (), theirs or ())
    return make_one(desk, other=file_named(other), said=said)
