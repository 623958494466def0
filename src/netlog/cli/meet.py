"""netlog meet"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Json, Ledger, New, NoDue, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.entries import Entry


def meet(
    context: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Whom you met.")],
    at: Annotated[str | None, typer.Option("--at", metavar="PLACE", help="Where.")] = None,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    new: New = False,
    no_due: NoDue = False,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Record a meeting: both sides owe a thank-you.

    It also answers whatever reply was open between you and those whom you met.
    """
    desk = open_desk(context, ledger)

    def decide(book: "Book") -> "Entry":
        from netlog.cli.entries import entry_of
        from netlog.domain.events.meeting import Meeting
        from netlog.domain.text import optional_text

        met = Meeting(
            on=desk.past_day(on),
            attendees=tuple(book.known_or_added(by, *names)),
            place=optional_text(at, "The place"),
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
        )
        return entry_of(met, book)

    record(desk, How(new, no_due, quiet, json), decide)
