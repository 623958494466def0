"""Who was put forward for something, and whether those who met them came away happy."""

from typing import NamedTuple


class PutForward(NamedTuple):
    """What is known of somebody as the one who can meet a need.

    `candidate`: they have a skill, or were introduced as one who can meet a need. Who was sold as a
    lead was not, unless both are happy: nobody put their name on the line for them. Of the
    introductions to them whose end is known, `ended`, in `happy` both are; the others had a problem
    with them.
    """

    candidate: bool = False
    happy: int = 0
    ended: int = 0

    def __add__(self, other: object) -> "PutForward":
        """Both together, as for an organisation and its people."""
        if not isinstance(other, PutForward):
            return NotImplemented
        return PutForward(
            self.candidate or other.candidate, self.happy + other.happy, self.ended + other.ended
        )
