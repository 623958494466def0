"""netlog snooze"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import Ids, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.receipt import Receipt


@writes("receipt")
def snooze(
    desk: "Desk",
    ids: Ids,
    until: Annotated[str, option("--until", "DATE", "When they come back; today: at once.")],
) -> "Receipt":
    """Hide due items until a day; when they are due stays honest."""
    from netlog.actions.settle import snooze as hide

    return hide(desk, ids=ids, until=until)
