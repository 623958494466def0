"""Who brought whom together, as checks, problems and reports need to know it."""

from datetime import date
from typing import NamedTuple


class Introduced(NamedTuple):
    """An introduction: its event id, its day, and who was in it."""

    event_id: int
    on: date
    introducer: int
    client: int
    provider: int

    def other(self, contact_id: int) -> int:
        """The one of the two introduced who is not `contact_id`."""
        return self.provider if contact_id == self.client else self.client
