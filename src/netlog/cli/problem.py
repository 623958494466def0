"""netlog problem"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Ledger, NoDue, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.entries import Entry


def problem(
    context: typer.Context,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The introduction, such as e12.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What went wrong.")],
    culprit: Annotated[str, typer.Option("--with", metavar="WHO", help="With whom.")],
    on: On = "today",
    via: Via = None,
    note: Note = None,
    no_due: NoDue = False,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Record a problem with somebody who was introduced.

    Until the introducer apologises and finds somebody better, it counts against both.
    """
    desk = open_desk(context, ledger)

    def decide(book: "Book") -> "Entry":
        from netlog.cli.entries import entry_of
        from netlog.domain.events.problem import Problem
        from netlog.domain.ids import read_event_id
        from netlog.domain.text import clean_text, optional_text

        went_wrong = Problem(
            on=desk.past_day(on),
            introduction=book.introduced(read_event_id(event).number),
            culprit=book.known(culprit).id,
            what=clean_text(text, "The problem"),
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
        )
        return entry_of(went_wrong, book)

    record(desk, How(no_due=no_due, quiet=quiet, json=json), decide)
