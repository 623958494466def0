"""What cannot stay when two contacts turn out to be one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from netlog.domain.events.voucher import Voucher
from netlog.domain.records import MEETINGS, Contact, Party
from netlog.errors import Refused, shell_word

BOTH = 2


@dataclass(frozen=True, slots=True)
class Moved:
    """How much of what was the other one's moved."""

    events: int
    items: int
    details: int
    people: int
    acknowledgements: int = 0


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


def refuse_to_be_alone(shared: Sequence[Voucher], contact: Contact) -> None:
    """Refuse where an event would have one contact on both sides: introduced to itself, say.

    Both as guests of a meeting with others is no such thing.

    Args:
        shared: the events that both are in.
        contact: one of the two.

    Raises:
        Refused: there is such an event; nothing else can tell what really happened.
    """
    alone = [
        voucher.event
        for voucher in shared
        if voucher.event.kind not in MEETINGS or len(voucher.contacts) <= BOTH
    ]
    if not alone:
        return
    listed = ", ".join(f"e{event.id}" for event in alone)
    last = alone[-1].id
    raise Refused(
        f"The two are on different sides of {listed}, so they cannot be one.",
        f"netlog history e{last} shows it. Take out what is wrong, netlog delete e{last},"
        f" or put it right: netlog edit e{last} --replace {shell_word(contact.name)} NAME",
    )


def refuse_member(keep: Contact, other: Contact) -> None:
    """Refuse to merge somebody with the organisation they belong to.

    Raises:
        Refused: one of the two belongs to the other.
    """
    for member, organisation in ((keep, other), (other, keep)):
        if member.organisation_id == organisation.id:
            raise Refused(
                f"{member.name} belongs to {organisation.name}, so the two are not one.",
                f'If that is wrong: netlog person {shell_word(member.name)} --org ""',
            )


def kept_place(keep: Party, other: Party, stated: Collection[int]) -> tuple[Party, Party]:
    """Which of two places in an event stays when two contacts are one, and which goes.

    The kept contact's stays, unless only of the other one's items somebody said how one ended.

    Args:
        keep: the place of the contact that stays.
        other: the place of the other one.
        stated: those of the two places of whose items somebody said something.

    Returns:
        The place that stays, and the one that goes.
    """
    if other.id in stated and keep.id not in stated:
        return other, keep
    return keep, other
