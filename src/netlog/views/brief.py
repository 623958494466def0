"""Somebody on one screen: what is known, what is open each way, and what was said last."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain

from netlog.config import Settings
from netlog.domain.due import Scope, most_urgent_first
from netlog.domain.items import is_at_rest
from netlog.domain.names import Names
from netlog.domain.people.needs import Need
from netlog.domain.records import Detail
from netlog.domain.report.brief import LATEST, Brief
from netlog.errors import Refused
from netlog.ledger.read.archived import archived_since
from netlog.ledger.read.brief import last_words, notes
from netlog.ledger.read.contacts import members
from netlog.ledger.read.history import entries_with
from netlog.ledger.read.intervals import current_intervals
from netlog.ledger.read.items import contacts_in, items, open_of_mine
from netlog.ledger.read.needs import needs_of
from netlog.ledger.read.network import people_in
from netlog.ledger.read.records import select_in
from netlog.views.reader import UNASKED, Answers, Reader, reading
from netlog.views.report import assessed_by


@dataclass(frozen=True, slots=True)
class Briefing:
    """A brief, and what everybody in it is called."""

    brief: Brief
    names: Names


def brief(settings: Settings, who: str, answers: Answers = UNASKED) -> Briefing:
    """The brief on the contact that was typed.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownName, AmbiguousName, Refused: the contact is nobody's name, or several may be meant,
            or it is me.
    """
    with reading(settings, answers) as ledger:
        connection, me = ledger.connection, ledger.me
        contact = ledger.contact(who)
        if contact.is_me:
            raise Refused("A brief is on somebody whom you meet.", "Your own week: netlog review")
        report = assessed_by(ledger, contact)
        among = report.dossier.members
        scope = Scope(settings.today, everything=True, among=among)
        archived = archived_since(connection)
        # Of somebody who is archived one is told that; of an organisation, what `due` tells.
        away = archived.keys() - {contact.id}
        owed = (each for each in open_of_mine(connection, me, scope) if not is_at_rest(each, away))
        open_items = most_urgent_first(items(connection, list(owed)))
        touches = (
            item.obligation.due_on
            for item in open_items
            if (item.obligation.kind, item.obligation.creditor_id) == ("touch", contact.id)
        )
        made = Brief(
            report=report,
            people=[person for person in members(connection, contact.id) if not person.is_me],
            details=select_in(connection, Detail, "contact_id", among),
            needs=_open_needs(ledger, among),
            interval=current_intervals(connection, [contact.id]).get(contact.id),
            touch_due_on=next(touches, None),
            archived_on=archived.get(contact.id),
            open=open_items,
            words=entries_with(connection, last_words(connection, me, among, LATEST)),
            notes=notes(connection, among),
        )
        return Briefing(made, ledger.names(_named(made)))


def _open_needs(ledger: Reader, among: Collection[int]) -> list[Need]:
    """What these contacts need, as long as nobody was introduced to them for it."""
    needs = chain.from_iterable(needs_of(ledger.connection, among).values())
    return [need for need in needs if need.is_open]


def _named(made: Brief) -> set[int]:
    """The ids of everybody whom a brief names."""
    named = {person.id for person in made.people} | people_in(made.introductions)
    named |= {need.detail.contact_id for need in made.needs}
    named |= {note.contact_id for note in made.notes}
    return named | contacts_in([*made.words, *made.open])
