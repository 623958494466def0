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
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write a page; - prints it.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE where it exists.")] = False,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Find whom to introduce to whom: open needs, and who can meet them."""
    from contextlib import ExitStack

    from netlog.cli.pages import put_page, target
    from netlog.render import match as rendered
    from netlog.render.lines import most_shown
    from netlog.views import match as view

    desk = open_desk(context)
    to = target(html, "netlog match", force=force, json=json, plain=plain)
    most = limit if json or plain or to else most_shown(limit)
    with ExitStack() as stack:
        result = asking(
            lambda answers: stack.enter_context(view.match(desk.settings, who, most, answers))
        )
        if to is not None:
            from netlog.render.pages.match import match_page

            document = rendered.match_document(result.matches, desk.today)
            put_page(match_page(document), "The page", desk, to, document)
        elif json:
            rendered.print_json(result.matches)
        elif plain:
            rendered.print_plain(result.matches)
        else:
            unmet, number = rendered.print_text(result.matches, desk.today)
            name = None if result.who is None else result.who.name
            rendered.print_unmet(unmet, name, number, result.more)
