"""An event with who was in it: the voucher of what it makes them owe each other."""

from collections.abc import Iterator
from typing import NamedTuple

from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import Event, Party, Role


class Voucher(NamedTuple):
    """An event, and the contacts in their roles in the order in which they were named."""

    event: Event
    parties: tuple[Party, ...]

    @property
    def contacts(self) -> frozenset[int]:
        """Everybody in it."""
        return frozenset(party.contact_id for party in self.parties)

    def who(self, role: Role) -> int:
        """The contact in that role.

        Raises:
            LookupError: nobody is.
        """
        for party in self.parties:
            if party.role == role:
                return party.contact_id
        raise LookupError(role)

    def place(self, contact_id: int) -> int | None:
        """The place of a contact in it: the id of the party row; None where they are not in it."""
        for party in self.parties:
            if party.contact_id == contact_id:
                return party.id
        return None

    def others(self, me: int) -> Iterator[int]:
        """Those in it with me, each once; nobody where I was not in it."""
        if me in self.contacts:
            yield from dict.fromkeys(
                party.contact_id for party in self.parties if party.contact_id != me
            )

    @property
    def introduced(self) -> Introduced:
        """Who brought whom together in an introduction."""
        return Introduced(
            self.event.id,
            self.event.happened_on,
            self.who("introducer"),
            self.who("client"),
            self.who("provider"),
            self.event.client_first,
            self.event.undated,
        )
