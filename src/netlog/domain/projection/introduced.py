"""Who brought whom together, as checks, problems and reports need to know it."""

from datetime import date
from typing import NamedTuple


class Introduced(NamedTuple):
    """An introduction: its event id, its day, and who was in it.

    The provider was to make the first move, unless it was said that the client was. Where it is
    `undated`, nobody knows the day, and `on` is when it was told.
    """

    event_id: int
    on: date
    introducer: int
    client: int
    provider: int
    client_first: bool = False
    undated: bool = False

    @property
    def known_on(self) -> date | None:
        """The day; None where nobody knows it."""
        return None if self.undated else self.on

    @property
    def both(self) -> tuple[int, int]:
        """The two who were introduced."""
        return self.client, self.provider

    @property
    def first(self) -> int:
        """The one of the two who was to make the first move, and so owes the other an answer."""
        return self.client if self.client_first else self.provider

    def answering(self, me: int) -> int:
        """Whose answer tells that it came to something: not mine, where I am one of the two."""
        return self.other(me) if self.first == me else self.first

    def as_provider_first(self, between: tuple[int, int]) -> tuple[int, int]:
        """Between whom something would be, were the first move the provider's."""
        if not self.client_first:
            return between
        turned = {self.client: self.provider, self.provider: self.client}
        debtor, creditor = between
        return turned.get(debtor, debtor), turned.get(creditor, creditor)

    def other(self, contact_id: int) -> int:
        """The one of the two introduced who is not `contact_id`."""
        return self.provider if contact_id == self.client else self.client
