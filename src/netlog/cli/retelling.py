"""Telling an event again, or taking it out, in one transaction."""

from collections.abc import Iterable, Mapping

from netlog.cli.book import Book
from netlog.cli.entries import entry_of
from netlog.domain.events.problem import Problem
from netlog.domain.events.stored import AnyEvent, changed, stored, with_somebody_else
from netlog.domain.ids import read_event_id
from netlog.domain.items import Item
from netlog.domain.money import read_amount
from netlog.domain.records import Event, Obligation
from netlog.domain.retelling import reconcile
from netlog.domain.text import clean_text
from netlog.errors import Refused, Unreadable
from netlog.ledger import retell
from netlog.ledger.facts import event as event_with_id
from netlog.ledger.items import contacts_in, items
from netlog.ledger.people import names_by_id
from netlog.ledger.read import select_in
from netlog.ledger.removal import left_with_nothing
from netlog.render.retold import Retold
from netlog.render.wording import Wording


def tell_again(
    book: Book,
    typed_event: str,
    given: Mapping[str, str],
    times: int | None,
    instead: tuple[str, str] | None,
) -> Retold:
    """Write an event again with what was given in the place of what it held.

    Raises:
        Refused, Unreadable: it makes no sense, or nothing was given.
    """
    if not given and times is None and instead is None:
        raise Unreadable("Nothing to change was given.", "netlog edit e12 --on yesterday")
    connection, rows = book.writer.connection, book.writer.rows
    before = retell.told(connection, event_with_id(connection, read_event_id(typed_event).number))
    event = _stored(book, before)
    swap = None if instead is None else _swap(book, *instead)
    if swap is not None:
        event = with_somebody_else(event, *swap)
    event = changed(event, before.event.kind, _changes(book, before.event, given, times))
    _refuse_before_what_it_is_about(book, before.event, event)
    reopened = retell.take_effects_back(connection, rows, before.event.id)
    before = retell.told(connection, before.event)
    book.telling_again = before.event.id
    entry = entry_of(event, book)
    if not before.opened and not reopened:
        entry = entry.without_obligations()  # as it was recorded: --no-due, or nothing to open
    reconciled = reconcile(before.opened, entry.opens, swap)
    after = retell.rewrite(rows, before, entry, reconciled)
    return _retold(
        book,
        after,
        changed=[(item, _fresh(book, [one])[0]) for item, one in reconciled.kept],
        dropped=reconciled.dropped,
        added=_fresh(book, [one.obligation for one in after.opened][len(reconciled.kept) :]),
        reopened=_still_open(book, reopened),
        lost=len(reconciled.lost),
        left=_left(book, before),
    )


def take_out(book: Book, typed_event: str) -> Retold:
    """Take an event out of the ledger.

    Raises:
        NoSuchItem, Refused: there is none, or others are about it.
    """
    connection, rows = book.writer.connection, book.writer.rows
    number = read_event_id(typed_event).number
    before = retell.told(connection, event_with_id(connection, number))
    about = retell.events_about(connection, number)
    if about:
        listed = ", ".join(f"e{one.id}" for one in about)
        raise Refused(
            f"{listed} is about e{number}, so it cannot be taken out alone.",
            f"Take that out first: netlog delete e{about[-1].id}",
        )
    wording = _wording(book, before, before.opened)
    reopened = retell.take_effects_back(connection, rows, number)
    before = retell.told(connection, before.event)
    heirs = {
        item.obligation.id: later[0]
        for item in before.opened
        if (later := [one for one in item.attempts if one.event_id is not None])
    }
    for item in before.opened:
        if item.obligation.id in heirs:
            retell.hand_over(rows, item, heirs[item.obligation.id])
    left = tuple(item for item in before.opened if item.obligation.id not in heirs)
    retell.remove(connection, rows, retell.Told(before.event, before.parties, left))
    receipt = Retold(
        wording=wording,
        verb="Deleted",
        event=before.event,
        parties=before.parties,
        dropped=left,
        reopened=_still_open(book, reopened),
        left=_left(book, before),
    )
    book.writer.summary = receipt.summary
    return receipt


def _left(book: Book, told: retell.Told) -> list[str]:
    """The names of those who were in an event and are in nothing any more."""
    ids = [party.contact_id for party in told.parties]
    return [one.name for one in left_with_nothing(book.writer.connection, ids)]


def _stored(book: Book, told: retell.Told) -> AnyEvent:
    introduction = None
    if told.event.introduction_id is not None:
        introduction = book.introduced(told.event.introduction_id)
    opened = [item.obligation for item in told.opened]
    return stored(told.event, told.parties, opened, introduction)


def _swap(book: Book, old: str, new: str) -> tuple[int, int]:
    return book.known(old).id, book.known_or_added(new)[0]


def _changes(
    book: Book, event: Event, given: Mapping[str, str], times: int | None
) -> dict[str, object]:
    changes: dict[str, object] = {} if times is None else {"times": times}
    for name, typed in given.items():
        if name == "on":
            changes["on"] = book.desk.past_day(typed)
        elif name == "due":
            changes["due"] = book.desk.coming_day(typed, event.happened_on)
        elif name == "fee":
            changes["fee"] = read_amount(typed) if typed else ""
        else:
            changes[name] = clean_text(typed, f"The {name}") if typed else ""
    if event.kind in ("promise", "problem") and changes.get("about") == "":
        raise Refused(f"A {event.kind} cannot be without words.")
    return changes


def _refuse_before_what_it_is_about(book: Book, before: Event, event: AnyEvent) -> None:
    """Refuse to date an introduction after a problem with it."""
    if isinstance(event, Problem):
        return
    for other in retell.events_about(book.writer.connection, before.id):
        if other.happened_on < event.on:
            raise Refused(
                f"e{other.id} of {other.happened_on} is about e{before.id},"
                f" which cannot be later, on {event.on}.",
            )


def _fresh(book: Book, obligations: Iterable[Obligation]) -> list[Item]:
    return items(book.writer.connection, list(obligations))


def _still_open(book: Book, reopened: Iterable[Obligation]) -> list[Item]:
    now = select_in(book.writer.connection, Obligation, "id", [one.id for one in reopened])
    return _fresh(book, [one for one in now if one.closed_on is None])


def _wording(book: Book, told: retell.Told, more: Iterable[Item]) -> Wording:
    involved = contacts_in(more) | {party.contact_id for party in told.parties}
    names = names_by_id(book.writer.connection, involved)
    return Wording(names, book.me, book.desk.today)


def _retold(
    book: Book,
    after: retell.Told,
    *,
    changed: list[tuple[Item, Item]],
    dropped: tuple[Item, ...],
    added: list[Item],
    reopened: list[Item],
    lost: int,
    left: list[str],
) -> Retold:
    involved = [*dropped, *added, *reopened, *(item for pair in changed for item in pair)]
    receipt = Retold(
        wording=_wording(book, after, involved),
        verb="Changed",
        event=after.event,
        parties=after.parties,
        changed=changed,
        dropped=dropped,
        added=added,
        reopened=reopened,
        lost=lost,
        left=left,
        created=book.created,
    )
    book.writer.summary = receipt.summary
    return receipt
