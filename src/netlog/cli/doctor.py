"""netlog doctor"""

from typing import Annotated

import typer

from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, flag

UNSOUND = 4


def doctor(
    context: typer.Context,
    repair: Annotated[bool, flag("--repair", "Mend what is wrong, after a backup.")] = False,
    json: Json = False,
) -> None:
    """Look the ledger over: is everything as netlog left it?

    It changes nothing without --repair, and exits with 4 when something is wrong.
    """
    from netlog.render import doctor as rendered

    desk = open_desk(context, ready=False)
    if repair:
        from netlog.actions.doctor import repair as mend

        repaired = mend(desk)
        if json:
            rendered.print_repaired_json(repaired)
        else:
            rendered.print_repaired(repaired)
        return
    from netlog.views.doctor import health

    result = asking(lambda _: health(desk.settings))
    if json:
        rendered.print_json(result)
    else:
        rendered.print_text(result)
    if not result.is_sound:
        raise typer.Exit(UNSOUND)
