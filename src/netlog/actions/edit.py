"""Putting an event or an acknowledgement right, and taking one out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from netlog.actions.book import Book, enter
from netlog.actions.desk import Desk
from netlog.actions.recording import reached, refuse_impossible
from netlog.domain import summary
from netlog.domain.acknowledging import refuse_between, refuse_thanks_of
from netlog.domain.correcting import (
    ALWAYS,
    NO_SWAP,
    Swap,
    between,
    corrected,
    day_of,
    refuse_before,
    refuse_fewer_than_came,
    refuse_others,
    refuse_to_overtake,
    swap_of,
)
from netlog.domain.events.introduction import read_first, refuse_to_keep
from netlog.domain.events.voucher import Voucher
from netlog.domain.ids import AcknowledgementId, EventId, ItemId, read_id, read_item_id
from netlog.domain.items import Item
from netlog.domain.money import read_amount
from netlog.domain.projection.difference import Difference
from netlog.domain.projection.facts import moment_of
from netlog.domain.records import MEETINGS, Acknowledgement, Event, Obligation
from netlog.domain.text import clean_text
from netlog.domain.wording import Wording
from netlog.errors import Refused, Unreadable
from netlog.ledger.read.corrections import (
    acknowledgement,
    events_about,
    everything_about,
    known_since,
    made_up_for,
    moment_before,
)
from netlog.ledger.read.facts import event as event_with_id
from netlog.ledger.read.facts import voucher, vouchers
from netlog.ledger.read.items import items
from netlog.ledger.read.records import select_in
from netlog.ledger.read.references import left_with_nothing
from netlog.ledger.write import correcting, telling
from netlog.ledger.write.projecting import Surroundings

Fact = Voucher | Acknowledgement
Placed = TypeVar("Placed", Event, Acknowledgement)


class Corrections(NamedTuple):
    """What to put right, as typed: fields by name, who was in it, and what it came before."""

    fields: Mapping[str, str]
    times: int | None = None
    replace: tuple[str, str] | None = None
    add: Sequence[str] = ()
    remove: Sequence[str] = ()
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A fact that was put right, or taken out, and the items that are not as they were.

    `original` is the fact as it was; `orphans` are the names of contacts of whom nothing else is in
    the ledger any more; `before` is what it was put before on its day; `dependents` are events
    about it in which contacts changed their places as in it; `uncounted` the introductions that
    keep no part any more of a promise; `left` the thank-yous for what is there no more.
    """

    wording: Wording
    verb: str
    fact: Fact
    original: Fact
    difference: Difference
    orphans: Sequence[str] = ()
    created: Sequence[str] = ()
    before: str | None = None
    dependents: Sequence[Voucher] = ()
    uncounted: Sequence[Voucher] = ()
    left: Sequence[Acknowledgement] = ()

    @property
    def id(self) -> str:
        """The id of the fact, as it is typed."""
        if isinstance(self.fact, Voucher):
            return str(EventId(self.fact.event.id))
        return str(AcknowledgementId(self.fact.id))

    @property
    def on(self) -> date | None:
        """The day of the fact; None where nobody knows it."""
        if isinstance(self.fact, Voucher):
            return self.fact.event.known_on
        return self.fact.said_on

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        sentence = summary.corrected(self.fact, self.original, self.wording)
        placed = "" if self.before is None else f" · before {self.before}"
        return f"{self.verb} {self.id}: {sentence}{placed}"


def edit(desk: Desk, *, subject: str, corrections: Corrections, new: bool = False) -> Edited:
    """Write an event or an acknowledgement with what was given in the place of what it held.

    Raises:
        Refused, Unreadable: it makes no sense, or nothing was given.
    """
    if not any(corrections) and corrections.times is None:
        raise Unreadable("Nothing to change was given.", "netlog edit e12 --on yesterday")

    def decide(book: Book) -> Edited:
        edited = _edit(book, subject, corrections)
        book.refuse_new()
        return edited

    return enter(desk, decide, new=new)


def _edit(book: Book, subject: str, corrections: Corrections) -> Edited:
    connection, subject_id = book.connection, read_id(subject)
    if isinstance(subject_id, AcknowledgementId):
        original = acknowledgement(connection, subject_id.number)
        return _edit_acknowledgement(book, original, corrections)
    return _edit_event(book, voucher(connection, read_event(book, subject)), corrections)


