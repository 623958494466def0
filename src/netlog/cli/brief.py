"""netlog brief"""

from typing import Annotated

import typer

from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import Json


def brief(
    context: typer.Context,
    who: Annotated[
        str, typer.Argument(metavar="WHO", help="A contact; for an organisation, its people too.")
    ],
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write a page; - prints it.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE where it exists.")] = False,
    json: Json = False,
) -> None:
    """Read up on somebody before you meet: one screen."""
    from netlog.cli.pages import target
    from netlog.render import brief as rendered
    from netlog.views import brief as view

    desk = open_desk(context)
    to = target(html, "netlog brief WHO", force=force, json=json)
    result = asking(lambda answers: view.brief(desk.settings, who, answers))
    wording = desk.wording(result.names)
    if to is not None:
        from netlog.cli.pages import put_page
        from netlog.render.pages.brief import brief_page

        document = rendered.brief_document(result.brief, wording)
        put_page(brief_page(document), f"The brief on {document['name']}", desk, to, document)
    elif json:
        rendered.print_json(result.brief, wording)
    else:
        rendered.print_text(result.brief, wording)
