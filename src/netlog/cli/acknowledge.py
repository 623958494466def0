"""netlog thank, netlog apologize"""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import By, Json, Ledger, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.entries import Entry
    from netlog.domain.records import ObligationKind

For = Annotated[
    str | None, typer.Option("--for", metavar="ID", help="The one due item that it is for.")
]


class Said(NamedTuple):
    """A thank-you or an apology, as typed."""

    to: str
    by: str
    on: str
    only: str | None
    via: str | None
    note: str | None


def thank(
    context: typer.Context,
    who: Annotated[str, typer.Argument(metavar="WHO", help="Whom you thanked.")],
    only: For = None,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Record a thank-you: it settles every open one."""
    desk = open_desk(context, ledger)
    said = Said(who, by, on, only, via, note)
    record(desk, How(quiet=quiet, json=json), lambda book: _settle("thanks", said, desk, book))


def apologize(
    context: typer.Context,
    who: Annotated[str, typer.Argument(metavar="WHO", help="To whom.")],
    only: For = None,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Record an apology: it settles every open one."""
    desk = open_desk(context, ledger)
    said = Said(who, by, on, only, via, note)
    record(desk, How(quiet=quiet, json=json), lambda book: _settle("apology", said, desk, book))


def _settle(kind: "ObligationKind", said: Said, desk: Desk, book: "Book") -> "Entry":
    from netlog.domain.ids import read_item_id
    from netlog.domain.projection.settling import acknowledge
    from netlog.domain.text import optional_text

    return acknowledge(
        kind,
        book.owed(book.known(said.by).id, book.known(said.to).id),
        desk.past_day(said.on),
        only=None if said.only is None else read_item_id(said.only).number,
        via=optional_text(said.via, "The channel"),
        note=optional_text(said.note, "The note"),
    )
