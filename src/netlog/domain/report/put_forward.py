"""Who was put forward for something and how that ended, and who was only ever sold as a lead."""

from typing import NamedTuple


class PutForward(NamedTuple):
    """What came of introductions to somebody, and how one knows them.

    Of the introductions to them for a need whose end is known, `ended`, in `happy` both are; the
    others had a problem with them. `sold`: they were introduced for a fee. `otherwise`: they are
    known by anything else, such as a meeting, a skill, or an introduction without a fee.
    """

    happy: int = 0
    ended: int = 0
    sold: bool = False
    otherwise: bool = False

    @property
    def only_a_lead(self) -> bool:
        """Whether nobody put their name on the line for them, and they are no acquaintance."""
        return self.sold and not self.otherwise

    def __add__(self, other: object) -> "PutForward":
        """Both together, as for an organisation and its people."""
        if not isinstance(other, PutForward):
            return NotImplemented
        return PutForward(
            self.happy + other.happy,
            self.ended + other.ended,
            self.sold or other.sold,
            self.otherwise or other.otherwise,
        )
