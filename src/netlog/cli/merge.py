"""netlog merge"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import argument
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.merge import Merged


@writes("merge")
def merge(
    desk: "Desk",
    keep: Annotated[str, argument("KEEP", "The contact that stays.")],
    other: Annotated[str, argument("OTHER", "The same one, once more.")],
) -> "Merged":
    """Make one contact of two: all history moves to the first."""
    from netlog.actions.merge import merge as make_one

    return make_one(desk, keep=keep, other=other)
