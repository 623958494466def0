"""netlog reach"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Json, Ledger, New, NoDue, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.entries import Entry


def reach(
    context: typer.Context,
    who: Annotated[str, typer.Argument(metavar="WHO", help="Whom you wrote to or called.")],
    about: Annotated[str | None, typer.Option("--about", metavar="TEXT", help="The topic.")] = None,
    expect_reply: Annotated[
        bool, typer.Option("--expect-reply", help="It was an answer, and asks for one as well.")
    ] = False,
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
    """Record a call or a message: it answers, or waits for one.

    Tried again without an answer, it adds an attempt to what is open already.
    """
    desk = open_desk(context, ledger)

    def decide(book: "Book") -> "Entry":
        from netlog.cli.entries import entry_of
        from netlog.domain.events.outreach import Outreach
        from netlog.domain.text import optional_text

        author, recipient = book.known_or_added(by, who)
        reached = Outreach(
            on=desk.past_day(on),
            author=author,
            recipient=recipient,
            about=optional_text(about, "The topic"),
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
            expect_reply=expect_reply,
        )
        return entry_of(reached, book)

    record(desk, How(new, no_due, quiet, json), decide)
