"""What `edit` and `delete` were asked for, and what may not be done."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netlog.cli.book import Book
from netlog.cli.replaying import as_recorded, tell_again
from netlog.domain.editing import NO_SWAP, Difference, Recorded, Swap, refuse_fewer_than_came
from netlog.domain.events.introduction import Introduction
from netlog.domain.events.problem import Problem
from netlog.domain.events.promise import Promise
from netlog.domain.events.stored import (
    AnyEvent,
    changed,
    differ_in_words_only,
    reworded,
    with_others,
    with_somebody_else,
)
from netlog.domain.ids import EventId, read_id
from netlog.domain.money import read_amount
from netlog.domain.projection.terms import after
from netlog.domain.records import Event
from netlog.domain.text import clean_text
from netlog.errors import Refused, Unreadable
from netlog.ledger.read.contacts import names_by_id
from netlog.ledger.read.facts import event as event_with_id
from netlog.ledger.read.items import contacts_in
from netlog.ledger.write import editing
from netlog.ledger.write.removal import left_with_nothing
from netlog.render.edited import Edited
from netlog.render.wording import Wording

if TYPE_CHECKING:
    from netlog.domain.items import Item


class Corrections(NamedTuple):
    """What to put right in an event, as typed: fields by their names, and who was in it."""

    given: Mapping[str, str]
    times: int | None = None
    instead: tuple[str, str] | None = None
    more: Sequence[str] = ()
    fewer: Sequence[str] = ()


def edit(book: Book, typed_event: str, corrections: Corrections) -> Edited:
    """Write an event with what was given in the place of what it held.

    Raises:
        Refused, Unreadable: it makes no sense, or nothing was given.
    """
    if not any(corrections) and corrections.times is None:
        raise Unreadable("Nothing to change was given.", "netlog edit e12 --on yesterday")
    connection, rows = book.writer.connection, book.writer.rows
    was = editing.recorded(connection, _event(book, typed_event))
    told = as_recorded(book, was)
    swap = _swap(book, told, corrections)
    event = _corrected(book, was, told, corrections)
    if event == told:
        raise Refused(f"e{was.event.id} is recorded so already; nothing was changed.")
    about = editing.events_about(connection, was.event.id)
    _refuse_to_overtake(book, was, event, about)
    if differ_in_words_only(told, event):
        editing.reword(connection, rows, was.event, reworded(was.event, event))
        difference = Difference({}, {})
    else:
        if swap:
            editing.carry(connection, rows, about, swap)
        difference = tell_again(book, was, event, swap)
    now = editing.recorded(connection, _event(book, typed_event))
    return _receipt(book, "Changed", now, difference, was)


def delete(book: Book, typed_event: str) -> Edited:
    """Take an event out of the ledger.

    Raises:
        NoSuchItem, Refused: there is none, or others are about it.
    """
    connection = book.writer.connection
    was = editing.recorded(connection, _event(book, typed_event))
    about = editing.events_about(connection, was.event.id)
    about += [one for one in _made_up_for(book, was) if one not in about]
    if about:
        listed = ", ".join(f"e{one.id}" for one in about)
        raise Refused(
            f"{listed} is about e{was.event.id}, so it cannot be taken out alone.",
            f"Take that out first: netlog delete e{about[-1].id}",
        )
    return _receipt(book, "Deleted", was, tell_again(book, was, None), was)


def _event(book: Book, typed: str) -> Event:
    """The event that was typed; where it is an item, say whose event that is."""
    meant = read_id(typed)
    if isinstance(meant, EventId):
        return event_with_id(book.writer.connection, meant.number)
    event = book.item(meant.number).event
    raise Unreadable(
        f"{meant} is a due item, and an event is asked for here.",
        f"It comes from e{event.id}: netlog history e{event.id}",
    )


def _swap(book: Book, event: AnyEvent, corrections: Corrections) -> Swap:
    """Who takes whose place; an introduction that is turned around turns its items with it."""
    if corrections.instead is None:
        return NO_SWAP
    old, new = corrections.instead
    known, instead = book.known(old).id, book.known_or_added(new)[0]
    with_somebody_else(event, known, instead)
    return {known: instead, instead: known}


def _corrected(book: Book, was: Recorded, told: AnyEvent, corrections: Corrections) -> AnyEvent:
    event = told
    if corrections.instead is not None:
        old, new = corrections.instead
        event = with_somebody_else(event, book.known(old).id, book.known_or_added(new)[0])
    fewer = [book.known(one).id for one in corrections.fewer]
    event = with_others(event, book.known_or_added(*corrections.more), fewer)
    changes = _changes(book, was, corrections)
    if "on" in changes and isinstance(told, Promise) and "due" not in changes:
        changes |= _usual_due(book, told, book.desk.past_day(corrections.given["on"]))
    return changed(event, was.event.kind, changes)


def _changes(book: Book, was: Recorded, corrections: Corrections) -> dict[str, object]:
    event, times = was.event, corrections.times
    changes: dict[str, object] = {} if times is None else {"times": times}
    on = event.happened_on
    if "on" in corrections.given:
        on = changes["on"] = book.desk.past_day(corrections.given["on"])
    for name, typed in corrections.given.items():
        if name == "due":
            changes["due"] = book.desk.coming_day(typed, on)
        elif name == "fee":
            currency = book.desk.settings.currency
            changes["fee"] = read_amount(typed, currency) if typed else ""
        elif name != "on":
            changes[name] = clean_text(typed, f"The {name}") if typed else ""
    if event.kind in ("promise", "problem") and changes.get("about") == "":
        raise Refused(f"A {event.kind} cannot be without words.")
    if event.kind == "promise" and not was.opened and {"due", "times"} & changes.keys():
        raise Refused(
            f"e{event.id} was recorded with --no-due, so nothing is due for it.",
            f"Delete it and record it again: netlog delete e{event.id}",
        )
    if times is not None:
        refuse_fewer_than_came(was.opened, times)
    return changes


def _usual_due(book: Book, promise: Promise, on: date) -> dict[str, object]:
    """A promise that was due after the usual time is so on its new day as well."""
    usual = book.desk.terms.promise
    if promise.due != after(promise.on, usual):
        return {}
    return {"due": after(on, usual)}


def _refuse_to_overtake(book: Book, was: Recorded, event: AnyEvent, about: Iterable[Event]) -> None:
    """Refuse to date an event after what came of it."""
    number = was.event.id
    if not isinstance(event, Problem):
        for other in about:
            if other.happened_on < event.on:
                raise Refused(
                    f"e{other.id} of {other.happened_on} is about e{number},"
                    f" which cannot be later, on {event.on}.",
                )
    if isinstance(event, Introduction):
        outcomes = editing.outcomes_of(book.writer.connection, number)
        days = [one.noted_on for one in outcomes if one.cause_id is None]
        if days and min(days) < event.on:
            raise Refused(
                f"What came of e{number} is known since {min(days)},"
                f" so it cannot have been on {event.on}.",
                f"netlog history e{number} tells what is known.",
            )
    for one in _made_up_for(book, was):
        if one.happened_on < event.on:
            raise Refused(
                f"e{one.id} of {one.happened_on} made up for e{number},"
                f" which cannot be later, on {event.on}.",
            )


def _made_up_for(book: Book, was: Recorded) -> list[Event]:
    """The introductions that made up for a problem."""
    causes = {
        settlement.event_id
        for item in was.opened
        if item.obligation.kind == "replacement"
        for settlement in item.settlements
        if settlement.event_id is not None
    }
    return [event_with_id(book.writer.connection, one) for one in sorted(causes)]


def _left(book: Book, told: Recorded) -> list[str]:
    """The names of those who were in an event and are in nothing any more."""
    return [one.name for one in left_with_nothing(book.writer.connection, list(told.contacts))]


def _receipt(
    book: Book, verb: str, told: Recorded, difference: Difference, was: Recorded
) -> Edited:
    involved: list[Item] = [*difference.before.values(), *difference.after.values()]
    names = names_by_id(book.writer.connection, contacts_in(involved) | told.contacts)
    receipt = Edited(
        wording=Wording(names, book.me, book.desk.today),
        verb=verb,
        event=told.event,
        parties=told.parties,
        difference=difference,
        left=_left(book, was),
        created=book.created,
    )
    book.writer.summary = receipt.summary
    return receipt
