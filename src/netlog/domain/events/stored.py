"""Events as they were recorded, to be told again with something put right."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from netlog.domain.events.introduction import Introduction
from netlog.domain.events.meeting import Meeting
from netlog.domain.events.outreach import Outreach
from netlog.domain.events.problem import Problem
from netlog.domain.events.promise import Promise
from netlog.domain.introduced import Introduced
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
) -> AnyEvent:
    """The event as the domain records it.

    Args:
        event: what the ledger holds of it.
        parties: who was in it.
        opened: the obligations that it opened.
        introduction: for a problem, the introduction that it is about.
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
        return Outreach(on, who["author"], who["recipient"], about, via=via, note=note)
    if introduction is None:
        raise LookupError(event.introduction_id)
    return Problem(on, introduction, who["culprit"], about, via=via, note=note)


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
    """The event with one contact in the place of another.

    Raises:
        Refused: the one is not in it, or the other one is already.
    """
    if old not in _ids(event):
        raise Refused("Whom you want to replace is not in that event.")
    if new in _ids(event):
        raise Refused("Whom you want instead is in that event already.")
    swapped: dict[str, Any] = {
        field.name: _swapped(getattr(event, field.name), old, new)
        for field in fields(event)
        if field.name in _CONTACT_FIELDS
    }
    return replace(event, **swapped)


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


def _ids(event: AnyEvent) -> set[int]:
    found: set[int] = set()
    for field in fields(event):
        if field.name in _CONTACT_FIELDS:
            value = getattr(event, field.name)
            found |= set(value) if isinstance(value, tuple) else {value}
    return found


def _swapped(value: int | tuple[int, ...], old: int, new: int) -> int | tuple[int, ...]:
    if isinstance(value, tuple):
        return tuple(new if one == old else one for one in value)
    return new if value == old else value
