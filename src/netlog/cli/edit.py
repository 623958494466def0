"""netlog edit, netlog delete"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import Answers, asking
from netlog.cli.book import Book
from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import Json, Ledger, New, Quiet

if TYPE_CHECKING:
    from collections.abc import Callable

    from netlog.ledger.write.change import Writer
    from netlog.render.edited import Edited

EventArgument = Annotated[str, typer.Argument(metavar="EVENT", help="The event, such as e12.")]
Text = str | None


def edit(
    context: typer.Context,
    event: EventArgument,
    on: Annotated[Text, typer.Option("--on", metavar="DATE", help="The day it was.")] = None,
    about: Annotated[
        Text, typer.Option("--about", metavar="TEXT", help="The need, promise, topic or problem.")
    ] = None,
    via: Annotated[Text, typer.Option("--via", metavar="CHANNEL", help="The channel.")] = None,
    note: Annotated[Text, typer.Option("--note", metavar="TEXT", help="The remark.")] = None,
    at: Annotated[Text, typer.Option("--at", metavar="PLACE", help="Where it was.")] = None,
    due: Annotated[
        Text, typer.Option("--due", metavar="DATE", help="By when it was promised.")
    ] = None,
    times: Annotated[
        int | None, typer.Option("--times", metavar="N", help="How many were promised.")
    ] = None,
    fee: Annotated[Text, typer.Option("--fee", metavar="AMOUNT", help="What it cost.")] = None,
    replace: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--replace", metavar="OLD NEW", help="It was NEW, not OLD; two in it change places."
        ),
    ] = None,
    add: Annotated[
        list[str] | None, typer.Option("--add", metavar="NAME", help="Was at the meeting too.")
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="NAME", help="Was not at the meeting.")
    ] = None,
    new: New = False,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Put an event right; what it opened and settled follows.

    Settlements stay where they still make sense. "" takes a text off.
    """
    desk = open_desk(context, ledger)
    typed = {
        "about": about,
        "via": via,
        "note": note,
        "place": at,
        "fee": fee,
        "on": on,
        "due": due,
    }
    given = {name: value for name, value in typed.items() if value is not None}

    def run(writer: "Writer", answers: Answers) -> "Edited":
        from netlog.cli import editing

        book = Book(desk, writer, new, answers=answers)
        corrections = editing.Corrections(given, times, replace, add or (), remove or ())
        return editing.edit(book, event, corrections)

    _write(desk, run, quiet=quiet, json=json)


def delete(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(metavar="EVENT|NAME", help="Such as e12, or a contact that is in none."),
    ],
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Take out an event with what it opened, or a contact.

    A contact that is in an event stays; merge and edit --replace put a wrong name right.
    """
    from netlog.domain.ids import looks_like_id

    desk = open_desk(context, ledger)
    if not looks_like_id(what):
        from netlog.cli.removal import remove

        remove(desk, what, quiet=quiet, json=json)
        return

    def run(writer: "Writer", answers: Answers) -> "Edited":
        from netlog.cli import editing

        return editing.delete(Book(desk, writer, answers=answers), what)

    _write(desk, run, quiet=quiet, json=json)


def _write(
    desk: Desk, run: "Callable[[Writer, Answers], Edited]", *, quiet: bool, json: bool
) -> None:
    from netlog.ledger.write.change import write
    from netlog.render import edited

    def attempt(answers: Answers) -> "Edited":
        return write(desk.ledger, desk.command, lambda writer: run(writer, answers))

    receipt = asking(attempt)
    if json:
        edited.print_json(receipt)
    elif not quiet:
        edited.print_text(receipt)