def read_event(book: Book, typed: str) -> int:
    """The event that was typed; where it is an item, say whose event that is.

    Raises:
        NoSuchItem, Unreadable: it is none.
    """
    event_id = read_id(typed)
    if isinstance(event_id, ItemId):
        event = book.item(event_id.number).event
        raise Unreadable(
            f"{event_id} is a due item, and an event is asked for here.",
            f"It comes from e{event.id}: netlog history e{event.id}",
        )
    return event_id.number


def _edit_event(book: Book, original: Voucher, corrections: Corrections) -> Edited:
    connection, rows = book.connection, book.rows
    swap = _swap(book, original, corrections)
    added = book.known_or_added(*corrections.add)
    removed = [book.known(name).id for name in corrections.remove]
    if added or removed:
        refuse_others(original, removed)
    event = corrected(original.event, _changes(book, original.event, corrections))
    _refuse_to_keep(book, original, event, swap)
    dependents = events_about(connection, event.id)
    event = _placed(book, event, corrections.before)
    refuse_to_overtake(event, made_up_for(connection, event.id), None)
    joining = [contact for contact in dict.fromkeys(added) if contact not in original.contacts]
    leaving = [party for party in original.parties if party.contact_id in removed]
    if event == original.event and not (swap or joining or leaving):
        raise Refused(f"e{event.id} is recorded so already; nothing was changed.")
    refuse_to_overtake(event, dependents, known_since(connection, event.id))
    if corrections.times is not None:
        refuse_fewer_than_came(_items_of(book, event.id), corrections.times)
    about = vouchers(connection, {each.id for each in everything_about(connection, event.id)})
    contacts = reached(book, original).union(reached(book, original._replace(event=event)))
    contacts = contacts.union(swap, joining)
    if swap:
        contacts = contacts.union(*(dependent.contacts for dependent in about.values()))
    surroundings = Surroundings(connection, contacts - {book.me})
    staying = [party for party in original.parties if party not in leaving]
    parties = [(party.role, swap.get(party.contact_id, party.contact_id)) for party in staying]
    parties += [("attendee", contact) for contact in joining]
    refuse_impossible(book, event, parties)
    correcting.rewrite_event(rows, event)
    if event.keeps_id is not None and event.keeps_id != original.event.keeps_id:
        correcting.take_back_denial(rows, event.keeps_id, event.id)
    correcting.put_in_places(rows, [event.id, *about], swap)
    for party in leaving:
        telling.remove_party(rows, party)
    for contact in joining:
        telling.add_party(rows, event.id, "attendee", contact)
    edited = voucher(connection, event.id)
    difference = surroundings.project(rows, [edited])
    swapped = set(swap.values())
    return replace(
        receipt(book, "Changed", edited, original, difference, corrections.before),
        dependents=[
            dependent
            for dependent in vouchers(connection, about).values()
            if swapped & dependent.contacts
        ],
    )


def _refuse_to_keep(book: Book, original: Voucher, event: Event, swap: Swap) -> None:
    """Judge the promise that an introduction keeps where what that hangs on is put right."""
    if event.keeps_id is None:
        return
    made, now = original.introduced, swap.get(original.introduced.introducer)
    is_judged = (event.keeps_id, event.happened_on) != (original.event.keeps_id, made.on)
    if is_judged or now is not None:
        introducer = made.introducer if now is None else now
        refuse_to_keep(book.item(event.keeps_id), introducer, event.happened_on, event.id)


