"""netlog due"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import Answers, asking
from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import Json, Ledger

if TYPE_CHECKING:
    from netlog.domain.due import View
    from netlog.domain.records import Contact
    from netlog.ledger.file.access import Connection
    from netlog.render.due import Morning

OVERDUE = 1


def due(
    context: typer.Context,
    who: Annotated[
        str | None,
        typer.Argument(metavar="[WHO]", help="A contact; for an organisation, its people too."),
    ] = None,
    within: Annotated[
        str,
        typer.Option(
            "--within", metavar="SPAN", help="How far ahead to look for what you owe and check-ins."
        ),
    ] = "7d",
    everything: Annotated[bool, typer.Option("--all", help="Show every open item.")] = False,
    mine: Annotated[bool, typer.Option("--mine", help="Only what you owe, and check-ins.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Only what is owed to you.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when something is overdue.")
    ] = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Show what is open: what you owe, whom to ask, what is owed."""
    from netlog.render import due as rendered

    desk = open_desk(context, ledger)
    view = _view(desk, within, mine=mine, theirs=theirs, everything=everything)
    morning = asking(lambda answers: _read(desk, view, who, answers))
    if json:
        rendered.print_json(morning)
    else:
        rendered.print_text(morning)
    if exit_code and morning.overdue:
        raise typer.Exit(OVERDUE)


def _view(desk: Desk, within: str, *, mine: bool, theirs: bool, everything: bool) -> "View":
    from netlog.domain.dates.days import span
    from netlog.domain.due import SIDES, View
    from netlog.errors import Unreadable

    if mine and theirs:
        raise Unreadable("--mine and --theirs exclude each other.", "Without either, both show.")
    sides = SIDES
    if mine:
        sides = ("mine", "check-in")
    if theirs:
        sides = ("theirs",)
    return View(desk.today, sides, span(within), everything)


def _read(desk: Desk, view: "View", who: str | None, answers: Answers) -> "Morning":
    from netlog.domain.due import shown, snoozed
    from netlog.ledger.file.access import reading
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.items import contacts_in, count_open, items, open_of_mine
    from netlog.ledger.read.records import me
    from netlog.render.due import Morning
    from netlog.render.wording import Wording

    try:
        with reading(desk.ledger) as connection:
            owner = me(connection)
            contact = None
            if who is not None:
                contact, view = _with(connection, desk, view, who, answers)
            in_reach = open_of_mine(connection, owner, view)
            found = items(connection, shown(in_reach, view, owner))
            names = names_by_id(connection, contacts_in(found))
            return Morning(
                Wording(names, owner, desk.today),
                found,
                not_yet_due=count_open(connection, owner, view) - len(found),
                snoozed=len(snoozed(in_reach, view, owner)),
                with_whom=contact,
            )
    except NoLedgerYet:
        return Morning(Wording({}, 0, desk.today), [], 0, missing=desk.ledger)


def _with(
    connection: "Connection", desk: Desk, view: "View", who: str, answers: Answers
) -> "tuple[Contact, View]":
    """The contact that was typed, and the view of what is open with that one."""
    from dataclasses import replace

    from netlog.domain.people.resolving import known
    from netlog.domain.text import clean_name
    from netlog.ledger.read.contacts import Directory
    from netlog.ledger.read.history import everyone_meant

    meant = answers.get(clean_name(who), who)
    contact = known(meant, Directory(connection), desk.settings.owner)
    return contact, replace(view, among=everyone_meant(connection, contact))
