"""netlog undo, netlog redo"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.actions.desk import Desk
from netlog.cli.asking import asking_while_open
from netlog.cli.desk import open_desk
from netlog.cli.forms import Form
from netlog.cli.options import Json, Limit, Plain, Quiet, flag
from netlog.cli.showing import following

if TYPE_CHECKING:
    from netlog.domain.records import Change


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
    from netlog.errors import Refused, Unreadable

    if listed:
        desk = open_desk(context)
        _list(desk, limit, Form(desk, json, plain))
        return
    if limit is not None:
        raise Unreadable("--limit is for the list.", "netlog undo --list --limit 10")
    if plain:
        raise Unreadable("--plain is for the list.", "netlog undo --list --plain")

    from netlog.actions.undo import undo as take_back

    desk = open_desk(context)
    with following(desk):
        undone = take_back(desk)
        if undone is None:
            raise Refused("There is nothing to take back.")
        again = "Put it back with: netlog redo"
        if not undone.can_be_put_back:
            again = f"Do it again with: {undone.change.command}"
        _print("Took back", undone.change, again, quiet=quiet, json=json)


def redo(context: typer.Context, quiet: Quiet = False, json: Json = False) -> None:
    """Put back what undo took back, while nothing new came."""
    from netlog.actions.undo import redo as put_back
    from netlog.errors import Refused

    desk = open_desk(context)
    with following(desk):
        change = put_back(desk)
        if change is None:
            raise Refused(
                "There is nothing to put back.",
                "Only what was just taken back can be, as long as nothing new was recorded.",
            )
        _print("Put back", change, "Take it back with: netlog undo", quiet=quiet, json=json)


def _list(desk: Desk, limit: int | None, form: Form) -> None:
    from netlog.render import undo as rendered
    from netlog.views.changes import Changes, undoable

    most = form.most(limit)
    with asking_while_open(lambda _: undoable(desk.settings, most), nothing=Changes()) as result:
        items = map(rendered.change_items, result.batches)
        if not form.tell_script_items(items, rendered.ROWS):
            rendered.print_list(result.batches)
            rendered.print_more(result.more)


def _print(verb: str, change: "Change", hint: str, *, quiet: bool, json: bool) -> None:
    from netlog.render import undo as rendered

    if json:
        rendered.print_json(change.id, change.summary, change.command)
    elif not quiet:
        rendered.print_text(verb, change.summary, hint)
