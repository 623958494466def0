"""netlog snooze"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Ids, Json, Ledger, Quiet
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.entries import Entry


def snooze(
    context: typer.Context,
    ids: Ids,
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="When they come back; today: at once.")
    ],
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Hide due items until a day; when they are due stays honest."""
    desk = open_desk(context, ledger)

    def decide(book: "Book") -> "Entry":
        from netlog.domain.projection import snoozing

        items = [item.obligation for item in book.items(ids)]
        return snoozing.snooze(items, desk.coming_day(until), desk.today)

    record(desk, How(quiet=quiet, json=json), decide)
