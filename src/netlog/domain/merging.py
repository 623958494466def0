"""What cannot stay when two contacts turn out to be one."""

from collections.abc import Iterable, Sequence

from netlog.domain.records import Contact, Obligation
from netlog.errors import Refused


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


def self_owed(obligations: Iterable[Obligation], keep: int, other: int) -> set[int]:
    """The ids of those that somebody would owe themselves if the two were one."""
    both = {keep, other}
    return {one.id for one in obligations if {one.debtor_id, one.creditor_id} == both}


def repeated_touches(obligations: Sequence[Obligation]) -> set[int]:
    """The ids of the open touches but the latest: one is enough for one contact."""
    touches = [one for one in obligations if one.kind == "touch" and one.closed_on is None]
    touches.sort(key=lambda one: (one.opened_on, one.id))
    return {one.id for one in touches[:-1]}
