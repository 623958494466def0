"""netlog find"""

from typing import Annotated

import typer

from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Limit, Plain


def find(
    context: typer.Context,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT", help="Words, or beginnings; all must occur.")
    ],
    limit: Limit = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Find contacts, events and notes by their words."""
    from contextlib import ExitStack

    from netlog.domain.finding import read_search
    from netlog.render import find as rendered
    from netlog.render.lines import most_shown
    from netlog.views.find import find

    desk = open_desk(context)
    typed = " ".join(text)
    search = read_search(typed)
    most = limit if json or plain else most_shown(limit)
    with ExitStack() as stack:
        result = asking(lambda _: stack.enter_context(find(desk.settings, search, most)))
        batches = ((desk.wording(names), batch) for names, batch in result.batches)
        if json:
            rendered.print_json(batches, search)
            return
        if plain:
            rendered.print_plain(batches, search)
            return
        rendered.print_text(batches, search)
    if not result.number:
        rendered.print_nothing(typed)
    elif result.more:
        rendered.print_more(result.more)
