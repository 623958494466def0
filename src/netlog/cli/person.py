"""netlog person"""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from netlog.cli.asking import Answers, asking
from netlog.cli.book import Book
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Ledger, New, Quiet

if TYPE_CHECKING:
    from netlog.domain.people.contacts import Wanted
    from netlog.domain.records import Contact
    from netlog.ledger.write.change import Writer
    from netlog.render.contact import Card

Several = list[str] | None


def person(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A known or a new contact.")],
    org: Annotated[
        str | None, typer.Option("--org", metavar="O", help='The organisation; "" takes it off.')
    ] = None,
    skill: Annotated[Several, typer.Option("--skill", metavar="S", help="Good at what.")] = None,
    email: Annotated[Several, typer.Option("--email", metavar="E", help="An address.")] = None,
    phone: Annotated[Several, typer.Option("--phone", metavar="P", help="A number.")] = None,
    alias: Annotated[Several, typer.Option("--alias", metavar="A", help="Also called.")] = None,
    drop: Annotated[
        Several,
        typer.Option("--drop", metavar="VALUE", help="A skill, address, number or alias less."),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option("--every", metavar="SPAN", help="Keep in touch so often: 6w, or never."),
    ] = None,
    rename: Annotated[
        str | None, typer.Option("--rename", metavar="NEW", help="The name as it should be.")
    ] = None,
    new: New = False,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Add a contact, or to what is known of one; show the card.

    A new name leaves the old one as an alias, unless that was a slip.
    """
    from netlog.ledger.write.change import write
    from netlog.render import contact as rendered

    desk = open_desk(context, ledger)
    wanted: Wanted = {
        "skill": skill or [],
        "email": email or [],
        "phone": phone or [],
        "alias": alias or [],
    }

    typed = Typed(name, org, every, rename, drop or [])

    def attempt(answers: Answers) -> "Card":
        def run(writer: "Writer") -> "Card":
            return _write_card(Book(desk, writer, new, answers=answers), typed, wanted)

        return write(desk.ledger, desk.command, run)

    card = asking(attempt)
    if json:
        rendered.print_json(card)
    elif not quiet:
        rendered.print_text(card)


class Typed(NamedTuple):
    """A contact and what to set of it, as typed."""

    name: str
    org: str | None
    every: str | None
    rename: str | None
    drop: list[str]


def _write_card(book: Book, typed: Typed, wanted: "Wanted") -> "Card":
    from netlog.domain.people.contacts import additions, refuse_taken
    from netlog.domain.people.names import comparison_key
    from netlog.ledger.read.contacts import contacts_by_id, details
    from netlog.ledger.write.post import add_detail
    from netlog.render.contact import Card, summary

    rows, connection = book.writer.rows, book.writer.connection
    kept = None
    if typed.rename is not None:
        contact_id = book.known(typed.name).id
    else:
        (contact_id,) = book.known_or_added(typed.name)
    before = contacts_by_id(connection, [contact_id])[contact_id]
    if typed.rename is not None:
        kept = _rename(book, before, typed.rename)
    if typed.org is not None:
        _join(book, contact_id, typed.org)
    _drop(book, contact_id, typed.drop)
    if typed.every is not None:
        _keep_in_touch(book, contact_id, typed.every)
    added = additions(wanted, details(connection, contact_id))
    for draft in added:
        refuse_taken(draft, contact_id, book.directory.exactly(comparison_key(draft.value)))
        add_detail(rows, contact_id, draft.kind, draft.value)
    contact = contacts_by_id(connection, [contact_id])[contact_id]
    organisation = None
    if contact.organisation_id is not None:
        organisation = contacts_by_id(connection, [contact.organisation_id]).popitem()[1]
    from netlog.ledger.write.touching import touch_due_on

    left = _left(book, before, contact)
    card = Card(
        contact=contact,
        organisation=organisation,
        details=details(connection, contact_id),
        created=book.created,
        written=bool(rows.operations),
        old_name=kept,
        touch_due_on=touch_due_on(connection, book.me, contact_id),
        today=book.desk.today,
        left=left,
    )
    book.writer.summary = summary(card, before, added)
    return card


def _left(book: Book, before: "Contact", now: "Contact") -> str | None:
    """The organisation that somebody with a past was moved away from, if they were."""
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.write.removal import references

    connection, old = book.writer.connection, before.organisation_id
    if old is None or old == now.organisation_id or not references(connection, now.id).events:
        return None
    return names_by_id(connection, [old])[old]


def _rename(book: Book, contact: "Contact", new_name: str) -> str | None:
    """Rename a contact; return the old name where it stays as an alias."""
    from netlog.domain.people.contacts import old_name, refuse_taken_name
    from netlog.domain.people.names import comparison_key
    from netlog.domain.text import clean_name
    from netlog.ledger.read.contacts import details
    from netlog.ledger.write.post import add_detail, change_contact, drop_detail

    rows = book.writer.rows
    renamed = clean_name(new_name)
    key = comparison_key(renamed)
    refuse_taken_name(contact, renamed, book.directory.exactly(key))
    if contact.name == renamed:
        return None
    known = details(book.writer.connection, contact.id)
    change_contact(rows, contact.id, name=renamed, key=key)
    for detail in known:
        if detail.kind == "alias" and detail.key == key:
            drop_detail(rows, detail)
    kept = old_name(contact, renamed, known)
    if kept is not None:
        add_detail(rows, contact.id, "alias", kept)
    return kept


def _drop(book: Book, contact_id: int, unwanted: list[str]) -> None:
    from netlog.domain.people.contacts import removals
    from netlog.ledger.read.contacts import contacts_by_id, details
    from netlog.ledger.write.post import drop_detail

    connection = book.writer.connection
    name = contacts_by_id(connection, [contact_id])[contact_id].name
    for detail in removals(unwanted, details(connection, contact_id), name):
        drop_detail(book.writer.rows, detail)


def _keep_in_touch(book: Book, contact_id: int, every: str) -> None:
    from netlog.domain.projection.touching import read_interval
    from netlog.errors import Refused
    from netlog.ledger.read.contacts import contacts_by_id
    from netlog.ledger.write.touching import set_interval

    days = read_interval(every)
    contact = contacts_by_id(book.writer.connection, [contact_id])[contact_id]
    if contact.is_me:
        raise Refused("You are in touch with yourself anyway.")
    set_interval(book.writer.connection, book.writer.rows, book.me, contact, days)


def _join(book: Book, contact_id: int, org: str) -> None:
    from netlog.domain.people.contacts import refuse_itself
    from netlog.ledger.read.contacts import contacts_by_id
    from netlog.ledger.write.post import change_contact

    if not org:
        if contacts_by_id(book.writer.connection, [contact_id])[contact_id].organisation_id:
            change_contact(book.writer.rows, contact_id, organisation_id=None)
        return
    organisation_id = book.organisation(org)
    both = contacts_by_id(book.writer.connection, [contact_id, organisation_id])
    refuse_itself(both[contact_id], both[organisation_id])
    if both[organisation_id].kind != "organisation":
        change_contact(book.writer.rows, organisation_id, kind="organisation")
    if both[contact_id].organisation_id != organisation_id:
        change_contact(book.writer.rows, contact_id, organisation_id=organisation_id)
