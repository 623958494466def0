"""netlog done, netlog broken, netlog waive"""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import Ids, Json, Ledger, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.entries import Entry
    from netlog.domain.records import Ending


def done(
    context: typer.Context,
    ids: Ids,
    times: Annotated[
        int | None, typer.Option("--times", metavar="N", help="How many parts; else all left.")
    ] = None,
    on: On = "today",
    via: Via = None,
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Settle due items as kept, whole or in parts."""
    desk = open_desk(context, ledger)
    typed = Typed(ids, on, via, note, times)
    record(desk, How(quiet=quiet, json=json), lambda book: _settle("kept", typed, desk, book))


def broken(
    context: typer.Context,
    ids: Ids,
    on: On = "today",
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Settle due items as broken: it will not come."""
    desk = open_desk(context, ledger)
    typed = Typed(ids, on, None, note)
    record(desk, How(quiet=quiet, json=json), lambda book: _settle("broken", typed, desk, book))


def waive(
    context: typer.Context,
    ids: Ids,
    on: On = "today",
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Settle due items as waived: never mind, no trace in any score."""
    desk = open_desk(context, ledger)
    typed = Typed(ids, on, None, note)
    record(desk, How(quiet=quiet, json=json), lambda book: _settle("waived", typed, desk, book))


class Typed(NamedTuple):
    """Which items to settle and how, as typed."""

    ids: list[str]
    on: str
    via: str | None
    note: str | None
    times: int | None = None


def _settle(ending: "Ending", typed: Typed, desk: Desk, book: "Book") -> "Entry":
    from netlog.domain.projection.closing import Closing, close
    from netlog.domain.text import optional_text

    closing = Closing(
        ending,
        desk.past_day(typed.on),
        typed.times,
        via=optional_text(typed.via, "The channel"),
        note=optional_text(typed.note, "The note"),
    )
    items = [(item, book.checked_of(item)) for item in book.items(typed.ids)]
    return close(closing, items, desk.terms, book.me)
