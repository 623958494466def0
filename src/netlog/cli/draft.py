"""netlog draft"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Force, Text, argument, flag, option

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.domain.drafting import Message
    from netlog.views.draft import Drafted


def draft(
    context: typer.Context,
    subject: Annotated[str, argument("ID|EVENT", "What it is for, or an introduction.")],
    edit: Annotated[bool, flag("--edit", "Open it in $EDITOR first.")] = False,
    mailto: Annotated[bool, flag("--mailto", "Print an address that mail programs open.")] = False,
    eml: Annotated[
        Text, option("--eml", "FILE", "Write a file that mail programs open; - prints it.")
    ] = None,
    done: Annotated[bool, flag("--done", "It is as good as sent: settle the item.")] = False,
    force: Force = False,
) -> None:
    """Draft a message: the thank-you, the introduction, the reminder.

    Sending stays yours. The templates can be changed: files such as drafts/thanks.txt beside the
    settings.
    """
    from netlog.cli.editing import edited
    from netlog.cli.new_file import STANDARD_OUTPUT, refuse_idle_force
    from netlog.cli.templates import template
    from netlog.domain.drafting import refuse_to_settle
    from netlog.errors import Refused, Unreadable
    from netlog.views.draft import draft as view

    refuse_idle_force(eml, "netlog draft ID --eml FILE --force", force=force)
    if mailto and eml is not None:
        raise Unreadable("--mailto and --eml exclude each other.", "Leave one of them out.")
    desk = open_desk(context)
    drafted = view(desk.settings, subject, template(desk.settings))
    if done:
        if drafted.item is None:
            raise Unreadable("--done is for an item.", "netlog draft ID --done")
        refuse_to_settle(drafted.item, drafted.me)
    message, is_saved = edited(drafted.message) if edit else (drafted.message, True)
    if done and not is_saved:
        raise Refused(
            "The message was not saved in the editor, so nothing was settled.",
            f"Once it is sent: netlog draft {subject} --done",
        )
    _show(desk, message, mailto=mailto, eml=eml, force=force)
    if done:
        _settle(context, drafted, quiet=eml == STANDARD_OUTPUT)  # where only the mail goes


def _show(desk: "Desk", message: "Message", *, mailto: bool, eml: str | None, force: bool) -> None:
    from netlog.cli.new_file import STANDARD_OUTPUT
    from netlog.config import file_named
    from netlog.ledger.file.new_file import write_new
    from netlog.render import draft as rendered
    from netlog.render.sink import print_file, say

    if mailto or eml is not None:
        rendered.tell_whom_it_misses(message)
    if mailto:
        say(rendered.mailto(message))
    elif eml == STANDARD_OUTPUT:
        print_file([rendered.eml(message)])
    elif eml is not None:
        write_new(file_named(eml), rendered.eml(message), desk.settings, force=force)
        say(f"The message is in {eml}.")
    else:
        rendered.print_text(message)


def _settle(context: typer.Context, drafted: "Drafted", *, quiet: bool) -> None:
    from functools import partial

    from netlog.actions.recording import How
    from netlog.actions.settle import settle
    from netlog.cli.showing import show
    from netlog.render.sink import say

    number = "" if drafted.item is None else str(drafted.item.obligation.id)
    if not quiet:
        say("")
    settled = partial(settle, how=How(), ending="kept", ids=[number])
    show(context, settled, "receipt", quiet=quiet, json=False)
