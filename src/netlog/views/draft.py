"""Words to send for an item or an introduction, from what the ledger knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from netlog.config import Settings
from netlog.domain.drafting import (
    Known,
    Message,
    filled,
    refuse_to_introduce,
    template_of,
)
from netlog.domain.events.voucher import Voucher
from netlog.domain.ids import ItemId, read_subject
from netlog.domain.items import Item
from netlog.domain.records import Contact
from netlog.domain.text import join
from netlog.domain.wording import Wording
from netlog.errors import NoSuchItem, Refused
from netlog.ledger.read.contacts import details
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.items import item as item_with
from netlog.ledger.read.records import by_id
from netlog.views.reader import Reader, reading_about

Templates = Callable[[str], str]  # the text of a template, by its name


@dataclass(frozen=True, slots=True)
class Drafted:
    """A message, and the item that it is for; None for an introduction."""

    message: Message
    item: Item | None
    me: int


def draft(settings: Settings, typed: str, templates: Templates) -> Drafted:
    """A message for an item or an introduction.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        NoSuchItem, Unreadable: nothing has that id, or it is none.
        Refused: the item is closed, or the event is no introduction.
    """
    subject = read_subject(typed)
    with reading_about(settings, subject) as ledger:
        if isinstance(subject, ItemId):
            return _for_item(ledger, item_with(ledger.connection, subject.number), templates)
        voucher = vouchers(ledger.connection, [subject.number]).get(subject.number)
        if voucher is None:
            raise NoSuchItem(subject.noun, subject)
        return _for_introduction(ledger, voucher, templates)


def _for_item(ledger: Reader, item: Item, templates: Templates) -> Drafted:
    if item.obligation.closed_on is not None:
        raise Refused(f"{item.obligation.id} is closed.", "netlog due lists what is open.")
    event = item.event
    wording = _wording(ledger, item.contacts | {party.contact_id for party in item.parties})
    to = [who for who in _recipients(item, ledger.me) if who != ledger.me]
    others = [
        party.contact_id
        for party in item.parties
        if party.contact_id not in (*to, ledger.me) and event.kind != "meeting"
    ]
    known = Known(
        name=_called(ledger, to),
        other=join([wording.names[who] for who in others]),
        about=event.about,
        what=event.about if event.kind == "promise" else wording.what(_as_it_began(item)),
        day=wording.day(event.happened_on),
        me=ledger.settings.owner,
    )
    name = template_of(item, ledger.me)
    subject, body = filled(templates(name), known)
    return Drafted(Message(_addressed(ledger, to, wording), subject, body), item, ledger.me)


def _as_it_began(item: Item) -> Item:
    """The item without the attempts at it: how often I tried, and how, is no word to send."""
    return replace(item, attempts=())


def _recipients(item: Item, me: int) -> Sequence[int]:
    if item.obligation.kind == "check-outcome":
        return [item.who("client"), item.who("provider")]
    debtor, creditor = item.obligation.debtor_id, item.obligation.creditor_id
    return [creditor if debtor == me else debtor]


def _for_introduction(ledger: Reader, voucher: Voucher, templates: Templates) -> Drafted:
    is_introduction = voucher.event.kind == "introduction"
    is_mine = is_introduction and voucher.introduced.introducer == ledger.me
    refuse_to_introduce(voucher.event, is_mine=is_mine)
    wording = _wording(ledger, voucher.contacts)
    to = [who for who in voucher.introduced.both if who != ledger.me]
    names = _called(ledger, to)
    known = Known(
        name=names,
        other="",
        about=voucher.event.about,
        what="an introduction",
        day=wording.day(voucher.event.happened_on),
        me=ledger.settings.owner,
    )
    subject, body = filled(templates("introduction"), known)
    return Drafted(Message(_addressed(ledger, to, wording), subject, body), None, ledger.me)


def _wording(ledger: Reader, contacts: set[int] | frozenset[int]) -> Wording:
    names = ledger.names(contacts | {ledger.me})
    settings = ledger.settings
    return Wording(names.by_id, names.me, settings.today, currency=settings.currency)


def _addressed(
    ledger: Reader, contacts: Sequence[int], wording: Wording
) -> tuple[tuple[str, str], ...]:
    def address(contact: int) -> str:
        known = details(ledger.connection, contact)
        return next((detail.value for detail in known if detail.kind == "email"), "")

    return tuple((wording.names[contact], address(contact)) for contact in contacts)


def _called(ledger: Reader, contacts: Sequence[int]) -> str:
    """How contacts are addressed: people by the first of their names, an organisation by all."""
    known = by_id(ledger.connection, Contact, contacts)
    return join(
        [
            known[key].name
            if known[key].kind == "organisation"
            else known[key].name.split(maxsplit=1)[0]
            for key in contacts
        ]
    )
