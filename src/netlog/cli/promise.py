"""netlog promise"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Json, Ledger, New, NoDue, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.entries import Entry


def promise(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What was promised.")],
    to: Annotated[str, typer.Option("--to", metavar="WHO", help="To whom.")] = "me",
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="By when; else in 7 days.")
    ] = None,
    times: Annotated[int, typer.Option("--times", metavar="N", help="How many of it.")] = 1,
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
    """Record a promise: yours (--to WHO) or theirs (--by WHO)."""
    desk = open_desk(context, ledger)

    def decide(book: "Book") -> "Entry":
        from netlog.cli.entries import entry_of
        from netlog.domain.events.promise import Promise
        from netlog.domain.text import clean_text, optional_text

        day = desk.past_day(on)
        promiser, promisee = book.known_or_added(by, to)
        promised = Promise(
            on=day,
            promiser=promiser,
            promisee=promisee,
            what=clean_text(what, "The promise"),
            due=None if due is None else desk.coming_day(due, day),
            times=times,
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
        )
        return entry_of(promised, book)

    record(desk, How(new, no_due, quiet, json), decide)
