"""netlog undo, netlog redo"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Ledger, Quiet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netlog.ledger.write.journal import Change


def undo(
    context: typer.Context,
    listed: Annotated[
        bool, typer.Option("--list", help="Only show what could be taken back, the next first.")
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=1,
            help="List the last N; 50 on a terminal.",
            show_default=False,
        ),
    ] = None,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Take back the last command, whole; again, the one before."""
    from netlog.errors import Refused, Unreadable

    if listed:
        _list(open_desk(context, ledger).ledger, limit, json=json)
        return
    if limit is not None:
        raise Unreadable("--limit is for the list.", "netlog undo --list --limit 10")

    from netlog.ledger.write.change import undo as take_back

    change = _move(take_back, open_desk(context, ledger).ledger)
    if change is None:
        raise Refused("There is nothing to take back.")
    _print("Took back", change, "Put it back with: netlog redo", quiet=quiet, json=json)


def redo(
    context: typer.Context, quiet: Quiet = False, json: Json = False, ledger: Ledger = None
) -> None:
    """Put back what undo took back, while nothing new came."""
    from netlog.errors import Refused
    from netlog.ledger.write.change import redo as put_back

    change = _move(put_back, open_desk(context, ledger).ledger)
    if change is None:
        raise Refused(
            "There is nothing to put back.",
            "Only what was just taken back can be, as long as nothing new was recorded.",
        )
    _print("Put back", change, "Take it back with: netlog undo", quiet=quiet, json=json)


def _list(ledger: "Path", limit: int | None, *, json: bool) -> None:
    from netlog.ledger.file.access import reading
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.ledger.write.journal import undoable_ones
    from netlog.render import undone
    from netlog.render.lines import most_shown

    most = limit if json else most_shown(limit)
    try:
        with reading(ledger) as connection:
            changes, number = undoable_ones(connection, most)
    except NoLedgerYet:
        changes, number = [], 0
    if json:
        undone.print_list_json(changes)
    else:
        undone.print_list([(one.made_at, one.summary) for one in changes])
        undone.print_more(number - len(changes))


def _move(move: "Callable[[Path], Change | None]", ledger: "Path") -> "Change | None":
    from netlog.ledger.file.identity import NoLedgerYet

    try:
        return move(ledger)
    except NoLedgerYet:
        return None


def _print(verb: str, change: "Change", hint: str, *, quiet: bool, json: bool) -> None:
    from netlog.render import undone

    if json:
        undone.print_json(change.id, change.summary, change.command)
    elif not quiet:
        undone.print_text(verb, change.summary, hint)
