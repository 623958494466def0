"""netlog intro"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Json, Ledger, New, NoDue, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.entries import Entry


def intro(
    context: typer.Context,
    client: Annotated[str, typer.Argument(metavar="CLIENT", help="Who has the need.")],
    provider: Annotated[str, typer.Argument(metavar="PROVIDER", help="Who can meet it.")],
    need: Annotated[str | None, typer.Option("--for", metavar="NEED", help="What for.")] = None,
    fee: Annotated[
        str | None, typer.Option("--fee", metavar="AMOUNT", help="What the lead costs.")
    ] = None,
    replaces: Annotated[
        str | None,
        typer.Option("--replaces", metavar="EVENT", help="The introduction it makes up for."),
    ] = None,
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
    """Record an introduction: who has a need, who can meet it."""
    desk = open_desk(context, ledger)

    def decide(book: "Book") -> "Entry":
        from netlog.cli.entries import entry_of
        from netlog.domain.events.introduction import Introduction
        from netlog.domain.ids import read_event_id
        from netlog.domain.money import read_amount
        from netlog.domain.text import optional_text

        introducer_id, client_id, provider_id = book.known_or_added(by, client, provider)
        introduced = Introduction(
            on=desk.past_day(on),
            introducer=introducer_id,
            client=client_id,
            provider=provider_id,
            need=optional_text(need, "The need"),
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
            fee="" if fee is None else read_amount(fee, desk.settings.currency),
            replaces=None if replaces is None else read_event_id(replaces).number,
        )
        return entry_of(introduced, book)

    record(desk, How(new, no_due, quiet, json), decide)
