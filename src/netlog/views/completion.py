"""What in the ledger fits what is typed so far, at once: nothing waits, and no file is changed."""

from typing import TYPE_CHECKING, NamedTuple

from netlog.config import Settings
from netlog.ledger.read import peek

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netlog.domain.history import Happening
    from netlog.domain.items import Item
    from netlog.domain.names import Names

MOST = 100


class OpenItems(NamedTuple):
    """Items that are open, the first due first, and the names in them."""

    items: "Sequence[Item]"
    names: "Names"


class LastEvents(NamedTuple):
    """Events, the last first, with who was in them, and their names."""

    happenings: "Sequence[Happening]"
    names: "Names"


def called(settings: Settings, typed: str) -> list[peek.Named]:
    """The names of which each typed word begins a word, each once, in their order."""
    distinct: dict[str, peek.Named] = {}
    with peek.peeking(settings.ledger) as connection:
        for name in peek.names(connection, typed, MOST):
            distinct.setdefault(name.called, name)
    return list(distinct.values())


def participants(settings: Settings, event_id: int, typed: str) -> list[str]:
    """Of the names of those in an event, the ones that fit."""
    with peek.peeking(settings.ledger) as connection:
        return peek.participants(connection, event_id, typed)


def open_items(settings: Settings, digits: str, kinds: tuple[str, ...] = ()) -> OpenItems:
    """The open items of some kinds, or of all, whose ids begin so."""
    from netlog.domain.names import Names
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.items import contacts_in, items
    from netlog.ledger.read.records import me

    with peek.peeking(settings.ledger) as connection:
        owner = me(connection)
        fitting = items(connection, peek.open_items(connection, owner, digits, kinds, MOST))
        return OpenItems(fitting, Names(names_by_id(connection, contacts_in(fitting)), owner))


def last_events(settings: Settings, digits: str, kind: str = "") -> LastEvents:
    """The events of one kind, or of all, whose ids begin so."""
    from netlog.domain.history import Happening
    from netlog.domain.names import Names
    from netlog.domain.records import Party
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.items import contacts_in
    from netlog.ledger.read.records import me, select_in

    with peek.peeking(settings.ledger) as connection:
        events = peek.events(connection, digits, kind, MOST)
        parties = select_in(connection, Party, "event_id", (event.id for event in events))
        happenings = [
            Happening(event, tuple(party for party in parties if party.event_id == event.id))
            for event in events
        ]
        names = names_by_id(connection, contacts_in(happenings))
        return LastEvents(happenings, Names(names, me(connection)))


def skills(settings: Settings) -> list[str]:
    """Every skill that somebody has."""
    with peek.peeking(settings.ledger) as connection:
        return peek.skills(connection)


def organisations(settings: Settings) -> list[str]:
    """The name of every organisation."""
    with peek.peeking(settings.ledger) as connection:
        return peek.organisations(connection)
