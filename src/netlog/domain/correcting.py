"""An event with something put right, and what of that cannot be."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.records import MEETINGS, Acknowledgement, Event
from netlog.errors import Refused, Unreadable

Swap = Mapping[int, int]
Dated = Event | Acknowledgement
NO_SWAP: Swap = {}
_FAR = 1_000  # microseconds
ALWAYS = frozenset({"happened_on", "via", "note"})
# What a field of an event is called where an option changes it.
_OPTIONS = {"place": "at", "due_on": "due", "client_first": "first", "keeps_id": "keeps"}


def corrected(event: Event, changes: Mapping[str, object]) -> Event:
    """The event with some of its fields put right.

    Args:
        event: as it was recorded.
        changes: new values by the names of its fields.

    Raises:
        Unreadable: an event of this kind has no such field.
        Refused: it would be without words, or was recorded with nothing to be due.
    """
    kind = EVENT_KINDS[event.kind]
    for name in changes:
        if name not in ALWAYS | kind.fields:
            option = _OPTIONS.get(name, name)
            raise Unreadable(f"There is no --{option} in {kind.article} {kind.name}.")
    if kind.needs_words and changes.get("about") == "":
        raise Refused(f"A {event.kind} cannot be without words.")
    if event.no_due and {"due_on", "times"} & changes.keys():
        raise Refused(
            f"e{event.id} was recorded with --no-due, so nothing is due for it.",
            f"Delete it and record it again: netlog delete e{event.id}",
        )
    changed = event._replace(**changes)  # type: ignore[arg-type]  # the names were looked at
    if "happened_on" in changes:
        changed = changed._replace(undated=False)
    return changed if changed.happened_on == event.happened_on else changed._replace(placed=None)


def swap_of(contacts: Collection[int], old: int, new: int, *, are_alike: bool) -> Swap:
    """Who takes whose place in a fact; where both are in it, they change places.

    Args:
        contacts: those who are in it.
        old: who is not the right one.
        new: who is.
        are_alike: whether its places are all alike, as those of a meeting.

    Raises:
        Refused: the one is not in it, or the two are the same or change nothing.
    """
    if old not in contacts:
        raise Refused("Whom you want to replace is not in that event.")
    if old == new or (are_alike and new in contacts):
        raise Refused("Whom you want instead is in that event already.")
    return {old: new, new: old}


def refuse_others(voucher: Voucher, fewer: Collection[int]) -> None:
    """Refuse to add or remove somebody where only a meeting has others in it.

    Raises:
        Refused: it is no meeting, or one of those who were not there is not in it.
    """
    if voucher.event.kind not in MEETINGS:
        raise Refused(
            "Only a meeting can have others in it.",
            "Elsewhere, --replace OLD NEW puts somebody in the place of another.",
        )
    if not set(fewer) <= voucher.contacts:
        raise Refused("Whom you want to remove is not in that event.")


def refuse_before(fact: Dated, other: Dated, name: str) -> None:
    """Refuse to put a fact before one of another day, or before itself.

    Raises:
        Refused: it is so.
    """
    if fact[:1] == other[:1] and type(fact) is type(other):
        raise Refused(f"{name} cannot be before itself.")
    if day_of(fact) != day_of(other):
        raise Refused(
            f"{name} was on {day_of(other)}, so only what happened on that day can be before it.",
            "--on puts it on that day.",
        )


def between(earlier: int, later: int) -> int:
    """A moment between two moments of one day, not far before the later one.

    Halving what is between them each time would leave none after two changed places often.

    Raises:
        Refused: none is left.
    """
    moment = later - min((later - earlier) // 2, _FAR)
    if moment == later:
        raise Refused("Nothing more can be put between the two.", "Put others before them first.")
    return moment


def day_of(fact: Dated) -> date:
    """The day of an event or an acknowledgement."""
    return fact.happened_on if isinstance(fact, Event) else fact.said_on


def refuse_fewer_than_came(items: Iterable[Item], times: int) -> None:
    """Refuse to promise fewer than came already.

    Raises:
        Refused: more of them came.
    """
    for item in items:
        if item.done > times:
            raise Refused(
                f"{item.done} of {item.obligation.times} came already, so {times} is too few.",
                f"What was recorded too much: netlog history e{item.event.id}",
            )


def refuse_to_overtake(
    event: Event, dependents: Iterable[Event], since: tuple[date, int] | None
) -> None:
    """Refuse to date an introduction after what came of it.

    Args:
        event: the introduction on its new day, or another event, which nothing is about.
        dependents: the problems with it, and the introductions that make up for it.
        since: the first day of which I said what had come of it, and the moment in it.

    Raises:
        Refused: something is about it and older than that.
    """
    on = event.happened_on
    for dependent in dependents:
        if dependent.moment < event.moment:
            raise Refused(
                f"e{dependent.id} of {dependent.happened_on} is about e{event.id},"
                f" which cannot be later, on {on}.",
            )
    if since is not None and since < event.moment:
        raise Refused(
            f"What came of e{event.id} is known since {since[0]}, so it cannot have been on {on}.",
            f"netlog history e{event.id} tells what is known.",
        )


def refuse_to_delete(event: Event, dependents: Iterable[Event]) -> None:
    """Refuse to take out what others are about.

    Raises:
        Refused: there are such.
    """
    if blocking := list(dependents):
        listed = ", ".join(f"e{dependent.id}" for dependent in blocking)
        raise Refused(
            f"{listed} {'are' if blocking[1:] else 'is'} about e{event.id},"
            " so it cannot be taken out alone.",
            f"Take that out first: netlog delete e{blocking[-1].id}",
        )
