"""netlog review"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import Force, Html, Json, Plain

if TYPE_CHECKING:
    from datetime import date

    from netlog.actions.desk import Desk


def review(
    context: typer.Context,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="The first day; else 7 days.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day; else today.")
    ] = None,
    html: Html = None,
    force: Force = False,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Look back on a week or a month, beside as many days before."""
    from netlog.cli.pages import target
    from netlog.render import review as rendered
    from netlog.views import review as view

    desk = open_desk(context)
    days = _days(desk, since, until)
    to = target(html, "netlog review", force=force, json=json, plain=plain)
    result = asking(lambda _: view.review(desk.settings, *days))
    wording = desk.wording(result.names)
    if to is not None:
        from netlog.cli.pages import put_page
        from netlog.render.pages.review import review_page

        document = rendered.review_document(result, wording)
        put_page(review_page(document), "The review", desk, to, document)
    elif json:
        rendered.print_json(result, wording)
    elif plain:
        rendered.print_plain(result, wording)
    else:
        rendered.print_text(result, wording)


def _days(desk: "Desk", since: str | None, until: str | None) -> "tuple[date | None, date | None]":
    from netlog.errors import Unreadable

    first, last = (None if day is None else desk.past_day(day) for day in (since, until))
    if first is not None and last is not None and first > last:
        raise Unreadable(f"--since {since} is after --until {until}.", "Exchange the two.")
    return first, last