def _edit_acknowledgement(
    book: Book, original: Acknowledgement, corrections: Corrections
) -> Edited:
    fields = corrections.fields
    if fields.keys() - ALWAYS or corrections.times or corrections.add or corrections.remove:
        raise Unreadable("Of a thank-you or an apology there is --on, --via, --note and --replace.")
    changes: dict[str, Any] = {
        name: _text(name, typed) for name, typed in fields.items() if name != "happened_on"
    }
    if "happened_on" in fields:
        changes["said_on"] = book.desk.past_day(fields["happened_on"])
        if changes["said_on"] != original.said_on:
            changes["placed"] = None
    if corrections.replace is not None:
        pair = _pair(book, *corrections.replace)
        swap = swap_of(_contacts(original), *pair, are_alike=False)
        changes["author_id"] = swap.get(original.author_id, original.author_id)
        changes["recipient_id"] = swap.get(original.recipient_id, original.recipient_id)
    edited = original._replace(**changes)
    refuse_between(edited.kind, edited.author_id, edited.recipient_id, book.me)
    if corrections.replace is not None:
        for thanked in vouchers(book.connection, filter(None, [edited.event_id])).values():
            refuse_thanks_of(thanked, edited.author_id, edited.recipient_id, book.me)
    edited = _placed(book, edited, corrections.before)
    if edited == original:
        raise Refused(f"a{original.id} is recorded so already; nothing was changed.")
    contacts = {original.author_id, original.recipient_id, edited.author_id, edited.recipient_id}
    surroundings = Surroundings(book.connection, contacts - {book.me})
    correcting.rewrite_acknowledgement(book.rows, edited)
    difference = surroundings.project(book.rows, [edited])
    return receipt(book, "Changed", edited, original, difference, corrections.before)


def _swap(book: Book, original: Voucher, corrections: Corrections) -> Swap:
    """Who takes whose place; an introduction that is turned around turns its items with it."""
    if corrections.replace is None:
        return NO_SWAP
    is_meeting = original.event.kind in MEETINGS
    return swap_of(original.contacts, *_pair(book, *corrections.replace), are_alike=is_meeting)


def _pair(book: Book, old: str, new: str) -> tuple[int, int]:
    return book.known(old).id, book.known_or_added(new)[0]


def _changes(book: Book, event: Event, corrections: Corrections) -> dict[str, object]:
    fields, changes = corrections.fields, dict[str, object]()
    on = event.happened_on
    if corrections.times is not None:
        changes["times"] = corrections.times
    if "happened_on" in fields:
        on = changes["happened_on"] = book.desk.past_day(fields["happened_on"])
    for name, typed in fields.items():
        if name == "due_on":
            changes[name] = book.desk.coming_day(typed, on)
        elif name == "fee":
            changes[name] = read_amount(typed, book.desk.settings.currency) if typed else ""
        elif name == "client_first":
            changes[name] = read_first(typed)
        elif name == "keeps_id":
            changes[name] = read_item_id(typed).number if typed else None
        elif name != "happened_on":
            changes[name] = _text(name, typed)
    return changes


def _text(name: str, typed: str) -> str:
    return clean_text(typed, f"The {name}") if typed else ""


def _items_of(book: Book, event_id: int) -> list[Item]:
    return items(book.connection, select_in(book.connection, Obligation, "event_id", [event_id]))


def _placed(book: Book, fact: Placed, before: str | None) -> Placed:
    """A fact at the moment directly before another one of the same day, if one was typed.

    Raises:
        Refused: the other one is of another day, or the same.
        NoSuchItem, Unreadable: there is none.
    """
    if before is None:
        return fact
    connection, other_id = book.connection, read_id(before)
    other: Event | Acknowledgement
    if isinstance(other_id, AcknowledgementId):
        other = acknowledgement(connection, other_id.number)
    else:
        other = event_with_id(connection, read_event(book, before))
    refuse_before(fact, other, before)
    moment = moment_of(other.placed, other.told)
    earlier = moment_before(connection, day_of(other), moment)
    is_there = earlier == moment_of(fact.placed, fact.told)
    return fact if is_there else fact._replace(placed=between(earlier, moment))


def receipt(
    book: Book,
    verb: str,
    fact: Fact,
    original: Fact,
    difference: Difference,
    before: str | None = None,
    left: Sequence[Acknowledgement] = (),
) -> Edited:
    """What became of a fact."""
    own = {fact.event.id} if isinstance(fact, Voucher) else set()
    uncounted = list(vouchers(book.connection, set(difference.uncounted) - own).values())
    contacts = _contacts(original).union(*map(_contacts, (fact, *uncounted, *left)))
    return Edited(
        wording=book.wording(difference, contacts),
        verb=verb,
        fact=fact,
        original=original,
        difference=difference,
        orphans=[
            contact.name for contact in left_with_nothing(book.connection, _contacts(original))
        ],
        created=book.created,
        before=before,
        uncounted=uncounted,
        left=left,
    )


def _contacts(fact: Fact) -> frozenset[int]:
    if isinstance(fact, Voucher):
        return fact.contacts
    return frozenset({fact.author_id, fact.recipient_id})
