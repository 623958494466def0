"""netlog match"""

from typing import Annotated

import typer

from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Plain


def match(
    context: typer.Context,
    who: Annotated[
        str | None,
        typer.Argument(metavar="[WHO]", help="What they need, or can meet; without one, all."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=1,
            help="The N needs open longest; 50 on a terminal.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Find whom to introduce to whom: open needs, and who can meet them."""
    from contextlib import ExitStack

    from netlog.render import match as rendered
    from netlog.render.lines import most_shown
    from netlog.views import match as view

    desk = open_desk(context)
    most = limit if json or plain else most_shown(limit)
    with ExitStack() as stack:
        result = asking(
            lambda answers: stack.enter_context(view.match(desk.settings, who, most, answers))
        )
        if json:
            rendered.print_json(result.matches)
        elif plain:
            rendered.print_plain(result.matches)
        else:
            unmet, number = rendered.print_text(result.matches, desk.today)
            name = None if result.who is None else result.who.name
            rendered.print_unmet(unmet, name, number, result.more)
