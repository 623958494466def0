"""netlog find"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import Json, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netlog.domain.finding import Found, Hit, Search
    from netlog.ledger.file.access import Connection
    from netlog.render.wording import Wording


def find(
    context: typer.Context,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT", help="Words, or beginnings; all must occur.")
    ],
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", metavar="N", min=1, help="The best N; 50 on a terminal.", show_default=False
        ),
    ] = None,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Find contacts, events and notes by their words."""
    from netlog.domain.finding import read_search
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.render import find as rendered

    desk = open_desk(context, ledger)
    typed = " ".join(text)
    search = read_search(typed)
    try:
        _find(desk, typed, search, limit, json=json)
    except NoLedgerYet:
        if not json:
            raise
        rendered.print_json([], search)


def _find(desk: Desk, typed: str, search: "Search", limit: int | None, *, json: bool) -> None:
    from netlog.ledger.file.access import reading
    from netlog.ledger.read.find import hits
    from netlog.render import find as rendered
    from netlog.render.lines import most_shown

    most = limit if json else most_shown(limit)
    with reading(desk.ledger) as connection:
        ranked = hits(connection, search)
        shown = _batches(connection, desk, ranked[:most])
        if json:
            rendered.print_json(shown, search)
            return
        rendered.print_text(shown, search)
    if not ranked:
        rendered.print_nothing(typed)
    elif most is not None and len(ranked) > most:
        rendered.print_more(len(ranked) - most)


def _batches(
    connection: "Connection", desk: Desk, hits: "Sequence[Hit]"
) -> "Iterator[tuple[Wording, list[Found]]]":
    from netlog.ledger.read.find import in_batches
    from netlog.ledger.read.records import me
    from netlog.render.wording import Wording

    owner = me(connection)
    for names, found in in_batches(connection, hits):
        yield Wording(names, owner, desk.today), found
