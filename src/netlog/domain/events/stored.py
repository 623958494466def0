"""Events as they were recorded, to be told again with something put right."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from netlog.domain.events.introduction import Introduction
from netlog.domain.events.meeting import Meeting
from netlog.domain.events.outreach import Outreach
from netlog.domain.events.problem import Problem
from netlog.domain.events.promise import Promise
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import Event, Obligation, Party, Role
from netlog.errors import Refused, Unreadable

AnyEvent = Meeting | Introduction | Promise | Outreach | Problem

# What `--about` is called where it has a name of its own.
_ABOUT = {"introduction": "need", "promise": "what", "outreach": "about", "problem": "what"}


def stored(
    event: Event,
    parties: Sequence[Party],
    opened: Sequence[Obligation],
    introduction: Introduced | None,
    *,
    answered: bool = False,
) -> AnyEvent:
    """The event as the domain records it.

    Args:
        event: what the ledger holds of it.
        parties: who was in it.
        opened: the obligations that it opened.
        introduction: for a problem, the introduction that it is about.
        answered: whether it settled a reply; one that it opened then was asked for.
    """
    who: dict[Role, int] = {party.role: party.contact_id for party in parties}
    via, note = event.via, event.note
    on, about = event.happened_on, event.about
    if event.kind == "meeting":
        attendees = tuple(party.contact_id for party in parties)
        return Meeting(on, attendees, place=event.place, via=via, note=note)
    if event.kind == "introduction":
        trio = (who["introducer"], who["client"], who["provider"])
        return Introduction(
            on, *trio, need=about, fee=event.fee, replaces=event.replaces_id, via=via, note=note
        )
    if event.kind == "promise":
        promised = opened[0] if opened else None
        due = None if promised is None else promised.due_on
        times = 1 if promised is None else promised.times
        return Promise(on, who["promiser"], who["promisee"], about, due, times, via=via, note=note)
    if event.kind == "outreach":
        asked_for = answered and any(one.kind == "reply" for one in opened)
        return Outreach(
            on, who["author"], who["recipient"], about, via=via, note=note, expect_reply=asked_for
        )
    if introduction is None:
        raise LookupError(event.introduction_id)
    return Problem(on, introduction, who["culprit"], about, via=via, note=note)


def differ_in_words_only(was: AnyEvent, now: AnyEvent) -> bool:
    """Whether nothing changed on which a rule depends; that there is a fee is such a thing."""
    words = ("need", "what", "about", "via", "note", "place")
    same = {name: getattr(was, name) for name in words if hasattr(was, name)}
    if isinstance(was, Introduction) and bool(was.fee) == bool(getattr(now, "fee", "")):
        same["fee"] = was.fee
    return replace(now, **same) == was


def reworded(event: Event, now: AnyEvent) -> Event:
    """The event with the words that it has now."""
    words = {
        name: getattr(now, name) for name in ("via", "note", "place", "fee") if hasattr(now, name)
    }
    about = _ABOUT.get(event.kind)
    return replace(event, **words, **({} if about is None else {"about": getattr(now, about)}))


def changed(event: AnyEvent, kind: str, changes: Mapping[str, object]) -> AnyEvent:
    """The event with some of its fields put right.

    Args:
        event: as it was recorded.
        kind: its kind.
        changes: new values by the names of the options: on, about, via, note, place, due, ...

    Raises:
        Unreadable: an event of this kind has no such field.
    """
    renamed = {
        _ABOUT.get(kind, "about") if name == "about" else name: value
        for name, value in changes.items()
    }
    known = {field.name for field in fields(event)}
    for name in renamed:
        if name not in known:
            raise Unreadable(f"There is no {name} in {_ARTICLES[kind]}.")
    values: dict[str, Any] = renamed
    return replace(event, **values)


_ARTICLES = {
    "meeting": "a meeting",
    "introduction": "an introduction",
    "promise": "a promise",
    "outreach": "an outreach",
    "problem": "a problem",
}


def with_somebody_else(event: AnyEvent, old: int, new: int) -> AnyEvent:
    """The event with one contact in the place of another; where both are in it, they change places.

    Raises:
        Refused: the one is not in it, or the two are the same or change nothing.
    """
    if old not in who_is_in(event):
        raise Refused("Whom you want to replace is not in that event.")
    if old == new or (isinstance(event, Meeting) and new in event.attendees):
        raise Refused("Whom you want instead is in that event already.")
    swap = {old: new, new: old}
    changed_places: dict[str, Any] = {
        field.name: _swapped(getattr(event, field.name), swap)
        for field in fields(event)
        if field.name in _CONTACT_FIELDS
    }
    return replace(event, **changed_places)


def with_others(event: AnyEvent, more: Sequence[int], fewer: Sequence[int]) -> AnyEvent:
    """A meeting with some contacts more and some fewer in it.

    Raises:
        Refused: it is no meeting, or one of those who were not there is not in it.
    """
    if not more and not fewer:
        return event
    if not isinstance(event, Meeting):
        raise Refused(
            "Only a meeting can have others in it.",
            "Elsewhere, --replace OLD NEW puts somebody in the place of another.",
        )
    if not set(fewer) <= set(event.attendees):
        raise Refused("Whom you want to remove is not in that event.")
    left = tuple(one for one in event.attendees if one not in fewer)
    return replace(event, attendees=tuple(dict.fromkeys((*left, *more))))


_CONTACT_FIELDS = (
    "attendees",
    "introducer",
    "client",
    "provider",
    "promiser",
    "promisee",
    "author",
    "recipient",
    "culprit",
)


def who_is_in(event: AnyEvent) -> set[int]:
    """The contacts that have a role in an event."""
    found: set[int] = set()
    for field in fields(event):
        if field.name in _CONTACT_FIELDS:
            value = getattr(event, field.name)
            found |= set(value) if isinstance(value, tuple) else {value}
    return found


def _swapped(value: int | tuple[int, ...], swap: Mapping[int, int]) -> int | tuple[int, ...]:
    if isinstance(value, tuple):
        return tuple(swap.get(one, one) for one in value)
    return swap.get(value, value)
