"""Archiving: a contact is out of sight from a day on, until something happens with them again."""

from collections.abc import Iterable

from netlog.domain.projection.state import State
from netlog.domain.records import Archival, Archived


def archive(archival: Archival, state: State) -> None:
    """Put a contact out of sight, or back; said again, it counts from the first day."""
    if archival.is_over:
        bring_back([archival.contact_id], state)
    else:
        archived = Archived(archival.contact_id, archival.since_on)
        state.archived.setdefault(archival.contact_id, archived)


def bring_back(contacts: Iterable[int], state: State) -> None:
    """Put contacts back in sight with whom something happened."""
    for contact in contacts:
        state.archived.pop(contact, None)
