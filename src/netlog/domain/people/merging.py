"""What cannot stay when two contacts turn out to be one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from shlex import quote

from netlog.domain.items import Item
from netlog.domain.records import Contact, Event, Obligation, Party
from netlog.errors import Refused

BOTH = 2


@dataclass(frozen=True, slots=True)
class Moved:
    """What was the other one's: how much of it moved, and the obligations that were dropped."""

    dropped: tuple[Item, ...]
    events: int
    items: int
    details: int
    people: int


def refuse_to_merge(keep: Contact, other: Contact) -> None:
    """Refuse to merge a contact with itself, or the owner with anybody.

    Raises:
        Refused: it is one of the two.
    """
    if keep.id == other.id:
        raise Refused(f"{keep.name} is one contact already.")
    if keep.is_me or other.is_me:
        raise Refused(
            "You cannot be merged with anybody.",
            "Your own name is a setting: netlog config set owner NAME",
        )


def refuse_to_be_alone(shared: Sequence[tuple[Event, Sequence[Party]]], one: Contact) -> None:
    """Refuse where an event would have one contact on both sides: introduced to itself, say.

    Both as guests of a meeting with others is no such thing.

    Args:
        shared: the events that both are in, with all who are in them.
        one: one of the two.

    Raises:
        Refused: there is such an event; nothing else can tell what really happened.
    """
    alone = [
        event
        for event, parties in shared
        if event.kind != "meeting" or len({party.contact_id for party in parties}) <= BOTH
    ]
    if not alone:
        return
    listed = ", ".join(f"e{event.id}" for event in alone)
    last = alone[-1].id
    raise Refused(
        f"The two are on different sides of {listed}, so they cannot be one.",
        f"netlog history e{last} shows it. Take out what is wrong, netlog delete e{last},"
        f" or put it right: netlog edit e{last} --replace {quote(one.name)} NAME",
    )


def refuse_member(keep: Contact, other: Contact) -> None:
    """Refuse to merge somebody with the organisation they belong to.

    Raises:
        Refused: one of the two belongs to the other.
    """
    for one, organisation in ((keep, other), (other, keep)):
        if one.organisation_id == organisation.id:
            raise Refused(
                f"{one.name} belongs to {organisation.name}, so the two are not one.",
                f'If that is wrong: netlog person {quote(one.name)} --org ""',
            )


def repeated(obligations: Iterable[Obligation]) -> set[int]:
    """The ids of those that one event would make one contact owe another twice.

    One is enough: of a meeting with both, one thank-you each way; a settled one stays. Touches
    are for `repeated_touches`.
    """
    seen: set[tuple[int, str, int, int]] = set()
    gone = set()
    for one in sorted(obligations, key=lambda one: (one.closed_on is None, one.id)):
        if one.kind == "touch":
            continue
        what = (one.event_id, one.kind, one.debtor_id, one.creditor_id)
        if what in seen:
            gone.add(one.id)
        seen.add(what)
    return gone


def repeated_touches(obligations: Sequence[Obligation]) -> set[int]:
    """The ids of the open touches but the latest: one is enough for one contact."""
    touches = [one for one in obligations if one.kind == "touch" and one.closed_on is None]
    touches.sort(key=lambda one: (one.opened_on, one.id))
    return {one.id for one in touches[:-1]}
