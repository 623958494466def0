"""netlog undo, netlog redo"""

from typing import Annotated

import typer

from netlog.actions.desk import Desk
from netlog.cli.asking import asking_while_open
from netlog.cli.desk import open_desk
from netlog.cli.forms import Form
from netlog.cli.options import Json, Limit, Plain, Quiet, flag
from netlog.cli.showing import show


def undo(
    context: typer.Context,
    listed: Annotated[
        bool, flag("--list", "Only show what could be taken back, the next first.")
    ] = False,
    limit: Limit = None,
    quiet: Quiet = False,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Take back the last command, whole; again, the one before."""
    from netlog.errors import Unreadable

    if listed:
        desk = open_desk(context)
        _list(desk, limit, Form(desk, json, plain))
        return
    if limit is not None:
        raise Unreadable("--limit is for the list.", "netlog undo --list --limit 10")
    if plain:
        raise Unreadable("--plain is for the list.", "netlog undo --list --plain")
    from netlog.actions.undo import undo as take_back

    show(context, take_back, "undo", quiet=quiet, json=json)


def redo(context: typer.Context, quiet: Quiet = False, json: Json = False) -> None:
    """Put back what undo took back, while nothing new came."""
    from netlog.actions.undo import redo as put_back

    show(context, put_back, "undo", quiet=quiet, json=json)


def _list(desk: Desk, limit: int | None, form: Form) -> None:
    from netlog.render import undo as rendered
    from netlog.views.changes import Changes, undoable

    most = form.most(limit)
    with asking_while_open(lambda _: undoable(desk.settings, most), nothing=Changes()) as result:
        items = map(rendered.change_items, result.batches)
        if not form.tell_script_items(items, rendered.ROWS):
            rendered.print_list(result.batches)
            rendered.print_more(result.more)
