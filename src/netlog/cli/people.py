"""netlog people"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import Answers, asking
from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import Json, Ledger

if TYPE_CHECKING:
    from netlog.domain.people.acquaintance import Acquaintance
    from netlog.domain.records import Contact
    from netlog.ledger.file.access import Connection


def people(
    context: typer.Context,
    skill: Annotated[
        str | None, typer.Option("--skill", metavar="S", help="Only those who have it.")
    ] = None,
    org: Annotated[
        str | None, typer.Option("--org", metavar="O", help="Only those of an organisation.")
    ] = None,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Show everybody you know, and what is open between you."""
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.render import people as rendered

    desk = open_desk(context, ledger)
    organisation: Contact | None = None
    found: list[Acquaintance] = []
    try:
        organisation, found = asking(lambda answers: _read(desk, skill, org, answers))
    except NoLedgerYet:
        if not json:
            raise
    if json:
        rendered.print_json(found)
    elif found:
        rendered.print_text(found, desk.today)
    else:
        rendered.print_nobody(skill, None if organisation is None else organisation.name)


def _read(
    desk: Desk, skill: str | None, org: str | None, answers: Answers
) -> "tuple[Contact | None, list[Acquaintance]]":
    from netlog.domain.people.names import comparison_key
    from netlog.ledger.file.access import reading
    from netlog.ledger.read.people import everybody
    from netlog.ledger.read.records import me

    with reading(desk.ledger) as connection:
        organisation = None if org is None else _organisation(connection, org, answers)
        key = None if skill is None else comparison_key(skill)
        at = None if organisation is None else organisation.id
        return organisation, everybody(connection, me(connection), key, at)


def _organisation(connection: "Connection", typed: str, answers: Answers) -> "Contact":
    from netlog.domain.people.resolving import known_organisation
    from netlog.domain.text import clean_name
    from netlog.ledger.read.contacts import Directory, Organisations

    meant = answers.get(clean_name(typed), typed)
    return known_organisation(meant, Organisations(Directory(connection)))
