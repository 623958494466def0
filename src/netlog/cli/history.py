"""netlog history"""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import Answers, asking
from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import Json, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from netlog.domain.history import Happening
    from netlog.domain.records import Contact
    from netlog.ledger.file.access import Connection
    from netlog.render.wording import Wording


def history(
    context: typer.Context,
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="[WHO|EVENT]", help="A contact, or an event such as e12; else everything."
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Nothing before that day.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=1,
            help="The newest N; 50 on a terminal.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Show what happened, newest last, and how all it opened ended."""
    from netlog.domain.ids import read_event_id
    from netlog.errors import NoSuchItem, Unreadable
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.render import history as rendered

    desk = open_desk(context, ledger)
    begin = None if since is None else desk.past_day(since)
    is_event = which is not None and re.fullmatch(r"\s*[eE][0-9]+\s*", which)
    if is_event and (since or limit):
        raise Unreadable("--since and --limit are for a timeline, not for one event.")
    try:
        if which is not None and is_event:
            _one(desk, which, json=json)
        else:
            asking(lambda answers: _timeline(desk, which, answers, begin, limit, json=json))
    except NoLedgerYet as error:
        if which is not None and is_event:
            raise NoSuchItem("event", read_event_id(which)) from error
        if not json:
            raise
        rendered.print_json([])


def _one(desk: Desk, which: str, *, json: bool) -> None:
    from netlog.domain.history import contacts_in
    from netlog.domain.ids import read_event_id
    from netlog.ledger.file.access import reading
    from netlog.ledger.read.history import around, happenings
    from netlog.render import history as rendered

    with reading(desk.ledger) as connection:
        number = read_event_id(which).number
        beside = around(connection, number)
        (happening,) = happenings(connection, [number])
        named = contacts_in([happening, *beside.happenings], beside.items)
        wording = _wording(connection, desk, named)
    if json:
        rendered.print_one_json(happening, beside, wording)
    else:
        rendered.print_one(happening, beside, wording)


def _timeline(
    desk: Desk,
    who: str | None,
    answers: Answers,
    since: "date | None",
    limit: int | None,
    *,
    json: bool,
) -> None:
    from netlog.ledger.file.access import reading
    from netlog.ledger.read.history import event_ids, everyone_meant
    from netlog.render import history as rendered
    from netlog.render.lines import most_shown

    most = limit if json else most_shown(limit)
    with reading(desk.ledger) as connection:
        contact = None if who is None else _known(connection, desk, who, answers)
        among = None if contact is None else everyone_meant(connection, contact)
        ids = event_ids(connection, among, since, None if most is None else most + 1)
        shown = _batches(connection, desk, ids if most is None else ids[-most:])
        if json:
            rendered.print_json(shown)
            return
        if not ids:
            rendered.print_nothing(None if contact is None else contact.name)
        if most is not None and len(ids) > most:
            rendered.print_older(most)
        rendered.print_text(shown)


def _known(connection: "Connection", desk: Desk, who: str, answers: Answers) -> "Contact":
    from netlog.domain.ids import read_item_id
    from netlog.domain.people.resolving import known
    from netlog.domain.text import clean_name
    from netlog.errors import Refused, UnknownName
    from netlog.ledger.read.contacts import Directory
    from netlog.ledger.read.items import item

    meant = answers.get(clean_name(who), who)
    try:
        return known(meant, Directory(connection), desk.settings.owner)
    except UnknownName as error:
        if re.fullmatch(r"\s*[0-9]{1,18}\s*", who):
            number = read_item_id(who).number
            event_id = item(connection, number).event.id
            raise Refused(
                f"{number} is a due item, and a contact or an event is asked for here.",
                f"It belongs to e{event_id}: netlog history e{event_id}",
            ) from error
        raise


def _batches(
    connection: "Connection", desk: Desk, ids: "Sequence[int]"
) -> "Iterator[tuple[Wording, list[Happening]]]":
    from netlog.ledger.read.history import in_batches
    from netlog.ledger.read.records import me
    from netlog.render.wording import Wording

    owner = me(connection)
    for names, happenings in in_batches(connection, ids):
        yield Wording(names, owner, desk.today, currency=desk.settings.currency), happenings


def _wording(connection: "Connection", desk: Desk, contacts: set[int]) -> "Wording":
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.records import me
    from netlog.render.wording import Wording

    names, currency = names_by_id(connection, contacts), desk.settings.currency
    return Wording(names, me(connection), desk.today, currency=currency)
