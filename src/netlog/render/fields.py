"""The fields that documents have of items and introductions; the owner's name is "me" in them."""

from collections.abc import Callable, Mapping

from netlog.domain.items import Item, side
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import Event
from netlog.domain.standing import days_overdue, standing
from netlog.domain.wording import Wording

_ITEM: Mapping[str, Callable[[Item, Wording], object]] = {
    "id": lambda item, _: item.obligation.id,
    "kind": lambda item, _: item.obligation.kind,
    "side": lambda item, wording: side(item.obligation, wording.me),
    "event": lambda item, _: f"e{item.event.id}",
    "debtor": lambda item, wording: wording.names[item.obligation.debtor_id],
    "creditor": lambda item, wording: wording.names[item.obligation.creditor_id],
    "about": lambda item, _: item.event.about,
    "times": lambda item, _: item.obligation.times,
    "done": lambda item, _: item.done,
    "attempts": lambda item, _: len(item.attempts),
    "opened_on": lambda item, _: item.obligation.opened_on,
    "due_on": lambda item, _: item.obligation.due_on,
    "hidden_until": lambda item, _: item.obligation.hidden_until,
    "closed_on": lambda item, _: item.obligation.closed_on,
    "settled_on": lambda item, _: item.obligation.closed_on,
    "standing": lambda item, wording: standing(item.obligation, item.settlements, wording.today),
    "days_overdue": lambda item, wording: days_overdue(item.obligation, wording.today),
}


def item_fields(item: Item, wording: Wording, names: str, **own: object) -> dict[str, object]:
    """The fields of an item.

    Args:
        item: the item.
        wording: words for the ledger.
        names: which, in their order, with blanks between them.
        own: those that one document alone has, or has in a way of its own.
    """
    return {
        name: own[name] if name in own else _ITEM[name](item, wording) for name in names.split()
    }


def first_move(event: Event) -> str:
    """The role in an introduction of who was to make the first move."""
    return "client" if event.client_first else "provider"


def introduction_fields(event: Event, who: Introduced, wording: Wording) -> dict[str, object]:
    """What every document says of an introduction."""
    return {
        "event": f"e{event.id}",
        "on": event.known_on,
        "introducer": wording.names[who.introducer],
        "client": wording.names[who.client],
        "provider": wording.names[who.provider],
        "about": event.about,
        "fee": event.fee,
        "first": first_move(event),
    }
